import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { nonce } from '../../common/nonce';
import type { TemplateFields } from './fields';
import { sourceLanguage, type SourceFormat } from './language';
import { look } from './look';

interface SourceEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly format: SourceFormat;
  readonly fields: TemplateFields;
}

/** CodeMirror. Tab leaves it, as it leaves every field. */
export default function SourceEditor({ label, value, onChange, format, fields }: SourceEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const language = useRef(new Compartment());
  const changed = useEffectEvent(onChange);
  const known = useRef(fields);
  known.current = fields;

  const begin = useEffectEvent(() =>
    EditorState.create({
      doc: value,
      extensions: [
        lineNumbers(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap]),
        EditorView.lineWrapping,
        EditorView.cspNonce.of(nonce),
        // What scrolls has to have something in it that keys can reach.
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            changed(update.state.doc.toString());
          }
        }),
        language.current.of(sourceLanguage(format, () => known.current)),
        look,
      ],
    }),
  );

  useEffect(() => {
    const made = new EditorView({ state: begin(), parent: place.current! });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(sourceLanguage(format, () => known.current)) });
  }, [format]);

  // What was changed elsewhere: another version was loaded.
  useEffect(() => {
    const shown = view.current?.state.doc;
    if (shown !== undefined && shown.toString() !== value) {
      view.current!.dispatch({ changes: { from: 0, to: shown.length, insert: value } });
    }
  }, [value]);

  return <div ref={place} style={{ height: '100%' }} />;
}
