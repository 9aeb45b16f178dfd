import type { Schemas } from '../../api/client';
import { MailView } from '../../mails/MailView';

/** An email as it would be sent. */
export function RenderedMailView({ mail: { subject, html, text } }: { readonly mail: Schemas['RenderedEffect'] }) {
  return (
    <div style={{ marginTop: 10 }}>
      <MailView subject={subject ?? ''} html={html ?? ''} text={text ?? ''} />
    </div>
  );
}
