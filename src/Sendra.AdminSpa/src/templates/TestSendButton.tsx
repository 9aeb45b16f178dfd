import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../access/session';
import { answer, api } from '../api/client';
import { notifyDone, notifyProblem } from '../common/notify';
import { toPreview, type Sample } from './sample';

interface TestSendButtonProps {
  readonly templateId: string;
  readonly sample: Sample;
  /** Whether the form says something else than what is saved, which is what would be sent. */
  readonly isDirty: boolean;
}

/** Sends the saved template to oneself, as the chosen contact would get it. */
export function TestSendButton({ templateId, sample, isDirty }: TestSendButtonProps) {
  const { email } = useMe().user;
  const navigate = useNavigate();
  const send = useMutation({
    mutationFn: async () => answer(api.POST('/api/templates/{id}/test-send', { params: { path: { id: templateId } }, body: { to: email, ...toPreview(sample) } })),
  });
  const run = () =>
    send.mutate(undefined, {
      onSuccess: ({ id, status, reason }) => {
        notifyDone(status === 'captured' ? 'The test was captured: it is kept here and wasn’t delivered.' : status === 'sent' ? `The test is on its way to ${email}.` : `The test is ${status}. ${reason ?? ''}`);
        void navigate({ to: '/messages/$messageId', params: { messageId: id } });
      },
      onError: (failure) => notifyProblem('We couldn’t send the test', failure),
    });
  return (
    <Button variant="default" leftSection={<IconSend size={16} />} onClick={run} loading={send.isPending} disabled={isDirty} title={isDirty ? 'Save first: a test sends the saved template.' : `To ${email}`}>
      Send me a test
    </Button>
  );
}
