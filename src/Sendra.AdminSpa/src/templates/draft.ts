import type { Schemas } from '../api/client';

export type TemplateFormat = Schemas['TemplateFormat'];

/** A template as the form holds it. */
export interface TemplateDraft {
  readonly name: string;
  readonly subject: string;
  readonly preheader: string;
  readonly format: TemplateFormat;
  readonly source: string;
  /** Null where the text part is made from the HTML. */
  readonly text: string | null;
}

type Content = Pick<Schemas['TemplateResult'], 'subject' | 'preheader' | 'format' | 'source' | 'text'>;

export function toDraft(name: string, { subject, preheader, format, source, text }: Content): TemplateDraft {
  return { name, subject, preheader: preheader ?? '', format, source, text };
}

/** As the API takes it, with the HTML that the MJML was compiled to. */
export function toBody({ name, subject, preheader, format, source, text }: TemplateDraft, html: string | undefined) {
  return { name: name.trim(), subject: subject.trim(), preheader: preheader.trim() === '' ? null : preheader.trim(), format, source, html, text: text?.trim() ? text : null };
}

/** What of a template can be edited, as a text that changes with it. */
export function contentOf({ id, version, name }: Pick<Schemas['TemplateResult'], 'id' | 'version' | 'name'>): string {
  return JSON.stringify([id, version, name]);
}

const blankHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{ workspace.name }}</title>
  </head>
  <body style="margin: 0; padding: 24px; background: #ffffff; color: #1f2933; font: 16px/1.6 Helvetica, Arial, sans-serif;">
    <p>Hello {{ contact.firstName | default: "there" }},</p>
    <p>…</p>
    <p style="font-size: 13px; color: #545d68;"><a href="{{ unsubscribeUrl }}" style="color: #545d68;">Unsubscribe</a></p>
  </body>
</html>
`;

const blankMjml = `<mjml lang="en">
  <mj-head>
    <mj-title>{{ workspace.name }}</mj-title>
    <mj-attributes>
      <mj-all font-family="Helvetica, Arial, sans-serif" />
      <mj-text font-size="16px" line-height="1.6" color="#1f2933" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#f6f7f9">
    <mj-section background-color="#ffffff">
      <mj-column>
        <mj-text>Hello {{ contact.firstName | default: "there" }},</mj-text>
        <mj-text>…</mj-text>
        <mj-button href="https://example.com" background-color="#0f766e">Get started</mj-button>
        <mj-text font-size="13px" color="#545d68"><a href="{{ unsubscribeUrl }}" style="color: #545d68">Unsubscribe</a></mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;

export const blank: Readonly<Record<TemplateFormat, TemplateDraft>> = {
  html: { name: '', subject: '', preheader: '', format: 'html', source: blankHtml, text: null },
  mjml: { name: '', subject: '', preheader: '', format: 'mjml', source: blankMjml, text: null },
};
