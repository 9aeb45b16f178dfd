import { Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import classes from './RenderedCallView.module.css';

/** An email as it would be sent, by its subject and text part. */
export function RenderedMailView({ mail: { subject, text } }: { readonly mail: Schemas['RenderedEffect'] }) {
  return (
    <div className={classes.call} role="group" aria-label="The email">
      <Text size="sm" fw={600}>
        {subject}
      </Text>
      <pre className={classes.body} tabIndex={0} role="group" aria-label="Text part">
        {text}
      </pre>
    </div>
  );
}
