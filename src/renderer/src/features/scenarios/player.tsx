/** The open scenario: run, step through, and see each step turn green or red. */

import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { counted } from '../../../../shared/counted.ts';
import type { PlayerState } from '../../../../shared/stream.ts';
import { attempt } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { resumeLesson, showSteps } from '../../client/lesson.ts';
import { openExample, openFiles, openLibrary, useOpenedFiles } from '../../client/open-scenario.ts';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { IconDone, IconFailed } from '../../components/icons.tsx';
import { Section } from '../../components/section.tsx';
import { paths } from '../../stores/address.ts';
import { lessonView, useLessonView } from '../../stores/lesson-view.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './player.module.css';
import { narrationOf, StepItem } from './step-item.tsx';

export function PlayerPanel() {
  const player = useWorkspace((state) => state.player);
  const isLesson = useWorkspace((state) => state.lesson !== null);
  const showsSteps = useLessonView((view) => view.showsSteps);
  if (player === null) return <NothingOpen />;
  return isLesson && !showsSteps ? <LessonOpen title={player.title} /> : <Player player={player} isLesson={isLesson} />;
}

/** The steps of a lesson are its answers. */
function LessonOpen({ title }: { readonly title: string }) {
  return (
    <Section title="Open lesson" flush>
      <EmptyState
        sentence={`“${title}” is played in its dock, beside the other screens. Its steps are not shown, for they give the answers away.`}
        action={
          <div className={classes.playerButtons}>
            <Button onClick={resumeLesson}>Continue lesson</Button>
            <Button variant="default" onClick={showSteps}>
              Author view
            </Button>
          </div>
        }
      />
    </Section>
  );
}

function NothingOpen() {
  const title = useWorkspace((state) => state.workspace.name);
  return (
    <Section title="Open scenario" flush>
      <EmptyState sentence={`No scenario is being played. Opening one leaves the workspace “${title}” as it is.`} />
    </Section>
  );
}

function Player({ player, isLesson }: { readonly player: PlayerState; readonly isLesson: boolean }) {
  return (
    <section className={classes.player} aria-label="Open scenario">
      <header className={classes.playerHeader}>
        <h2 className={classes.playerTitle}>{player.title}</h2>
        <Verbs player={player} />
        <Progress player={player} />
        {isLesson && <HideSteps />}
        {player.examples !== null && <Examples examples={player.examples} isBusy={player.running} />}
      </header>
      <div className={classes.track}>
        <div
          className={classes.done}
          style={{ width: `${(100 * player.position) / Math.max(1, player.steps.length)}%` }}
        />
      </div>
      <Stage player={player} />
      <Steps player={player} />
    </section>
  );
}

function Verbs({ player }: { readonly player: PlayerState }) {
  const isBusy = useLasting(player.running);
  if (player.position >= player.steps.length && !player.running) {
    return (
      <div className={classes.playerButtons}>
        <StartAgain player={player} />
      </div>
    );
  }
  return (
    <div className={classes.playerButtons}>
      <Button variant="default" disabled={isBusy} onClick={() => void attempt(client().scenarios.step())}>
        Step
      </Button>
      <Button loading={isBusy} onClick={() => void attempt(client().scenarios.run())}>
        Run
      </Button>
    </div>
  );
}

interface ExamplesProps {
  readonly examples: NonNullable<PlayerState['examples']>;
  readonly isBusy: boolean;
}

/** Which example of the file is open; choosing another opens that one in its place. */
function Examples({ examples: { number, titles }, isBusy }: ExamplesProps) {
  return (
    <NativeSelect
      size="xs"
      className={classes.examples ?? ''}
      aria-label="Example"
      title="Another one opens in its place, before its first step"
      disabled={isBusy}
      value={number}
      onChange={(event) => void openExample(Number(event.currentTarget.value))}
      data={titles.map((title, index) => ({
        value: String(index + 1),
        label: `Example ${index + 1} of ${titles.length}: ${title}`,
      }))}
    />
  );
}

function HideSteps() {
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => lessonView.setState({ showsSteps: false })}>
      Hide the steps
    </Button>
  );
}

/** True once it has been true for a while: one step is over before a button should change for it. */
function useLasting(value: boolean): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!value) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), 300);
    return () => clearTimeout(timer);
  }, [value]);
  return value && isLasting;
}

const HERE = { keepsCurrent: false };

/** All steps were taken: opening it again is the way back to its beginning. */
function StartAgain({ player: { id, title, examples } }: { readonly player: PlayerState }) {
  const files = useOpenedFiles(useWorkspace((state) => state.workspace.id));
  if (id === null && files === null && examples === null) return null;
  const again = () => {
    if (examples !== null) return openExample(examples.number);
    return id === null ? files && openFiles(files, HERE) : openLibrary(id, title, HERE);
  };
  return (
    <Button
      variant="default"
      title="Opens it again in this workspace, before its first step"
      onClick={() => void again()}
    >
      Start again
    </Button>
  );
}

function Progress({ player: { steps, position, running } }: { readonly player: PlayerState }) {
  const failedCount = steps.filter(({ state }) => state === 'failed').length;
  const isFinished = position >= steps.length;
  return (
    <div className={classes.progress} role="status">
      <span>
        {isFinished ? `All ${steps.length} steps taken` : `${position} of ${steps.length} steps taken`}
        {running && !isFinished ? ', running' : ''}
      </span>
      {failedCount > 0 && (
        <span className={classes.failedCount}>
          <IconFailed size={14} />
          {counted(failedCount, 'step')} failed
        </span>
      )}
      {failedCount === 0 && isFinished && (
        <span className={classes.passedAll}>
          <IconDone size={14} />
          all passed
        </span>
      )}
      <span>
        See what happens under <AppLink to={paths.cases}>Cases</AppLink>
      </span>
    </div>
  );
}

/** What was told last, large enough for an audience. */
function Stage({ player: { steps, position } }: { readonly player: PlayerState }) {
  const told = steps.findLast((step, index) => step.verb === 'say' && index < position);
  if (told) return <p className={classes.stage}>{narrationOf(told)}</p>;
  if (position > 0) return null;
  return (
    <p className={classes.stage} data-quiet>
      Nothing has happened yet: its people, Cases and External APIs are there, but no step has been taken. Step takes
      the next one, Run takes them all.
    </p>
  );
}

function Steps({ player: { steps, position, title } }: { readonly player: PlayerState }) {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each scenario too
  useLayoutEffect(() => {
    let frame = 0;
    // What was out of sight has its real height only once it was drawn: again in the next few frames.
    const show = (timesLeft: number) => {
      showStep(list.current, position);
      if (timesLeft > 0) frame = requestAnimationFrame(() => show(timesLeft - 1));
    };
    show(5);
    return () => cancelAnimationFrame(frame);
  }, [position, title]);
  return (
    // The list scrolls: the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ol ref={list} className={classes.steps} aria-label="Steps" tabIndex={0}>
      {steps.map((step) => (
        <StepItem key={step.number} step={step} isCurrent={step.number === position} />
      ))}
    </ol>
  );
}

/** Scrolls within the list only, so that the step taken last and the one after it are in sight. */
function showStep(list: HTMLElement | null, position: number): void {
  if (list === null) return;
  const item = (number: number) => list.querySelector<HTMLElement>(`[data-number="${number}"]`);
  const current = item(position);
  if (current === null) {
    list.scrollTop = 0;
    return;
  }
  const next = item(position + 1) ?? current;
  const bottom = next.offsetTop + next.offsetHeight;
  if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
  if (current.offsetTop < list.scrollTop) list.scrollTop = current.offsetTop;
}
