/** The text of the scenario, and below it what is wrong with it, each problem a way to its line. */
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { FileProblem } from '../../../client/open-scenario.ts';
import { type CodeEditor, createCodeEditor, type Span } from './code-editor.ts';
import { ProblemList } from './problem-list.tsx';
import classes from './text.module.css';

interface TextPaneProps {
  /** Lets the screen undo what its forms did. */
  readonly ref: RefObject<CodeEditor | null>;
  readonly text: string;
  readonly problems: readonly FileProblem[];
  /** The step that is open in its form. */
  readonly marked: Span | null;
  readonly onText: (text: string) => void;
  readonly onCursor: (offset: number) => void;
}

export function TextPane({ ref: editor, text, problems, marked, onText, onCursor }: TextPaneProps) {
  const host = useRef<HTMLDivElement>(null);
  const firstText = useRef(text);
  const tellText = useEffectEvent(onText);
  const tellCursor = useEffectEvent(onCursor);
  useEffect(() => {
    if (host.current === null) return;
    const created = createCodeEditor({
      parent: host.current,
      text: firstText.current,
      label: 'Scenario text',
      onText: (typed) => tellText(typed),
      onCursor: (offset) => tellCursor(offset),
    });
    editor.current = created;
    return () => created.destroy();
  }, [editor]);
  useEffect(() => {
    firstText.current = text;
    editor.current?.setText(text);
  }, [editor, text]);
  useEffect(() => editor.current?.setProblems(problems), [editor, problems]);
  const from = marked?.from;
  const to = marked?.to;
  useEffect(
    () => editor.current?.mark(from === undefined || to === undefined ? null : { from, to }),
    [editor, from, to],
  );
  return (
    <>
      <div ref={host} className={classes.text} />
      <ProblemList problems={problems} onGoTo={({ line, column }) => editor.current?.goTo(line, column)} />
    </>
  );
}
