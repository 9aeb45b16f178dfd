import { ActionIcon, Button, Checkbox, Group, Modal, Select, Stack, Table, TagsInput, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSparkles, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, fieldErrors } from '../api/problem';
import type { Pattern } from '../api/types';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { useEditPattern, useLearnPattern } from './queries';
import { emptyProperty, enforcements, mayBeAllowed, toDraft, toProperty, types, type DraftProperty, type Enforcement, type SchemaType } from './schema';

interface SchemaDialogProps {
  readonly pattern: Pattern;
  readonly onClose: () => void;
}

/** What the events of a name must have, and what happens to those that don't. */
export function SchemaDialog({ pattern, onClose }: SchemaDialogProps) {
  const [enforcement, setEnforcement] = useState<Enforcement>(pattern.enforcement);
  const [properties, setProperties] = useState<readonly DraftProperty[]>(() => pattern.properties.map(toDraft));
  const edit = useEditPattern();
  const learn = useLearnPattern();
  const errors = edit.error === null ? {} : fieldErrors(asProblem(edit.error));
  const save = (onSuccess: (saved: Pattern) => void) => edit.mutate({ id: pattern.id, properties: properties.map(toProperty), enforcement }, { onSuccess });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save(() => {
      notifyDone(`The schema of ${pattern.name} is saved. It applies from the next event on.`);
      onClose();
    });
  };

  // What stands here is saved first: learning adds to it.
  const learnFromEvents = () =>
    save((saved) =>
      learn.mutate(pattern.id, {
        onSuccess: (learned) => {
          const more = learned.properties.length - saved.properties.length;
          setProperties(learned.properties.map(toDraft));
          notifyDone(more === 0 ? 'The last events have nothing new.' : `${more} ${more === 1 ? 'property' : 'properties'} learned from the last events.`);
        },
      }),
    );
  const isPending = edit.isPending || learn.isPending;

  return (
    <Modal opened onClose={onClose} size="xl" title={`Schema of ${pattern.name}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {(edit.error ?? learn.error) && Object.keys(errors).every((field) => !field.startsWith('properties[')) && (
            <ProblemAlert title="We couldn’t save the schema" error={edit.error ?? learn.error} />
          )}
          <Text size="sm" c="dimmed">
            The event’s top-level properties. Properties not listed here can be anything.
          </Text>
          {properties.length === 0 ? (
            <Text size="sm">No properties yet. Add one, or learn from the last 200 events.</Text>
          ) : (
            <Table.ScrollContainer minWidth={640}>
              <Table verticalSpacing={6} aria-label="Properties">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Name</Table.Th>
                    <Table.Th w={140}>Type</Table.Th>
                    <Table.Th w={90}>Required</Table.Th>
                    <Table.Th>Only these values</Table.Th>
                    <Table.Th w={44} aria-label="Remove" />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {properties.map((property, at) => (
                    <PropertyRow
                      key={property.key}
                      property={property}
                      at={at}
                      errors={errors}
                      onChange={(next) => setProperties(properties.with(at, next))}
                      onRemove={() => setProperties(properties.toSpliced(at, 1))}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
          <Group gap="sm">
            <Button variant="light" leftSection={<IconPlus size={16} />} onClick={() => setProperties([...properties, emptyProperty()])}>
              Add a property
            </Button>
            <Button variant="default" leftSection={<IconSparkles size={16} />} onClick={learnFromEvents} loading={learn.isPending} disabled={isPending}>
              Learn from events
            </Button>
          </Group>
          <Select
            label="When an event doesn’t match"
            description="A refused event gets schemaViolated from the API. A webhook’s delivery is skipped, and you can replay it."
            data={enforcements}
            value={enforcement}
            onChange={(next) => setEnforcement(next as Enforcement)}
            allowDeselect={false}
            maw={360}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={edit.isPending} disabled={isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface PropertyRowProps {
  readonly property: DraftProperty;
  readonly at: number;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (property: DraftProperty) => void;
  readonly onRemove: () => void;
}

function PropertyRow({ property, at, errors, onChange, onRemove }: PropertyRowProps) {
  const { name, type, required, allowed } = property;
  const label = name === '' ? `property ${at + 1}` : name;
  const errorOf = (field: string) => errors[`properties[${at}].${field}`];
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        <TextInput
          aria-label={`Name of property ${at + 1}`}
          placeholder="plan"
          spellCheck={false}
          autoComplete="off"
          value={name}
          onChange={(event) => onChange({ ...property, name: event.currentTarget.value })}
          error={errorOf('name')}
        />
      </Table.Td>
      <Table.Td>
        <Select aria-label={`Type of ${label}`} data={types} value={type} onChange={(next) => onChange({ ...property, type: next as SchemaType })} allowDeselect={false} error={errorOf('type')} />
      </Table.Td>
      <Table.Td>
        <Checkbox mt={8} aria-label={`${label} is required`} checked={required} onChange={(event) => onChange({ ...property, required: event.currentTarget.checked })} />
      </Table.Td>
      <Table.Td>
        {mayBeAllowed(type) && (
          <TagsInput
            aria-label={`Values of ${label}`}
            placeholder={allowed.length === 0 ? 'Any' : ''}
            data={type === 'boolean' ? ['true', 'false'] : []}
            value={[...allowed]}
            onChange={(values) => onChange({ ...property, allowed: values })}
            acceptValueOnBlur
            error={errorOf('allowed')}
          />
        )}
      </Table.Td>
      <Table.Td>
        <ActionIcon variant="subtle" color="gray" mt={4} aria-label={`Remove ${label}`} onClick={onRemove}>
          <IconTrash size={17} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
