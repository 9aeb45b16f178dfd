import { Button, type ButtonProps } from '@mantine/core';
import type { Enrollment } from '../api/types';
import { confirm } from '../common/confirm';
import { notifyDone, notifyProblem } from '../common/notify';
import { useExitEnrollment } from './queries';

interface ExitButtonProps extends ButtonProps {
  readonly enrollment: Pick<Enrollment, 'id' | 'email' | 'automationName'>;
  readonly 'aria-label'?: string;
}

/** Drops a run by hand, after asking. */
export function ExitButton({ enrollment: { id, email, automationName }, ...props }: ExitButtonProps) {
  const exit = useExitEnrollment();
  const ask = () =>
    confirm({
      title: 'Exit this enrollment?',
      text: `${email} exits ${automationName} at the current step. You can’t undo this.`,
      yes: 'Exit',
      danger: true,
      onYes: () =>
        exit.mutate(id, {
          onSuccess: () => notifyDone(`${email} has exited.`),
          onError: (failure) => notifyProblem('We couldn’t exit the enrollment', failure),
        }),
    });
  return (
    <Button variant="default" onClick={ask} loading={exit.isPending} {...props}>
      Exit…
    </Button>
  );
}
