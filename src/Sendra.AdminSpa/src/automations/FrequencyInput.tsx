import { Autocomplete, Group, Input, Radio, Stack, Text } from '@mantine/core';
import { useEventFields } from './conditions/useEventFields';
import { DurationInput } from './steps/DurationInput';
import { frequencies, type Entry } from './words';
import classes from './AutomationForm.module.css';

interface FrequencyInputProps {
  readonly value: Entry;
  readonly onChange: (value: Entry) => void;
  /** What is wrong, by field. */
  readonly errors: Readonly<Partial<Record<keyof Entry, React.ReactNode>>>;
  readonly disabled?: boolean;
}

/** How often contacts enter; what two of the choices need stands under them. */
export function FrequencyInput({ value, onChange, errors, disabled = false }: FrequencyInputProps) {
  const { frequency, frequencyPeriod, frequencyKey } = value;
  const fields = useEventFields('event').map((one) => one.field);
  return (
    <Radio.Group label="Frequency" value={frequency} onChange={(next) => onChange({ ...value, frequency: next as Entry['frequency'] })} error={errors.frequency}>
      <Stack gap="xs" mt={6}>
        {frequencies.map((one) => (
          <div key={one.value}>
            <Radio.Card value={one.value} radius="md" className={classes.choice} disabled={disabled} aria-label={one.label}>
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator mt={2} />
                <div>
                  <Text size="sm" fw={600}>
                    {one.label}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {one.text}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
            {one.value === frequency && frequency === 'oncePerPeriod' && (
              <Input.Wrapper label="Period" labelElement="div" description="Counted from the last enrollment, in days and months of the workspace’s time zone." error={errors.frequencyPeriod} className={classes.companion}>
                <div style={{ marginTop: 6 }}>
                  <DurationInput
                    label="Period"
                    value={frequencyPeriod ?? ''}
                    onChange={(next) => onChange({ ...value, frequencyPeriod: next })}
                    error={errors.frequencyPeriod !== undefined}
                    disabled={disabled}
                  />
                </div>
              </Input.Wrapper>
            )}
            {one.value === frequency && frequency === 'oncePerKey' && (
              <Autocomplete
                label="Key"
                description="A property of the event. An event without it enrolls nobody."
                placeholder="event.cartId"
                spellCheck={false}
                autoComplete="off"
                value={frequencyKey ?? ''}
                onChange={(next) => onChange({ ...value, frequencyKey: next })}
                data={fields}
                error={errors.frequencyKey}
                disabled={disabled}
                className={classes.companion}
                maw={360}
              />
            )}
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
}
