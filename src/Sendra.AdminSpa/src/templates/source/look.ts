import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const colors = {
  tag: 'light-dark(#0b5c8a, #7cc7f5)',
  name: 'light-dark(#6b3fa0, #cfb1f5)',
  text: 'light-dark(#0b6b3a, #86d9a5)',
  number: 'light-dark(#9a3b00, #f5b678)',
  quiet: 'var(--mantine-color-dimmed)',
};

const highlighting = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: colors.tag },
  { tag: [tags.attributeName, tags.propertyName], color: colors.name },
  { tag: [tags.string, tags.attributeValue], color: colors.text },
  { tag: [tags.number, tags.bool, tags.literal], color: colors.number },
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword, tags.brace], color: 'light-dark(#0b5a53, #7fe3d2)', fontWeight: '600' },
  { tag: tags.variableName, color: 'light-dark(#0b5a53, #7fe3d2)' },
  { tag: [tags.comment, tags.meta, tags.documentMeta], color: colors.quiet },
]);

/** The app's colours, in both schemes. */
export const look = [
  syntaxHighlighting(highlighting),
  EditorView.theme({
    '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--app-surface)', color: 'var(--mantine-color-text)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6' },
    '.cm-content': { padding: '10px 0', caretColor: 'var(--mantine-color-text)' },
    '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
    '.cm-gutters': { backgroundColor: 'var(--app-surface)', color: 'var(--mantine-color-dimmed)', border: 'none' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'light-dark(#f1f4f680, #1f262e80)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'light-dark(#c3ebe3, #1d4a45)' },
    '.cm-tooltip, .cm-panels': { backgroundColor: 'var(--app-surface)', color: 'var(--mantine-color-text)', border: '1px solid var(--app-line)', borderRadius: '6px' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'light-dark(#d3f7ef, #14322f)', color: 'inherit' },
    '.cm-completionDetail': { color: 'var(--mantine-color-dimmed)' },
    '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'light-dark(#d3f7ef, #14322f)' },
  }),
];
