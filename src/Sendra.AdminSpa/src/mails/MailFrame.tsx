import { useMemo } from 'react';
import { nonce } from '../common/nonce';
import { mailDocument } from './mailDocument';
import classes from './MailFrame.module.css';

interface MailFrameProps {
  readonly html: string;
  readonly title: string;
  /** As a program shows it whose reader prefers the dark. */
  readonly dark?: boolean;
  /** Pixels; the room that there is where it is left out. */
  readonly width?: number | undefined;
}

/** A mail as it looks, in a frame of its own: no script runs there, and nothing of it reaches the app. */
export function MailFrame({ html, title, dark = false, width }: MailFrameProps) {
  const document = useMemo(() => mailDocument(html, nonce), [html]);
  // Mails that know the dark change themselves; programs turn the colours of the others.
  const knowsDark = /prefers-color-scheme|color-scheme/.test(html);
  return (
    <iframe
      className={classes.frame}
      data-dark={dark || undefined}
      data-turned={(dark && !knowsDark) || undefined}
      style={{ maxWidth: width }}
      sandbox=""
      referrerPolicy="no-referrer"
      srcDoc={document}
      title={title}
    />
  );
}
