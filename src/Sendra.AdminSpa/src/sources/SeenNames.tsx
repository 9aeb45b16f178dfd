import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { SourceDraft } from './draft';
import classes from './SourceForm.module.css';

type Naming = Pick<SourceDraft, 'nameMap' | 'nameOnly'>;
type Choice = 'keep' | 'rename' | 'ignore';

interface SeenNamesProps {
  /** As they came. */
  readonly names: readonly string[];
  readonly naming: Naming;
  readonly onChange: (naming: Naming) => void;
}

/** The names that came, and what becomes of each. */
export function SeenNames({ names, naming, onChange }: SeenNamesProps) {
  const only = takenNames(naming);
  return (
    <div>
      <Text size="sm" fw={600}>
        Event names received
      </Text>
      <Stack gap={6} mt={4}>
        {names.map((name) => (
          <Group key={name} gap="xs" justify="space-between" wrap="nowrap">
            <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }} className={classes.half}>
              {name}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={`What happens to ${name}`}
              data={[
                { value: 'keep', label: 'Keep' },
                { value: 'rename', label: 'Rename' },
                { value: 'ignore', label: 'Ignore' },
              ]}
              value={choiceOf(name, naming)}
              onChange={(choice) => onChange(chosen(name, choice as Choice, naming, names))}
            />
          </Group>
        ))}
      </Stack>
      {only.length > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          Names not listed under “Only these events” are ignored, new ones too.
        </Text>
      )}
    </div>
  );
}

function takenNames({ nameOnly }: Naming): string[] {
  return nameOnly.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

export function choiceOf(name: string, naming: Naming): Choice {
  const only = takenNames(naming);
  return only.length > 0 && !only.includes(name) ? 'ignore' : naming.nameMap.some(({ from }) => from === name) ? 'rename' : 'keep';
}

/** The naming once it is chosen what becomes of a name. To ignore one, the others that came are named. */
export function chosen(name: string, choice: Choice, naming: Naming, seen: readonly string[]): Naming {
  const only = takenNames(naming);
  const others = naming.nameMap.filter(({ from }) => from !== name);
  if (choice === 'ignore') {
    const left = (only.length === 0 ? [...seen] : only).filter((one) => one !== name);
    return { nameMap: others, nameOnly: left.join('\n') };
  }

  return {
    nameMap: choice === 'keep' ? others : [...others, { from: name, to: '' }],
    nameOnly: (only.length === 0 || only.includes(name) ? only : [...only, name]).join('\n'),
  };
}
