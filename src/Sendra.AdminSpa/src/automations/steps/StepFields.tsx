import { Stack, TextInput } from '@mantine/core';
import { CallFields } from './CallFields';
import { EmailFields } from './EmailFields';
import type { Step } from './flow';
import { SendEventFields } from './SendEventFields';
import type { StepErrors } from './stepErrors';
import { UpdateFields } from './UpdateFields';
import { WaitFields } from './WaitFields';
import { WaitForEventFields } from './WaitForEventFields';
import classes from './StepsEditor.module.css';

interface StepFieldsProps {
  readonly step: Step;
  readonly onChange: (step: Step) => void;
  readonly errors: StepErrors;
}

/** What a step does, to be edited; the paths of a branch or a split have fields of their own. */
export function StepFields({ step, onChange, errors }: StepFieldsProps) {
  return (
    <Stack gap="md" className={classes.fields}>
      {step.type === 'sendEmail' && <EmailFields step={step} onChange={onChange} errors={errors} />}
      {step.type === 'wait' && <WaitFields step={step} onChange={onChange} errors={errors} />}
      {step.type === 'waitForEvent' && <WaitForEventFields step={step} onChange={onChange} errors={errors} />}
      {step.type === 'updateContact' && <UpdateFields step={step} onChange={onChange} errors={errors} />}
      {step.type === 'sendEvent' && <SendEventFields step={step} onChange={onChange} errors={errors} />}
      {step.type === 'callUrl' && <CallFields step={step} onChange={onChange} errors={errors} />}
      <div className={classes.pair}>
        <TextInput label="Name" description="Shown instead of the summary." value={step.name} onChange={(event) => onChange({ ...step, name: event.currentTarget.value })} error={errors.name !== undefined} />
        <TextInput
          label="ID"
          description="Runs find their step by its ID. A new ID makes it a new step."
          value={step.id}
          onChange={(event) => onChange({ ...step, id: event.currentTarget.value.trim() })}
          error={errors.id !== undefined}
          spellCheck={false}
          autoComplete="off"
          classNames={{ input: classes.mono }}
        />
      </div>
    </Stack>
  );
}
