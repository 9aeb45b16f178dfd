import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Automation } from '../api/types';
import { openDialog } from '../common/dialogs';
import type { InFlight } from './queries';
import classes from './AutomationForm.module.css';

type Counts = NonNullable<Automation['inFlight']>;

/** Asks what becomes of the runs under way; undefined when nothing is to be saved after all. */
export function askInFlight(counts: Counts): Promise<InFlight | undefined> {
  return new Promise((resolve) => {
    openDialog({
      title: 'What should happen to active runs?',
      closeButtonProps: { 'aria-label': 'Close' },
      children: (close) => (
        <InFlightQuestion
          counts={counts}
          onAnswer={(answer) => {
            resolve(answer);
            close();
          }}
        />
      ),
      onClose: () => resolve(undefined),
    });
  });
}

const runs = (count: number) => `${count.toLocaleString()} ${count === 1 ? 'run' : 'runs'}`;

function InFlightQuestion({ counts: { moved, stayed }, onAnswer }: { readonly counts: Counts; readonly onAnswer: (answer: InFlight | undefined) => void }) {
  const [answer, setAnswer] = useState<InFlight>('stay');
  const choices: { value: InFlight; label: string; text: string; disabled?: boolean }[] = [
    { value: 'stay', label: 'Leave them where they are', text: `${runs(moved + stayed)} ${moved + stayed === 1 ? 'stays' : 'stay'} on the old steps.` },
    {
      value: 'move',
      label: 'Move them to the new steps',
      disabled: moved === 0,
      text:
        moved === 0
          ? 'None can move: no run is at a step that still exists.'
          : `${runs(moved)} ${moved === 1 ? 'continues' : 'continue'} from ${moved === 1 ? 'its' : 'their'} current step on the new ones. Waits are recalculated from when they began.` +
            (stayed === 0 ? '' : ` ${runs(stayed)} ${stayed === 1 ? 'stays' : 'stay'}: ${stayed === 1 ? 'its' : 'their'} step is gone or has another type now.`),
    },
  ];
  return (
    <Stack>
      <Text size="sm">Contacts who enter from now on always use the new steps.</Text>
      <Radio.Group value={answer} onChange={(next) => setAnswer(next as InFlight)} aria-label="Active runs">
        <Stack gap="xs">
          {choices.map(({ value, label, text, disabled }) => (
            <Radio.Card key={value} value={value} radius="md" className={classes.choice} aria-label={label} disabled={disabled ?? false}>
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator mt={2} disabled={disabled ?? false} />
                <div>
                  <Text size="sm" fw={600}>
                    {label}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {text}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => onAnswer(undefined)}>
          Cancel
        </Button>
        <Button onClick={() => onAnswer(answer)}>{answer === 'move' ? 'Save and move' : 'Save'}</Button>
      </Group>
    </Stack>
  );
}
