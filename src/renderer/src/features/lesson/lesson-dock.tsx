/** A lesson beside the ordinary screens: what is told, one question at a time, and where the class is in it. */
import { Button } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { LessonState } from '../../../../shared/lesson-contract.ts';
import { goBackABeat, goOn, returnToLesson } from '../../client/lesson.ts';
import { saysChange } from '../../components/about.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { IconClose } from '../../components/icons.tsx';
import { keepFocus } from '../../components/keep-focus.ts';
import { leaveLesson, useDockedLesson } from '../../stores/lesson-view.ts';
import { useWhatChanged } from '../../stores/what-changed.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { Chapters } from './chapters.tsx';
import classes from './lesson-dock.module.css';
import { LessonMenu } from './lesson-menu.tsx';
import { Question } from './question.tsx';
import { useFollowLesson } from './use-follow-lesson.ts';
import { useLentEyes } from './use-lent-eyes.ts';
import { WhyItHappened } from './why-it-happened.tsx';

export function LessonDock() {
  const lesson = useDockedLesson();
  useLentEyes(lesson);
  return lesson && <Dock lesson={lesson} />;
}

function Dock({ lesson }: { readonly lesson: LessonState }) {
  useFollowLesson(lesson);
  return (
    <section aria-label="Lesson" className={classes.dock}>
      <header className={classes.header}>
        <h2 className={classes.title} title={lesson.title}>
          {lesson.title}
        </h2>
        <LessonMenu />
        <IconButton name="Leave lesson" icon={IconClose} onClick={leaveLesson} />
      </header>
      <Chapters lesson={lesson} />
      <Told lesson={lesson} />
      <Foot lesson={lesson} />
    </section>
  );
}

/** What the class looks at: it begins at its top with each beat. */
function Told({ lesson }: { readonly lesson: LessonState }) {
  const { narration, question, step, isAtStart, isAtEnd } = lesson;
  const isAsking = question !== null && question.reveal === null;
  const scroll = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each step
  useEffect(() => {
    if (scroll.current !== null) scroll.current.scrollTop = 0;
  }, [step]);
  const id = useWorkspace((state) => state.workspace.id);
  // What was pressed to open it must not be pressed again by the space bar, which goes on from here: not even a paint later.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each lesson, and each time that it begins
  useLayoutEffect(() => {
    if (document.activeElement !== document.body) scroll.current?.focus({ preventScroll: true });
  }, [id, isAtStart]);
  return (
    // It scrolls: the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section ref={scroll} className={classes.told} aria-label="Narration" tabIndex={0}>
      {isAtStart && (
        <p className={classes.quiet}>Nothing has happened yet. Next, or the space bar, begins the lesson.</p>
      )}
      {!isAtStart && !isAtEnd && question === null && narration === null && (
        <p className={classes.quiet}>Next, or the space bar, goes on with the lesson.</p>
      )}
      {question !== null && <Question key={question.text} question={question} />}
      {narration !== null && (
        <p className={classes.narration} aria-live="polite">
          {narration}
        </p>
      )}
      {!isAsking && <WhatChanged />}
      {question?.reveal != null && <WhyItHappened lesson={lesson} />}
      {isAtEnd && <p className={classes.quiet}>This is the end of the lesson.</p>}
    </section>
  );
}

function WhatChanged() {
  const { change } = useWhatChanged();
  return (
    <p role="status" aria-label="What changed" {...saysChange} className={classes.changed}>
      {change?.sentence}
    </p>
  );
}

function Foot({ lesson: { step, question, isAtStart, isAtEnd } }: { readonly lesson: LessonState }) {
  const isLeft = useWorkspace((state) => state.player?.isLeft === true);
  const isAsking = question !== null && question.reveal === null;
  return (
    <footer className={classes.foot}>
      {isLeft && (
        <p className={classes.left}>
          <span>
            {step === 0 ? 'You left the lesson before its first step' : `You left the lesson at step ${step}`}
          </span>
          <Button variant="default" size="compact-sm" onMouseDown={keepFocus} onClick={() => void returnToLesson()}>
            Return
          </Button>
        </p>
      )}
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="sm"
          title="Back (←)"
          disabled={isAtStart && !isLeft}
          onMouseDown={keepFocus}
          onClick={() => void goBackABeat()}
        >
          Back
        </Button>
        <Button
          size="sm"
          className={classes.next ?? ''}
          title={isAsking ? 'Reveal (Space)' : 'Next (Space)'}
          disabled={isAtEnd && !isLeft}
          onMouseDown={keepFocus}
          onClick={() => void goOn()}
        >
          {isAsking ? 'Reveal' : 'Next'}
        </Button>
      </div>
    </footer>
  );
}
