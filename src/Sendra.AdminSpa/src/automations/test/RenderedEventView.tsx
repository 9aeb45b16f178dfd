import { Code, Group, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { JsonView } from '../../common/JsonView';
import classes from './RenderedCallView.module.css';

/** An event as it would be sent. */
export function RenderedEventView({ event: { eventName, properties } }: { readonly event: Schemas['RenderedEffect'] }) {
  return (
    <div className={classes.call} role="group" aria-label="The event">
      <Group gap={8} align="flex-start" wrap="nowrap">
        <Code className={classes.method}>event</Code>
        <span className={classes.url}>{eventName}</span>
      </Group>
      {properties === null || properties === undefined ? (
        <Text size="xs" c="dimmed">
          No properties.
        </Text>
      ) : (
        <JsonView json={JSON.stringify(properties)} label="Properties" />
      )}
    </div>
  );
}
