import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { confirm } from '../../common/confirm';
import { ExactNumberInput } from '../../common/ExactNumberInput';
import { ConditionEditor, errorsBelow } from '../conditions/ConditionEditor';
import { emptyRule } from '../conditions/condition';
import { allSteps, below, moved, nextKey, noSteps, type BranchPath, type BranchStep, type End, type Flow, type SplitPath, type SplitStep, type Step } from './flow';
import { useFlow } from './FlowContext';
import { FlowList } from './FlowList';
import type { StepErrors } from './stepErrors';
import { pathWords, shareWords, stepCalled } from './words';
import classes from './StepsEditor.module.css';

interface PathListProps {
  readonly step: BranchStep | SplitStep;
  readonly onChange: (step: Step) => void;
  readonly isOpen: boolean;
  readonly errors: StepErrors;
}

/** The paths of a branch or a split, each with a list of its own. */
export function PathList({ step, onChange, isOpen, errors }: PathListProps) {
  const { counts } = useFlow();
  const taken = counts?.[step.id]?.byPath;
  const names = step.paths.map((path) => path.name);
  const add = () => {
    const head = { key: nextKey(), name: freeName(step.type === 'branch' ? 'Path' : '', names), flow: noSteps };
    onChange(step.type === 'branch' ? { ...step, paths: [...step.paths, { ...head, when: emptyRule }] } : { ...step, paths: [...step.paths, { ...head, weight: 50 }] });
  };
  // Each kind of step has its own kind of path; what is done to the list of them is the same.
  const put = (change: <P extends BranchPath | SplitPath>(paths: readonly P[]) => readonly P[]) =>
    onChange(step.type === 'branch' ? { ...step, paths: change(step.paths) } : { ...step, paths: change(step.paths) });
  const edit = (at: number, path: BranchPath | SplitPath) => put(<P,>(paths: readonly P[]) => paths.map((one, index) => (index === at ? (path as P) : one)));
  const remove = (at: number) => {
    const inside = allSteps(step.paths[at]!.flow).length;
    const go = () => put((paths) => paths.filter((_, index) => index !== at));
    if (inside === 0) {
      go();
    } else {
      confirm({ title: `Remove the path “${names[at]}”?`, text: `The ${inside === 1 ? 'step' : `${inside} steps`} inside ${inside === 1 ? 'goes' : 'go'} with it.`, yes: 'Remove', danger: true, onYes: go });
    }
  };

  return (
    <div className={classes.paths}>
      {step.paths.map((path, at) => (
        <PathBox
          key={path.key}
          step={step}
          path={path}
          title={'when' in path ? pathWords(path) : `${path.name.trim() || 'Unnamed'}: ${shareWords(path, step as SplitStep)} of all`}
          taken={taken?.[path.name]}
          onFlow={(flow) => edit(at, { ...path, flow })}
        >
          {isOpen && (
            <Stack gap="xs" pb="xs">
              <Group gap={6} align="flex-end">
                <TextInput
                  label="Name of the path"
                  flex={1}
                  miw={130}
                  value={path.name}
                  onChange={(event) => edit(at, { ...path, name: event.currentTarget.value })}
                  error={errors[`paths[${at}].name`] !== undefined}
                  spellCheck={false}
                />
                {'weight' in path && (
                  <ExactNumberInput label="Weight" w={90} value={path.weight} min={0} onChange={(weight) => edit(at, { ...path, weight })} error={errors[`paths[${at}].weight`] !== undefined} />
                )}
                <Group gap={0} wrap="nowrap" className={classes.quiet}>
                  <ActionIcon variant="subtle" color="gray" size={34} aria-label={`Move path up: ${path.name}`} disabled={at === 0} onClick={() => put((paths) => moved(paths, at, -1))}>
                    <IconArrowUp size={16} />
                  </ActionIcon>
                  <ActionIcon variant="subtle" color="gray" size={34} aria-label={`Move path down: ${path.name}`} disabled={at + 1 === step.paths.length} onClick={() => put((paths) => moved(paths, at, 1))}>
                    <IconArrowDown size={16} />
                  </ActionIcon>
                  <ActionIcon variant="subtle" color="gray" size={34} aria-label={`Remove path: ${path.name}`} disabled={step.paths.length === 1} onClick={() => remove(at)}>
                    <IconX size={16} />
                  </ActionIcon>
                </Group>
              </Group>
              {'when' in path && (
                <ConditionEditor
                  label={`Condition of ${path.name}`}
                  value={path.when}
                  errors={errorsBelow(errors, `paths[${at}].when`)}
                  onChange={(when) => edit(at, { ...path, when: when ?? emptyRule })}
                />
              )}
            </Stack>
          )}
        </PathBox>
      ))}
      {isOpen && (
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add} className={classes.addPath}>
          Add a path
        </Button>
      )}
      {step.type === 'branch' && (
        <PathBox step={step} path={{ key: 'otherwise', name: 'Otherwise', flow: step.otherwise }} title="Otherwise" taken={taken?.otherwise} onFlow={(otherwise) => onChange({ ...step, otherwise })} />
      )}
    </div>
  );
}

interface PathBoxProps {
  readonly step: Step;
  readonly path: { readonly key: string; readonly name: string; readonly flow: Flow };
  readonly title: string;
  readonly taken: number | undefined;
  readonly onFlow: (flow: Flow) => void;
  readonly children?: ReactNode;
}

function PathBox({ step, path, title, taken, onFlow, children }: PathBoxProps) {
  return (
    <div className={classes.path} role="group" aria-label={`Path ${path.name}`}>
      <Group justify="space-between" gap={8} wrap="nowrap" align="flex-start" className={classes.pathTitle}>
        <Text size="sm" fw={600} className={classes.wrap}>
          {title}
        </Text>
        {taken !== undefined && (
          <Text size="xs" c="dimmed" style={{ flex: 'none' }} pt={2}>
            {taken.toLocaleString()} took it
          </Text>
        )}
      </Group>
      {children}
      <FlowList flow={path.flow} onChange={onFlow} label={`Steps of ${path.name}`} />
      <EndOf step={step} name={path.name} end={path.flow.end} onChange={(end) => onFlow({ ...path.flow, end })} />
    </div>
  );
}

/** Where a path leads after its last step. */
function EndOf({ step, name, end, onChange }: { readonly step: Step; readonly name: string; readonly end: End; readonly onChange: (end: End) => void }) {
  const { readOnly, aims } = useFlow();
  const steps = aims(step.key);
  const isKnown = end.to !== 'step' || steps.some((one) => one.key === end.key);
  const value = !isKnown ? 'below' : end.to === 'step' ? `step ${end.key}` : end.to;
  const data = [
    { value: 'below', label: 'Then what stands below' },
    { value: 'complete', label: 'Then the run completes' },
    ...steps.map((one) => ({ value: `step ${one.key}`, label: `Then “${stepCalled(one)}”` })),
  ];
  if (readOnly) {
    return (
      <Text size="xs" c="dimmed" mt={6}>
        {data.find((one) => one.value === value)?.label}
      </Text>
    );
  }

  return (
    <Select
      aria-label={`After ${name}`}
      size="xs"
      mt={8}
      maw={300}
      data={data}
      value={value}
      onChange={(next) => onChange(next === 'complete' ? { to: 'complete' } : next?.startsWith('step ') ? { to: 'step', key: next.slice(5) } : below)}
      allowDeselect={false}
      maxDropdownHeight={300}
    />
  );
}

/** `C` after A and B, `Path 2` after another; never one that is taken. */
function freeName(prefix: string, taken: readonly string[]): string {
  for (let at = taken.length; ; at++) {
    const name = prefix === '' ? (at < 26 ? String.fromCharCode(65 + at) : `Path ${at + 1}`) : `${prefix} ${at + 1}`;
    if (!taken.includes(name)) {
      return name;
    }
  }
}
