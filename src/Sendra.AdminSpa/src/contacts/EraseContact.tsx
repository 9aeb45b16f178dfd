import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { notifyDone } from '../common/notify';
import { ProblemAlert } from '../common/ProblemAlert';
import { useEraseContact } from './queries';

interface EraseContactProps {
  readonly contactId: string;
  readonly email: string;
  readonly onClose: () => void;
}

/** Erasing can't be undone: the address has to be typed. */
export function EraseContact({ contactId, email, onClose }: EraseContactProps) {
  const [typed, setTyped] = useState('');
  const erase = useEraseContact();
  const navigate = useNavigate();
  const run = () =>
    erase.mutate(contactId, {
      onSuccess: () => {
        notifyDone(`${email} is erased.`);
        void navigate({ to: '/contacts' });
      },
    });

  return (
    <Modal opened onClose={onClose} title={`Erase ${email}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <Stack>
          {erase.error && <ProblemAlert title="Not everything is erased yet. Try again to continue" error={erase.error} />}
          <Text size="sm">You can’t undo this. It permanently erases:</Text>
          <List size="sm" spacing={4}>
            <List.Item>the contact with all properties,</List.Item>
            <List.Item>all their events in the log, with properties and decisions,</List.Item>
            <List.Item>all their enrollments, including active ones,</List.Item>
            <List.Item>their data in webhook deliveries.</List.Item>
          </List>
          <Text size="sm">Counts of event names and automations go down too. A later event with this email creates a new contact.</Text>
          <TextInput label="Type the email to confirm" placeholder={email} spellCheck={false} autoComplete="off" data-autofocus value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red.8" disabled={typed.trim().toLowerCase() !== email} loading={erase.isPending}>
              Erase
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
