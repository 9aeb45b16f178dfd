import { Select, Text } from '@mantine/core';
import { below, type End, type Step } from './flow';
import { useFlow } from './FlowContext';
import { stepCalled } from './words';

interface EndOfProps {
  readonly step: Step;
  /** What the path is called. */
  readonly name: string;
  readonly end: End;
  readonly onChange: (end: End) => void;
}

/** Where a path leads after its last step. */
export function EndOf({ step, name, end, onChange }: EndOfProps) {
  const { readOnly, aims } = useFlow();
  const steps = aims(step.key);
  const isKnown = end.to !== 'step' || steps.some((one) => one.key === end.key);
  const value = !isKnown ? 'below' : end.to === 'step' ? `step ${end.key}` : end.to;
  const data = [
    { value: 'below', label: 'Then the step below' },
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
    />
  );
}
