import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { pathsOf, withFlows, type End, type Step } from '../steps/flow';
import { EndOf } from '../steps/EndOf';
import { useFlow } from '../steps/FlowContext';
import { addPath } from '../steps/pathEdits';
import { PathFields } from '../steps/PathFields';
import { StepCountsLine } from '../steps/StepCountsLine';
import { StepFields } from '../steps/StepFields';
import { stepCalled, stepWords } from '../steps/words';
import classes from './Builder.module.css';

interface StepInspectorProps {
  readonly step: Step;
  readonly onChange: (step: Step) => void;
}

/** What a step does, in a sentence and to be edited. */
export function StepInspector({ step, onChange }: StepInspectorProps) {
  const { errors, readOnly } = useFlow();
  const wrong = errors[step.key];
  return (
    <Stack gap="md">
      <Text size="sm" className={classes.sentence} aria-live="polite">
        {stepWords(step)}.
      </Text>
      {wrong !== undefined && (
        <div role="alert" className={classes.wrong}>
          {[...new Set(Object.values(wrong))].map((message) => (
            <Text key={message} size="sm">
              {message}
            </Text>
          ))}
        </div>
      )}
      <StepCountsLine stepId={step.id} called={stepCalled(step)} />
      <fieldset disabled={readOnly} className={classes.fields}>
        {step.type === 'branch' || step.type === 'split' ? (
          <Stack gap="md" mb="md">
            {step.paths.map((path, at) => (
              <div key={path.key} role="group" aria-label={`Path ${path.name}`} className={classes.pathBox}>
                <PathFields step={step} at={at} onChange={onChange} errors={wrong ?? {}} />
                <Way step={step} pathKey={path.key} onChange={onChange} />
              </div>
            ))}
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => onChange(addPath(step))} style={{ alignSelf: 'flex-start' }}>
              Add a path
            </Button>
            {step.type === 'branch' && (
              <div role="group" aria-label="Path Otherwise" className={classes.pathBox}>
                <Text size="sm" fw={600}>
                  Otherwise
                </Text>
                <Way step={step} pathKey="otherwise" onChange={onChange} />
              </div>
            )}
          </Stack>
        ) : null}
        <StepFields step={step} onChange={onChange} errors={wrong ?? {}} />
        {(step.type === 'waitForEvent' || step.type === 'callUrl') && (
          <Stack gap="xs" mt="md">
            {pathsOf(step).map((path) => (
              <div key={path.key}>
                <Text size="sm" fw={600}>
                  {ways[path.key]}
                </Text>
                <Way step={step} pathKey={path.key} onChange={onChange} />
              </div>
            ))}
          </Stack>
        )}
      </fieldset>
    </Stack>
  );
}

const ways: Readonly<Record<string, string>> = { received: 'When it arrives', timedOut: 'If it doesn’t arrive in time', failed: 'If the call fails' };

/** Where a path leads after its steps. */
function Way({ step, pathKey, onChange }: { readonly step: Step; readonly pathKey: string; readonly onChange: (step: Step) => void }) {
  const path = pathsOf(step).find((one) => one.key === pathKey)!;
  const put = (end: End) => onChange(withFlows(step, (flow, key) => (key === pathKey ? { ...flow, end } : flow)));
  return <EndOf step={step} name={path.name} end={path.flow.end} onChange={put} />;
}
