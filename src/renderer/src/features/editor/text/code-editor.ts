/** CodeMirror as this app uses it: YAML, its colours from the theme, problems at their lines, one step marked. */
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { FileProblem } from '../../../client/open-scenario.ts';
import { difference } from './difference.ts';

export interface CodeEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** Told of what is typed. */
  readonly onText: (text: string) => void;
  /** Told where a person put the cursor, as an offset. */
  readonly onCursor: (offset: number) => void;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface CodeEditor {
  /** Shows another text; only what differs is replaced, so that the cursor and the way back stay. */
  readonly setText: (text: string) => void;
  readonly setProblems: (problems: readonly FileProblem[]) => void;
  /** Marks the lines of a part of the text and brings them into view; `null` marks nothing. */
  readonly mark: (span: Span | null) => void;
  /** Puts the cursor at a line and a column, both from 1. */
  readonly goTo: (line: number, column: number) => void;
  /** Takes back the last change of the text, whether it was typed or made by a form; and makes it again. */
  readonly undo: () => void;
  readonly redo: () => void;
  readonly destroy: () => void;
}

const setMark = StateEffect.define<Span | null>();
const marked = Decoration.line({ class: 'marked-line' });
const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes, state }) {
    const effect = effects.find((each) => each.is(setMark));
    if (!effect) return marks.map(changes);
    return effect.value === null ? Decoration.none : linesOf(state, effect.value as Span);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function linesOf({ doc }: EditorState, { from, to }: Span): DecorationSet {
  const lines: Range<Decoration>[] = [];
  for (let line = doc.lineAt(Math.min(from, doc.length)); ; line = doc.line(line.number + 1)) {
    lines.push(marked.range(line.from));
    if (line.to >= Math.min(to, doc.length) || line.number === doc.lines) break;
  }
  return Decoration.set(lines);
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--lab-accent)', fontWeight: '600' },
  { tag: tags.comment, color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' },
  { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'var(--mantine-color-text)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--mantine-color-text)', backgroundColor: 'var(--lab-surface)' },
  '&.cm-focused': { outline: '2px solid var(--lab-accent)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'var(--mantine-font-family-monospace)',
    fontSize: 'var(--mantine-font-size-sm)',
    lineHeight: '1.55',
  },
  '.cm-content': { caretColor: 'var(--mantine-color-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-gutters': {
    backgroundColor: 'var(--lab-surface)',
    color: 'var(--mantine-color-dimmed)',
    borderRight: '1px solid var(--lab-line)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent', boxShadow: 'inset 0 0 0 1px var(--lab-line)' },
  '.marked-line': { backgroundColor: 'var(--lab-row-selected)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--lab-accent) 30%, transparent)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--lab-surface)',
    border: '1px solid var(--lab-line)',
    color: 'var(--mantine-color-text)',
  },
});

export function createCodeEditor({ parent, text, label, onText, onCursor }: CodeEditorOptions): CodeEditor {
  // While the app itself changes the text nobody has typed.
  let isTold = true;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        indentOnInput(),
        yaml(),
        syntaxHighlighting(colours),
        lintGutter(),
        markField,
        look,
        EditorView.lineWrapping,
        EditorState.tabSize.of(2),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of((update) => {
          if (!isTold) return;
          if (update.docChanged) onText(update.state.doc.toString());
          if (update.selectionSet && update.view.hasFocus) onCursor(update.state.selection.main.head);
        }),
      ],
    }),
  });
  const quietly = (change: () => void) => {
    isTold = false;
    change();
    isTold = true;
  };
  return {
    setText: (wanted) => {
      const change = difference(view.state.doc.toString(), wanted);
      if (change !== null) quietly(() => view.dispatch({ changes: change, userEvent: 'input.form' }));
    },
    setProblems: (problems) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => diagnosticOf(view.state, problem)),
        ),
      ),
    mark: (span) => {
      const scroll =
        span === null || view.hasFocus
          ? []
          : [EditorView.scrollIntoView(Math.min(span.from, view.state.doc.length), { y: 'nearest', yMargin: 60 })];
      view.dispatch({ effects: [setMark.of(span), ...scroll] });
    },
    goTo: (line, column) => {
      const at = offsetOf(view.state, line, column);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    undo: () => undo(view),
    redo: () => redo(view),
    destroy: () => view.destroy(),
  };
}

function offsetOf({ doc }: EditorState, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + column - 1, to);
}

/** What is at fault is marked to the end of its word. */
function diagnosticOf(state: EditorState, { line, column, message }: FileProblem): Diagnostic {
  const from = offsetOf(state, line, column);
  const rest = state.doc.lineAt(from).text.slice(from - state.doc.lineAt(from).from);
  const word = /^[^\s,:}\]]+/.exec(rest)?.[0].length ?? Math.min(1, rest.length);
  return { from, to: from + word, severity: 'error', message };
}
