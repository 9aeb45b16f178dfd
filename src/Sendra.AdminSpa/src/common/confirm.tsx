import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { openQuestion } from './dialogs';

interface Question {
  readonly title: string;
  readonly text: ReactNode;
  readonly yes: string;
  readonly danger?: boolean;
  readonly onYes: () => void;
}

export function confirm({ title, text, yes, danger = false, onYes }: Question) {
  openQuestion({
    title,
    children: (
      <Text size="sm" component="div">
        {text}
      </Text>
    ),
    labels: { confirm: yes, cancel: 'Cancel' },
    confirmProps: danger ? { color: 'red.8' } : {},
    closeButtonProps: { 'aria-label': 'Close' },
    onConfirm: onYes,
  });
}
