import { Button, SegmentedControl, Text, VisuallyHidden } from '@mantine/core';
import { useMemo, useState } from 'react';
import { alternatives, toggled } from './alternatives';
import { itemsOf, maxLines, payloadLines, type PayloadLine } from './payloadTree';
import classes from './PayloadPicker.module.css';

export type PickedField = 'emailPath' | 'externalIdPath' | 'namePath' | 'deliveryIdPath';

const targets: { value: PickedField; label: string; reads: readonly PayloadLine['reads'][] }[] = [
  { value: 'emailPath', label: 'Email', reads: ['text'] },
  { value: 'externalIdPath', label: 'External ID', reads: ['text', 'number'] },
  { value: 'namePath', label: 'Event name', reads: ['text'] },
  { value: 'deliveryIdPath', label: 'Delivery ID', reads: ['text', 'number'] },
];

interface PayloadPickerProps {
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly picked: Readonly<Record<PickedField, string>>;
  readonly itemsPath: string;
  readonly onItems: (path: string) => void;
  readonly onPick: (field: PickedField, path: string) => void;
}

// What belongs to the transport and says nothing about the event.
const plumbing = /^(host|accept.*|user-agent|content-.*|transfer-encoding|connection|traceparent|tracestate|:.*)$/i;

/** The pasted payload, in which clicking a value says that this is the email or the name; a second click adds a place that is tried, too. */
export function PayloadPicker({ payload, headers, picked, itemsPath, onItems, onPick }: PayloadPickerProps) {
  const [target, setTarget] = useState<PickedField>('emailPath');
  const [offered, setOffered] = useState<{ field: PickedField; items: string; path: string }>();
  const lines = useMemo(() => payloadLines(payload), [payload]);
  if (lines === undefined) {
    return (
      <Text size="sm" c="dimmed">
        This isn’t JSON, so there are no fields to click. Forms work, too: type the paths. <code>data[email]</code> is <code>data.email</code>.
      </Text>
    );
  }

  // Where items are read, paths start at the item: a field of any item stands for that field of each.
  const pathFrom = (path: string) => {
    const inside = itemsOf(path, itemsPath);
    return itemsPath.trim() === '' ? path : (inside ?? `$.${path}`);
  };
  const pick = (path: string) => {
    onPick(target, toggled(picked[target], pathFrom(path)));
    const list = itemsPath.trim() === '' ? /^(?:(.*?)\.)?\d+\.(.+)$/.exec(path) : null;
    setOffered(list ? { field: target, items: list[1] ?? '$', path: list[2]! } : undefined);
  };
  const told = Object.entries(headers).filter(([name]) => !plumbing.test(name));
  const { label, reads } = targets.find((one) => one.value === target)!;
  return (
    <div>
      <Text size="sm" fw={600} mb={4} id="pick-target">
        Click the field that holds the …
      </Text>
      <SegmentedControl
        size="sm"
        data={targets.map(({ value, label: shown }) => ({ value, label: shown }))}
        value={target}
        onChange={(value) => setTarget(value as PickedField)}
        aria-labelledby="pick-target"
        mb="xs"
        fullWidth
        classNames={{ root: classes.targets, control: classes.target }}
      />
      {offered && (
        <Button
          size="compact-sm"
          variant="light"
          mb="xs"
          onClick={() => {
            onItems(offered.items);
            onPick(offered.field, offered.path);
            setOffered(undefined);
          }}
        >
          One event for each item of the list
        </Button>
      )}
      <ul className={classes.tree} aria-label="Payload">
        {lines.map((line) => {
          return (
            <li key={line.path} className={classes.line} style={{ paddingLeft: 8 + line.depth * 16 }}>
              {line.reads !== undefined && reads.includes(line.reads) ? (
                <button type="button" className={classes.leaf} onClick={() => pick(line.path)} title={line.path}>
                  <span className={classes.name}>{line.name}</span> <span className={classes.value}>{line.value}</span>
                  <VisuallyHidden> is the {label.toLowerCase()}</VisuallyHidden>
                </button>
              ) : (
                <span className={classes.plain}>
                  <span className={classes.name}>{line.name}</span> {line.value}
                </span>
              )}
              <Uses picked={picked} path={pathFrom(line.path)} />
            </li>
          );
        })}
      </ul>
      {told.length > 0 && (
        <ul className={classes.tree} aria-label="Headers" style={{ marginTop: 8 }}>
          {told.map(([name, value]) => (
            <li key={name} className={classes.line} style={{ paddingLeft: 8 }}>
              <button type="button" className={classes.leaf} onClick={() => onPick(target, toggled(picked[target], `header:${name}`))} title={`header:${name}`}>
                <span className={classes.name}>{name}</span> <span className={classes.value}>{value}</span>
                <VisuallyHidden> is the {label.toLowerCase()}</VisuallyHidden>
              </button>
              <Uses picked={picked} path={`header:${name}`} />
            </li>
          ))}
        </ul>
      )}
      {lines.length >= maxLines && (
        <Text size="xs" c="dimmed" mt={4}>
          The first {maxLines} fields are shown; paths to others can be typed.
        </Text>
      )}
    </div>
  );
}

/** What is read here, and as which of several places. */
function Uses({ picked, path }: { readonly picked: PayloadPickerProps['picked']; readonly path: string }) {
  return targets.map(({ value, label }) => {
    const places = alternatives(picked[value]);
    const at = places.indexOf(path);
    return (
      at >= 0 && (
        <span key={value} className={classes.use}>
          {at === 0 ? label : `${label} ${at + 1}`}
        </span>
      )
    );
  });
}
