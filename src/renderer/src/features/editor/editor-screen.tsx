/** The scenario editor: the steps as sentences and forms, and beside them the text that they are. */
import { Button, SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { editEmpty } from '../../client/edit-scenario.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { isTyping } from '../../components/typing.ts';
import { useUnsaved } from '../../form/unsaved.ts';
import { paths } from '../../stores/address.ts';
import { changeDraft, type EditorDraft, isUnsaved, useEditorDraft, useIsKept } from '../../stores/editor-draft.ts';
import classes from './editor.module.css';
import { EditorVerbs } from './editor-verbs.tsx';
import { OpenMenu } from './open-menu.tsx';
import { RunStatus } from './run-status.tsx';
import { StepsPane } from './steps/steps-pane.tsx';
import type { CodeEditor } from './text/code-editor.ts';
import { TextPane } from './text/text-pane.tsx';
import { useCheck } from './use-check.ts';
import { shownOf, useRehearsal } from './use-rehearsal.ts';
import { useSteps } from './use-steps.ts';

const BREADCRUMBS = [{ label: 'Scenarios', to: paths.scenarios }, { label: 'Editor' }];

export function EditorScreen() {
  const draft = useEditorDraft();
  return draft === null ? <NothingOpen /> : <Editor draft={draft} />;
}

function NothingOpen() {
  return (
    <Page title="Scenario editor" breadcrumbs={BREADCRUMBS} actions={<OpenMenu />}>
      <Section title="Nothing is open" flush>
        <EmptyState
          sentence="A scenario is written here as steps in plain English, with its text beside them."
          action={<Button onClick={() => void editEmpty()}>Start an empty scenario</Button>}
        />
      </Section>
    </Page>
  );
}

function Editor({ draft }: { readonly draft: EditorDraft }) {
  const { fileName, text } = draft;
  const { problems, isCurrent } = useCheck(fileName, text);
  const steps = useSteps(text);
  const { report, isRunning, run } = useRehearsal(fileName, text);
  const [openId, setOpenId] = useState<string | null>(null);
  const [wantedIndex, setWantedIndex] = useState<number | null>(null);
  const codeEditor = useRef<CodeEditor>(null);
  const [pane, setPane] = useState<'steps' | 'text'>('steps');
  // What is typed is kept for a reload and for other screens; only where the browser has no room it would be lost.
  const isKept = useIsKept();
  useUnsaved(!isKept && isUnsaved(draft));

  const { ids, source } = steps;
  const wantedId = wantedIndex === null ? undefined : ids[wantedIndex]?.id;
  if (wantedId !== undefined) {
    setWantedIndex(null);
    setOpenId(wantedId);
  }
  const openStep = source.steps[ids.findIndex(({ id }) => id === openId)];
  const openAtCursor = (offset: number) => {
    const index = source.steps.findIndex(({ from, end }) => offset >= from && offset <= end);
    setOpenId(ids[index]?.id ?? null);
  };
  // Beside a field, where the browser undoes typing, it is the text whose last change is undone, not the workspace's.
  const undoInText = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (event.altKey || !(event.ctrlKey || event.metaKey) || !['z', 'y'].includes(key)) return;
    if (event.defaultPrevented || isTyping(event.nativeEvent)) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) codeEditor.current?.redo();
    else codeEditor.current?.undo();
  };
  return (
    <Page
      title="Scenario editor"
      breadcrumbs={BREADCRUMBS}
      actions={
        <EditorVerbs draft={draft} problemCount={problems.length} isRunning={isRunning} onRun={() => void run()} />
      }
    >
      <RunStatus
        problems={problems}
        isCurrent={isCurrent}
        report={report}
        isUnsaved={isUnsaved(draft)}
        isKept={isKept}
      />
      <SegmentedControl
        className={classes.panes}
        aria-label="Shown"
        size="xs"
        data={[
          { value: 'steps', label: 'Steps' },
          { value: 'text', label: 'Text' },
        ]}
        value={pane}
        onChange={(value) => setPane(value as 'steps' | 'text')}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of all that is in it */}
      <div className={classes.editor} data-pane={pane} onKeyDown={undoInText}>
        <div className={classes.steps}>
          <StepsPane
            steps={steps}
            problems={problems}
            played={(report && shownOf(report)?.steps) ?? []}
            openId={openId}
            onOpen={setOpenId}
            onOpenAt={setWantedIndex}
          />
        </div>
        <section className={classes.text} aria-label="Text">
          <TextPane
            ref={codeEditor}
            text={text}
            problems={problems}
            marked={openStep ? { from: openStep.start, to: openStep.end } : null}
            onText={(typed) => changeDraft({ text: typed })}
            onCursor={openAtCursor}
          />
        </section>
      </div>
    </Page>
  );
}
