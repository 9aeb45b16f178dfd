import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { MailFrame } from './MailFrame';
import classes from './MailView.module.css';

interface MailViewProps {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Whether the subject stands above, where nothing else says it. */
  readonly withSubject?: boolean;
}

type Look = 'desktop' | 'phone' | 'dark' | 'text';

const looks: readonly { readonly value: Look; readonly label: string }[] = [
  { value: 'desktop', label: 'Desktop' },
  { value: 'phone', label: 'Phone' },
  { value: 'dark', label: 'Dark' },
  { value: 'text', label: 'Text' },
];

/** A rendered mail, as different readers see it. */
export function MailView({ subject, html, text, withSubject = true }: MailViewProps) {
  const [look, setLook] = useState<Look>('desktop');
  return (
    <div className={classes.mail} role="group" aria-label="The email">
      {withSubject && (
        <Text size="sm" fw={600} className={classes.subject}>
          {subject || 'No subject'}
        </Text>
      )}
      <SegmentedControl aria-label="How it looks" size="xs" data={[...looks]} value={look} onChange={(next) => setLook(next as Look)} />
      {look === 'text' ? (
        <pre className={classes.text} tabIndex={0} role="group" aria-label="Text part">
          {text}
        </pre>
      ) : (
        <MailFrame html={html} title={`The email “${subject}”`} dark={look === 'dark'} width={look === 'phone' ? 375 : undefined} />
      )}
    </div>
  );
}
