import { notifications } from '@mantine/notifications';
import { IconCheck, IconX } from '@tabler/icons-react';
import { asProblem, explain } from '../api/problem';
import { wantDialogs } from './dialogs';

const closeButtonProps = { 'aria-label': 'Dismiss' };

export function notifyDone(message: string) {
  wantDialogs();
  notifications.show({ message, color: 'teal', closeButtonProps, icon: <IconCheck size={16} /> });
}

export function notifyProblem(title: string, failure: unknown) {
  wantDialogs();
  notifications.show({ title, message: explain(asProblem(failure)), color: 'red', closeButtonProps, icon: <IconX size={16} />, autoClose: 8000 });
}
