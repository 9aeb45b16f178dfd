import { Button, type ButtonProps } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';

const SendEventDialog = lazy(() => import('./SendEventDialog'));

interface SendEventButtonProps extends Omit<ButtonProps, 'onClick'> {
  readonly body?: string | undefined;
}

/** Opens the dialog that sends an event; its code is loaded then. */
export function SendEventButton({ body, children = 'Send a test event…', ...props }: SendEventButtonProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconSend size={15} />} {...props} onClick={() => setOpened(true)}>
        {children}
      </Button>
      {opened && (
        <Suspense>
          <SendEventDialog body={body} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
