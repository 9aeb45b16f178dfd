import { Alert, CloseButton, Drawer, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Schemas } from '../../api/client';
import type { ApiProblem } from '../../api/problem';
import type { Automation, StepCounts } from '../../api/types';
import type { AutomationDraft } from '../draft';
import { triggerId } from '../graph/drawing';
import type { GraphHandle } from '../graph/StepGraph';
import { LogOfTrigger } from '../LogOfTrigger';
import { Simulation } from '../simulation/Simulation';
import type { SimulationResult } from '../simulation/useSimulation';
import { stepOf } from '../steps/edits';
import { noSteps } from '../steps/flow';
import { FlowProvider } from '../steps/FlowProvider';
import type { FlowErrors } from '../steps/stepErrors';
import { StepsEditor } from '../steps/StepsEditor';
import { writeFlow } from '../steps/writeFlow';
import { TestPanel } from '../test/TestPanel';
import { definitionOf } from '../test/testRun';
import { TriggerFields } from '../TriggerFields';
import { describe, frequencyLabel } from '../words';
import type { Beside } from './beside';
import { focusFirst } from './focusFirst';
import { Inspector } from './Inspector';
import { useIsWide, type View } from './useView';
import { Versions } from './Versions';
import formClasses from '../AutomationForm.module.css';
import classes from './Builder.module.css';

const StepGraph = lazy(() => import('../graph/StepGraph'));

interface BuilderProps {
  readonly form: UseFormReturnType<AutomationDraft>;
  readonly automation: Automation | undefined;
  readonly view: View;
  readonly errors: FlowErrors;
  readonly selected: readonly string[];
  readonly onSelect: (keys: readonly string[]) => void;
  readonly beside: Beside;
  readonly onBeside: (beside: Beside) => void;
  /** Takes what is wrong with the automation itself, found by a test. */
  readonly onRefused: (problem: ApiProblem) => void;
  readonly readOnly: boolean;
}

const titles: Record<Exclude<Beside, 'inspector'>, string> = { test: 'Test run', simulation: 'What would have happened', versions: 'Versions of the steps' };

/** The trigger and the steps, as a graph or as a list, and what stands beside them. */
export function Builder({ form, automation, view, errors, selected, onSelect, beside, onBeside, onRefused, readOnly }: BuilderProps) {
  const isWide = useIsWide();
  const isGraph = view === 'graph';
  const isBeside = isGraph && isWide;
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [opened, setOpened] = useState<ReadonlySet<Beside>>(new Set());
  const [journey, setJourney] = useState<Schemas['TestResult']['journey']>();
  const [simulated, setSimulated] = useState<Readonly<Record<string, StepCounts>>>();
  const graph = useRef<GraphHandle>(null);
  const side = useRef<HTMLElement>(null);
  if (!opened.has(beside)) {
    // What was typed stays for the next look.
    setOpened(new Set([...opened, beside]));
  }

  const { flow, eventName, where, exitEvents, exitConditions } = form.values;
  const savedSteps = automation?.steps;
  const definition = useMemo(() => definitionOf(form.values, flow === undefined ? (savedSteps ?? []) : writeFlow(flow).steps), [form.values, flow, savedSteps]);
  const takeSimulation = useCallback(
    (result: SimulationResult | undefined) => setSimulated(result && Object.fromEntries(result.steps.map(({ stepId, passed, failed, waiting, byPath }) => [stepId, { passed, failed, waiting, cancelled: 0, byPath }]))),
    [],
  );
  const entered = automation && automation.counts.active + automation.counts.completed + automation.counts.exited;
  const shows = beside === 'simulation' && simulated !== undefined;
  const counts = shows ? simulated : entered ? (automation.stepCounts ?? undefined) : undefined;
  const put = (next: NonNullable<AutomationDraft['flow']>) => form.setFieldValue('flow', next);
  const triggerErrors = Object.keys(errors.where).length + Object.keys(errors.exits).length + ['eventName', 'exitEvents', 'frequency', 'frequencyPeriod', 'frequencyKey'].filter((field) => form.errors[field]).length;

  const open = (how: 'look' | 'edit') => {
    // Who looks around while a test or a simulation is shown goes on seeing it.
    if (how === 'edit' || beside === 'versions') {
      onBeside('inspector');
    }

    setSheetOpen(true);
    if (how === 'edit') {
      focusFirst(side);
    }
  };
  const close = () => {
    onBeside('inspector');
    setSheetOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // What is open inside takes the key first.
    if (event.key === 'Escape' && !event.defaultPrevented && !(event.target as HTMLElement).closest('[aria-expanded=true], [role=menu], [role=listbox]')) {
      graph.current?.focus();
    }
  };

  const content = (
    <>
      {beside === 'inspector' && isGraph && flow !== undefined && (
        <Inspector
          form={form}
          flow={flow}
          errors={errors}
          selected={selected.filter((key) => stepOf(flow, key) !== undefined)}
          onSelect={onSelect}
          onMove={(key) => {
            setSheetOpen(false);
            graph.current?.startMoving(key);
          }}
        />
      )}
      {beside !== 'inspector' && isBeside && (
        <header className={classes.head}>
          <h2 className={classes.title}>{titles[beside]}</h2>
          <CloseButton aria-label="Close" onClick={close} />
        </header>
      )}
      {opened.has('test') && (
        <div hidden={beside !== 'test'} className={classes.body}>
          <TestPanel key={definition.trigger.eventName} definition={definition} onRefused={onRefused} onShowForm={() => onBeside('inspector')} onResult={setJourney} />
        </div>
      )}
      {opened.has('simulation') && (
        <div hidden={beside !== 'simulation'} className={classes.body}>
          <Simulation automationId={automation?.id} draft={form.values} onResult={takeSimulation} />
        </div>
      )}
      {beside === 'versions' && automation !== undefined && (
        <div className={classes.body}>
          <Versions automation={automation} />
        </div>
      )}
    </>
  );

  const drawn = isGraph && flow !== undefined && (
    <Suspense fallback={<Skeleton h="100%" radius={0} role="status" aria-label="Loading the steps" />}>
      <StepGraph
        handle={graph}
        flow={flow}
        onChange={put}
        selected={selected}
        onSelect={onSelect}
        onOpen={open}
        visits={beside === 'test' ? journey : undefined}
        simulated={shows}
        trigger={{ title: eventName.trim() || 'Pick an event', text: frequencyLabel(form.values), entered: shows ? undefined : entered, errors: triggerErrors }}
      />
    </Suspense>
  );

  return (
    <FlowProvider flow={flow ?? noSteps} errors={errors.steps} readOnly={readOnly} counts={counts} automationId={automation?.id}>
      {errors.list.length > 0 && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert" mb="sm">
          <Text size="sm" c="var(--mantine-color-text)">
            {errors.list.join(' ')}
          </Text>
        </Alert>
      )}
      {isBeside ? (
        <div className={classes.frame}>
          {drawn}
          <aside ref={side} className={classes.beside} aria-label={beside === 'inspector' ? 'Inspector' : titles[beside]} onKeyDown={onKeyDown} tabIndex={-1}>
            {content}
          </aside>
        </div>
      ) : (
        <>
          {isGraph ? (
            <div className={classes.narrow}>{drawn}</div>
          ) : (
            <Stack gap="lg" className={classes.list}>
              <Paper withBorder radius="lg" className={formClasses.inspector}>
                <Group justify="space-between" className={formClasses.title}>
                  <Title order={2} size="h5">
                    Trigger: event received
                  </Title>
                  <LogOfTrigger eventName={eventName.trim()} />
                </Group>
                <div className={formClasses.fields}>
                  <TriggerFields form={form} errors={errors} readOnly={readOnly} />
                </div>
                <Text className={formClasses.summary} size="sm" aria-live="polite">
                  {describe(eventName.trim(), form.values, exitEvents, where, exitConditions)}
                </Text>
              </Paper>
              <Paper withBorder radius="lg" className={formClasses.inspector} component="section" aria-labelledby="steps">
                <Group justify="space-between" className={formClasses.title}>
                  <Title order={2} size="h5" id="steps">
                    Steps
                  </Title>
                </Group>
                <div className={formClasses.fields}>
                  {flow === undefined ? (
                    <Text size="sm">
                      This automation has steps of a kind that this page can’t show. Saving here leaves all its steps as they are; the API changes them.
                    </Text>
                  ) : (
                    <StepsEditor flow={flow} onChange={put} />
                  )}
                </div>
              </Paper>
            </Stack>
          )}
          <Drawer
            opened={beside !== 'inspector' || (isGraph && isSheetOpen)}
            onClose={close}
            keepMounted={opened.has('test') || opened.has('simulation')}
            position={beside === 'inspector' ? 'bottom' : 'right'}
            size={beside === 'inspector' ? '80dvh' : 'xl'}
            title={beside === 'inspector' ? (selected[0] === triggerId ? 'Trigger' : 'Step') : titles[beside]}
            closeButtonProps={{ 'aria-label': 'Close' }}
            styles={{ body: { padding: 0 } }}
          >
            {content}
          </Drawer>
        </>
      )}
    </FlowProvider>
  );
}
