import { SegmentedControl, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { PairRows } from './PairRows';
import { SeenNames } from './SeenNames';
import { plainText, type SourceFields } from './sourceFields';
import classes from './SourceForm.module.css';

interface EventNameFieldsProps {
  readonly form: SourceFields;
  /** As they came. */
  readonly names: readonly string[];
}

/** What a delivery's event is called. */
export function EventNameFields({ form, names }: EventNameFieldsProps) {
  const draft = form.values;
  return (
    <>
      <div>
        <Text size="sm" fw={600} mb={4} id="name-from">
          The event’s name is
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="name-from"
          data={[
            { value: 'path', label: 'read from a field' },
            { value: 'fixed', label: 'always the same' },
          ]}
          {...form.getInputProps('nameFrom')}
        />
      </div>
      {draft.nameFrom === 'path' ? (
        <>
          <TextInput label="Event name path" placeholder="type" classNames={{ input: classes.path }} {...plainText} {...form.getInputProps('namePath')} />
          {names.length > 0 && (
            <SeenNames
              names={names}
              naming={draft}
              onChange={({ nameMap, nameOnly }) => {
                form.setFieldValue('nameMap', nameMap);
                form.setFieldValue('nameOnly', nameOnly);
              }}
            />
          )}
          <PairRows
            title="Renamed events"
            rows={draft.nameMap.map(({ from, to }) => [from, to] as const)}
            onChange={(rows) => form.setFieldValue('nameMap', rows.map(([from, to]) => ({ from, to })))}
            labels={(row) => [`Name ${row} as it arrives`, `Name ${row} here`]}
            placeholders={['orders/create', 'orderCreated']}
            removeLabel="Remove name"
            addLabel="Rename an event"
          />
          <TextInput label="Name prefix" description="Added before every name that isn’t renamed." placeholder="shop." {...plainText} {...form.getInputProps('namePrefix')} />
          <Textarea
            label="Only these events"
            description="The names as they come, one per line. All others are ignored. Leave empty to take all."
            autosize
            maxRows={8}
            spellCheck={false}
            classNames={{ input: classes.path }}
            {...form.getInputProps('nameOnly')}
          />
          <Switch
            label="Keep names as they arrive"
            description="Otherwise orders/create becomes orders.create, which can be declared."
            {...form.getInputProps('keepName', { type: 'checkbox' })}
          />
        </>
      ) : (
        <TextInput label="Event name" placeholder="purchaseCompleted" {...plainText} {...form.getInputProps('nameFixed')} />
      )}
    </>
  );
}
