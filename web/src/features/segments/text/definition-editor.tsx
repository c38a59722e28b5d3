import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import type { DefinitionProblem } from '../api/parse-definition';
import { serverCompletion } from './completion';
import styles from './definition-editor.module.css';
import { editorTheme } from './editor-theme';
import { segmentSyntax } from './language';
import { stretchOf } from './places';

interface DefinitionEditorProps {
  value: string;
  problems: readonly DefinitionProblem[];
  /** What describes the field for those who hear the page. */
  describedBy: string;
  onChange: (value: string) => void;
}

/** Marks what came from outside, so that it is not told back. */
const fromOutside = Annotation.define<boolean>();

const example = 'did "Export File" at least 3 times in the last 14 days\nand plan is "free"';

function diagnosticsOf(text: string, problems: readonly DefinitionProblem[]): Diagnostic[] {
  return problems.map((problem) => {
    const { from, to } = stretchOf(text, problem);
    const { suggestion } = problem;
    return {
      from,
      to,
      severity: problem.severity === 'error' ? 'error' : 'warning',
      message: problem.message,
      ...(suggestion === null
        ? {}
        : { actions: [{ name: `Use ${suggestion}`, apply: (view: EditorView, start: number, end: number) => view.dispatch({ changes: { from: start, to: end, insert: suggestion } }) }] }),
    };
  });
}

/** The text of a definition: coloured, completed from the workspace's data, its problems underlined where they are. */
export function DefinitionEditor({ value, problems, describedBy, onChange }: DefinitionEditorProps) {
  const { key: workspace } = useWorkspace();
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const told = useRef({ onChange, workspace });
  useEffect(() => {
    told.current = { onChange, workspace };
  });

  useEffect(() => {
    if (!frame.current) return;
    const editor = new EditorView({
      parent: frame.current,
      state: EditorState.create({
        extensions: [
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          segmentSyntax,
          editorTheme,
          EditorView.lineWrapping,
          placeholder(example),
          autocompletion({ override: [serverCompletion(() => told.current.workspace)], icons: false, activateOnTypingDelay: 80 }),
          // Tab leads on, as everywhere on the page.
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.contentAttributes.of({ 'aria-label': 'Definition', 'aria-describedby': describedBy, spellcheck: 'false' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromOutside))) told.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [describedBy]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    const head = Math.min(editor.state.selection.main.head, value.length);
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value }, selection: { anchor: head }, annotations: fromOutside.of(true) });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state.doc.toString(), problems)));
  }, [problems, value]);

  return <div ref={frame} className={styles.editor} />;
}
