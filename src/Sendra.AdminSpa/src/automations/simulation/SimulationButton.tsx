import { Button, Drawer } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { AutomationDraft } from '../draft';
import { Simulation } from './Simulation';

interface SimulationButtonProps {
  readonly automationId?: string | undefined;
  readonly draft: AutomationDraft;
}

/** Tries what the form says now, saved or not, on the past. */
export function SimulationButton({ automationId, draft }: SimulationButtonProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconHistory size={16} />} onClick={() => setOpened(true)} disabled={draft.eventName.trim() === ''}>
        What would have happened
      </Button>
      <Drawer opened={opened} onClose={() => setOpened(false)} position="right" size="xl" title="What would have happened" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Simulation automationId={automationId} draft={draft} />
      </Drawer>
    </>
  );
}
