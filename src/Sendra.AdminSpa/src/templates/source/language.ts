import { type Completion } from '@codemirror/autocomplete';
import { html } from '@codemirror/lang-html';
import { liquid } from '@codemirror/lang-liquid';
import { xml, type ElementSpec } from '@codemirror/lang-xml';
import type { Extension } from '@codemirror/state';
import { namesBelow, type TemplateFields } from './fields';

export type SourceFormat = 'html' | 'mjml';

const variables: readonly Completion[] = [
  { label: 'contact', type: 'variable', detail: 'who gets it' },
  { label: 'trigger', type: 'variable', detail: 'the event that enrolled them' },
  { label: 'event', type: 'variable', detail: 'the latest event' },
  { label: 'workspace', type: 'variable', detail: 'the sender' },
  { label: 'unsubscribeUrl', type: 'variable', detail: 'their own link' },
];

/** HTML or MJML with Liquid in it, which completes the fields that there are. */
export function sourceLanguage(format: SourceFormat, fields: () => TemplateFields): Extension {
  return liquid({
    base: format === 'html' ? html() : xml({ elements: mjml }),
    variables: [...variables],
    properties: (path) => namesBelow(fields(), path).map((label): Completion => ({ label, type: 'property' })),
  });
}

const text = ['align', 'color', 'font-family', 'font-size', 'font-weight', 'line-height', 'padding', 'css-class'];
const box = ['background-color', 'border', 'border-radius', 'padding', 'width', 'css-class'];
const spec = (name: string, attributes: readonly string[], children: readonly string[] = []): ElementSpec => ({ name, attributes: [...attributes], children: [...children] });
const content = ['mj-text', 'mj-button', 'mj-image', 'mj-divider', 'mj-spacer', 'mj-table', 'mj-social', 'mj-raw'];

/** The elements of MJML that mails are mostly made of. */
const mjml: readonly ElementSpec[] = [
  { ...spec('mjml', ['lang'], ['mj-head', 'mj-body']), top: true },
  spec('mj-head', [], ['mj-title', 'mj-preview', 'mj-attributes', 'mj-style', 'mj-font', 'mj-breakpoint']),
  spec('mj-title', []),
  spec('mj-preview', []),
  spec('mj-attributes', [], ['mj-all', 'mj-class', ...content]),
  spec('mj-all', text),
  spec('mj-class', ['name', ...text]),
  spec('mj-style', ['inline']),
  spec('mj-font', ['name', 'href']),
  spec('mj-breakpoint', ['width']),
  spec('mj-body', ['background-color', 'width'], ['mj-section', 'mj-wrapper', 'mj-hero', 'mj-raw']),
  spec('mj-wrapper', box, ['mj-section']),
  spec('mj-section', ['background-url', 'full-width', 'direction', 'text-align', ...box], ['mj-column', 'mj-group']),
  spec('mj-group', ['width', 'vertical-align'], ['mj-column']),
  spec('mj-column', ['vertical-align', ...box], content),
  spec('mj-hero', ['background-url', 'mode', 'height', ...box], content),
  spec('mj-text', text),
  spec('mj-button', ['href', 'inner-padding', ...text, ...box]),
  spec('mj-image', ['src', 'alt', 'href', 'height', 'align', ...box]),
  spec('mj-divider', ['border-color', 'border-width', 'padding', 'width']),
  spec('mj-spacer', ['height']),
  spec('mj-table', [...text, 'width']),
  spec('mj-social', ['mode', 'icon-size', 'align'], ['mj-social-element']),
  spec('mj-social-element', ['name', 'href', 'src', 'alt']),
  spec('mj-raw', []),
];
