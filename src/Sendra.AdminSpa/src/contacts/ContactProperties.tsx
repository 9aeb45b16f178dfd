import { Paper, Text, Title } from '@mantine/core';
import type { Contact } from '../api/types';
import { members } from '../common/jsonText';
import { Time } from '../common/Time';
import { propertyTitles } from './properties';
import classes from './ContactProperties.module.css';

/** What is known about a contact; a custom field's text is as its event sent it. */
export function ContactProperties({ contact }: { readonly contact: Contact }) {
  const { externalId, firstName, lastName, name, customFields, createdAt } = contact;
  const properties: [string, string | null][] = [
    [propertyTitles.externalId, externalId],
    [propertyTitles.firstName, firstName],
    [propertyTitles.lastName, lastName],
    [propertyTitles.name, name],
    ...members(customFields ?? '{}').map(readValue),
  ];
  return (
    <Paper withBorder radius="lg" p="lg" className={classes.card} component="section" aria-labelledby="properties">
      <Title order={2} size="h5" mb="sm" id="properties">
        Properties
      </Title>
      <dl className={classes.properties}>
        {properties.map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>
              {value ?? (
                <Text span inherit c="dimmed">
                  not set
                </Text>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>Created</dt>
          <dd>
            <Time iso={createdAt} />
          </dd>
        </div>
      </dl>
    </Paper>
  );
}

// Strings without their quotes; numbers with the digits they came with.
function readValue([name, json]: readonly [string, string]): [string, string | null] {
  return [name, json === 'null' ? null : json.startsWith('"') ? (JSON.parse(json) as string) : json];
}
