import { Button, Drawer } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ApiProblem } from '../../api/problem';
import type { JsonObject } from '../../common/exactJson';
import type { AutomationDraft } from '../draft';
import { writeFlow } from '../steps/writeFlow';
import { TestPanel } from './TestPanel';
import { definitionOf } from './testRun';

interface TestButtonProps {
  readonly draft: AutomationDraft;
  /** The saved steps, for where the form can't show them. */
  readonly savedSteps: readonly JsonObject[];
  /** Takes what is wrong with the automation itself: the form shows it at its fields. */
  readonly onRefused: (problem: ApiProblem) => void;
}

/** Tries what the form says now, saved or not, on one contact and one event. */
export function TestButton({ draft, savedSteps, onRefused }: TestButtonProps) {
  const [opened, setOpened] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const definition = useMemo(() => definitionOf(draft, draft.flow === undefined ? savedSteps : writeFlow(draft.flow).steps), [draft, savedSteps]);
  const { eventName } = definition.trigger;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTestPipe size={16} />}
        onClick={() => {
          setOpened(true);
          setWasOpened(true);
        }}
        disabled={eventName === ''}
      >
        Test run
      </Button>
      {/* What was typed stays for the next look. */}
      <Drawer keepMounted={wasOpened} opened={opened} onClose={() => setOpened(false)} position="right" size="xl" title="Test run" closeButtonProps={{ 'aria-label': 'Close' }}>
        <TestPanel key={eventName} definition={definition} onRefused={onRefused} onShowForm={() => setOpened(false)} />
      </Drawer>
    </>
  );
}
