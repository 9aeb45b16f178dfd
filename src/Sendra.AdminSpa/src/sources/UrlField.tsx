import { Group, Text } from '@mantine/core';
import { CopyButton } from '../common/CopyButton';
import classes from './UrlField.module.css';

export function UrlField({ url }: { readonly url: string }) {
  return (
    <div className={classes.frame}>
      <Text size="sm" fw={600}>
        Webhook URL
      </Text>
      <Group gap="xs" wrap="nowrap">
        <code className={classes.url}>
          {url}
        </code>
        <CopyButton value={url} label="Copy the URL" />
      </Group>
      <Text size="xs" c="dimmed">
        Paste it at the sender. Whoever knows it can send events: treat it as a secret.
      </Text>
    </div>
  );
}
