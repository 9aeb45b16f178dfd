import { Button, Group, Progress, Select, Stack, Text } from '@mantine/core';
import { IconHistory, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { ProblemAlert } from '../../common/ProblemAlert';
import { exitConditionsBody, type AutomationDraft } from '../draft';
import { writeFlow } from '../steps/writeFlow';
import { describe, entryBody } from '../words';
import { SimulationView } from './SimulationView';
import { useSimulation, type SimulationResult } from './useSimulation';

interface SimulationProps {
  /** Of a saved automation, whose earlier enrollments count. */
  readonly automationId?: string | undefined;
  readonly draft: AutomationDraft;
  readonly onResult: (result: SimulationResult | undefined) => void;
}

const periods = [
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
  { value: 'all', label: 'The whole log' },
];

/** What the automation would have done, had it been live: run over the log, without any effect. */
export function Simulation({ automationId, draft, onResult }: SimulationProps) {
  const [period, setPeriod] = useState('30');
  const { state, run, stop } = useSimulation();
  const { exitEvents } = draft;
  const result = state.is === 'done' ? state.result : undefined;
  useEffect(() => onResult(result), [onResult, result]);
  const eventName = draft.eventName.trim();
  const start = () =>
    void run({
      automationId,
      trigger: { eventName, where: draft.where },
      ...entryBody(draft),
      exitEvents,
      exitConditions: exitConditionsBody(draft),
      steps: draft.flow === undefined ? undefined : writeFlow(draft.flow).steps,
      from: period === 'all' ? undefined : new Date(Date.now() - Number(period) * 86_400_000).toISOString(),
    });

  return (
    <Stack>
      <Text size="sm">{describe(eventName, draft, exitEvents, draft.where, draft.exitConditions)}</Text>
      <Text size="sm" c="dimmed">
        This simulates the automation on the events still in the log, as if it had been live. Nothing is written and nobody is enrolled.
      </Text>
      <Group align="flex-end" gap="sm">
        <Select label="Time" data={periods} value={period} onChange={(value) => setPeriod(value ?? '30')} allowDeselect={false} w={180} />
        {state.is === 'running' ? (
          <Button variant="default" leftSection={<IconPlayerStop size={16} />} onClick={stop}>
            Cancel
          </Button>
        ) : (
          <Button leftSection={<IconHistory size={16} />} onClick={start} data-autofocus>
            Run it
          </Button>
        )}
      </Group>
      {state.is === 'running' && (
        <div role="status">
          <Text size="sm" mb={6}>
            {Math.round(state.progress * 100)}% done…
          </Text>
          <Progress value={Math.max(2, state.progress * 100)} aria-label="Progress" />
        </div>
      )}
      {state.is === 'failed' && <ProblemAlert title="The simulation failed" error={state.problem} onRetry={start} />}
      {state.is === 'done' && <SimulationView result={state.result} eventName={eventName} />}
    </Stack>
  );
}
