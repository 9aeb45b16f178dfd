import { Alert, Code, Text } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';

/** Says what becomes of emails while there is no mail server, and how to change it. */
export function CapturedNotice() {
  return (
    <Alert color="yellow" variant="light" icon={<IconMailOff size={18} />} title="Captured emails aren’t delivered" role="note" mb="md">
      <Text size="sm" c="var(--mantine-color-text)">
        No mail server is set up here, so emails are kept for you to read. To deliver emails, set <Code>Smtp__Host</Code> (and <Code>Smtp__User</Code>, <Code>Smtp__Password</Code>) where Sendra runs, and restart
        it. Emails already captured aren’t sent.
      </Text>
    </Alert>
  );
}
