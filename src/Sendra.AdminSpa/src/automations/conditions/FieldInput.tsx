import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { unlessExact } from './unlessExact';
import { useContactFields, useEventFields } from './useEventFields';
import classes from './ConditionEditor.module.css';

/** A field of the contact, of the event at hand, or of the trigger event; those that nothing is known of are typed. */
export function FieldInput(props: Omit<AutocompleteProps, 'data'>) {
  const contact = useContactFields();
  const [event, trigger] = [useEventFields('event'), useEventFields('trigger')];
  const known = new Map([...contact, ...event, ...trigger].map((one) => [one.field, one]));
  return (
    <Autocomplete
      size="sm"
      placeholder="contact.plan"
      spellCheck={false}
      autoComplete="off"
      limit={80}
      filter={unlessExact}
      comboboxProps={{ width: 300, position: 'bottom-start' }}
      data={[
        { group: 'Contact', items: contact.map((one) => one.field) },
        { group: 'Event', items: ['event.', ...event.map((one) => one.field)] },
        { group: 'Trigger event', items: ['trigger.', ...trigger.map((one) => one.field)] },
      ]}
      renderOption={({ option }) => <FieldOption field={option.value} examples={known.get(option.value)?.examples ?? []} />}
      {...props}
    />
  );
}

function FieldOption({ field, examples }: { readonly field: string; readonly examples: readonly string[] }) {
  return (
    <span className={classes.option}>
      <span>{field.endsWith('.') ? `${field}…` : field}</span>
      {examples.length > 0 && <span className={classes.examples}>{examples.slice(0, 3).join(', ')}</span>}
    </span>
  );
}
