import { expect, it } from 'vitest';
import { blank, toBody, toDraft } from './draft';

it('sends null for what is left empty', () => {
  const draft = toDraft(' Welcome ', { subject: ' Hi ', preheader: null, format: 'html', source: '<p>Hi</p>', text: null });

  expect(toBody({ ...draft, text: ' ' }, undefined)).toEqual({ name: 'Welcome', subject: 'Hi', preheader: null, format: 'html', source: '<p>Hi</p>', html: undefined, text: null });
});

it('sends the compiled HTML beside its source', () => {
  expect(toBody(blank.mjml, '<p>Hi</p>')).toMatchObject({ format: 'mjml', source: blank.mjml.source, html: '<p>Hi</p>' });
});

it('begins with a link to unsubscribe', () => {
  expect(blank.html.source).toContain('{{ unsubscribeUrl }}');
  expect(blank.mjml.source).toContain('{{ unsubscribeUrl }}');
});
