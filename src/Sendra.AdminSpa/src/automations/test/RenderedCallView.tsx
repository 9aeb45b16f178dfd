import { Code, Group, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { isJson } from '../../common/jsonText';
import { JsonView } from '../../common/JsonView';
import classes from './RenderedCallView.module.css';

/** A call as it would be sent. */
export function RenderedCallView({ call: { method, url, headers, body } }: { readonly call: Schemas['RenderedEffect'] }) {
  return (
    <div className={classes.call} role="group" aria-label="The call">
      <Group gap={8} align="flex-start" wrap="nowrap">
        <Code className={classes.method}>{method}</Code>
        <span className={classes.url}>{url}</span>
      </Group>
      {headers && Object.keys(headers).length > 0 && (
        <dl className={classes.headers}>
          {Object.entries(headers).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {body === null ? (
        <Text size="xs" c="dimmed">
          No body.
        </Text>
      ) : isJson(body) ? (
        <JsonView json={body} label="Body" />
      ) : (
        <pre className={classes.body} tabIndex={0} role="group" aria-label="Body">
          {body}
        </pre>
      )}
    </div>
  );
}
