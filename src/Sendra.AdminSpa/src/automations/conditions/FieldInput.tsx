import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { customFieldsQuery } from '../../customFields/queries';
import { useEventFields } from './useEventFields';

const ownFields = ['email', 'firstName', 'lastName', 'name', 'externalId'];

/** A field of the contact, of the event at hand, or of the trigger event; those of events are typed. */
export function FieldInput(props: Omit<AutocompleteProps, 'data'>) {
  const custom = useQuery(customFieldsQuery).data?.items.map((one) => one.name) ?? [];
  const [event, trigger] = [useEventFields('event'), useEventFields('trigger')];
  return (
    <Autocomplete
      size="sm"
      placeholder="contact.plan"
      spellCheck={false}
      autoComplete="off"
      maxDropdownHeight={260}
      limit={60}
      data={[
        { group: 'Contact', items: [...ownFields, ...custom].map((name) => `contact.${name}`) },
        { group: 'Events: type on', items: ['event.', ...event, 'trigger.', ...trigger] },
      ]}
      {...props}
    />
  );
}
