/** A lesson beat by beat, and what of it can be seen. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PlayedScenario } from '../../../src/main/runtime/ports.ts';
import { interrupted } from '../../../src/main/runtime/step-taken.ts';
import { nextBeat, openQuestion, previousBeat, wholeBeats } from '../../../src/main/scenario/lesson-beats.ts';
import { lessonScore, lessonState } from '../../../src/main/scenario/lesson-state.ts';
import type { PlayedStep } from '../../../src/shared/played.ts';
import { type StepText, step } from '../../../src/shared/scenario.ts';

const ASK: StepText = { ask: { question: 'What counts?', answers: ['Still 0', 'One'], right: 2, because: 'R11.' } };

const LESSON: readonly StepText[] = [
  { chapter: 'Somebody is impatient' },
  { launch: { case: 'C1' } },
  { show: { action: 'C1/post' } },
  { say: 'The retry is a minute away.' },
  ASK,
  { retry: { action: 'C1/post' } },
  { expect: { action: 'C1/post', retries: '1/5' } },
  { chapter: 'The end' },
  { advance: '1m' },
  { say: 'That was it.' },
];

const decoded = (steps: readonly StepText[]) => steps.map((each) => z.decode(step, each));

const played = (taken: number, steps = LESSON): PlayedScenario => ({
  title: 'A manual retry',
  id: 'x',
  steps: decoded(steps),
  taken: Array.from({ length: taken }, (_, index) => ({
    number: index + 1,
    verb: '',
    text: '',
    state: 'passed',
    note: null,
    failures: [],
  })),
  isLesson: true,
  examples: null,
  isLeft: false,
});

const beats = ({ steps }: PlayedScenario) => {
  const positions = [0];
  while ((positions.at(-1) as number) < steps.length) positions.push(nextBeat(steps, positions.at(-1) as number));
  return positions;
};

describe('beats', () => {
  it('end with what is told or asked; after a question the world moves first', () => {
    expect(beats(played(0))).toEqual([0, 4, 5, 7, 10]);
  });

  it('are the same backwards', () => {
    const { steps } = played(0);
    const positions = beats(played(0));
    for (const [index, position] of positions.entries()) {
      expect(previousBeat(steps, position)).toBe(positions[Math.max(0, index - 1)]);
    }
    // From the middle of one to its beginning.
    expect(previousBeat(steps, 2)).toBe(0);
    expect(previousBeat(steps, 6)).toBe(5);
  });

  it('end where they end, wherever one goes on from', () => {
    const steps = decoded([{ say: 'Now.' }, ASK, { retry: { action: 'C1/post' } }, { advance: '1m' }, { say: 'So.' }]);
    expect([0, 1, 2, 3, 4].map((taken) => nextBeat(steps, taken))).toEqual([1, 2, 4, 4, 5]);
    expect([0, 1, 2, 3, 4, 5].map((taken) => wholeBeats(steps, taken))).toEqual([0, 1, 2, 2, 4, 5]);
  });

  it('go on to the end where nothing more is told', () => {
    expect(beats(played(0, [{ launch: { case: 'C1' } }, { next: 1 }]))).toEqual([0, 2]);
  });

  it('leave a question open until the world has moved', () => {
    const { steps } = played(0);
    expect([3, 4, 5, 6].map((taken) => openQuestion(steps, taken)?.question ?? null)).toEqual([
      null,
      null,
      'What counts?',
      null,
    ]);
  });
});

describe('what is seen', () => {
  const at = (taken: number, guesses: [number, number][] = []) => lessonState(played(taken), new Map(guesses));

  it('is nothing of what is to come', () => {
    for (let taken = 0; taken <= LESSON.length; taken += 1) {
      const seen = JSON.stringify(at(taken));
      if (taken < 1) expect(seen).not.toContain('impatient');
      if (taken < 4) expect(seen).not.toContain('minute away');
      if (taken < 5) expect(seen).not.toContain('Still 0');
      if (taken < 6) expect(seen).not.toContain('R11');
      if (taken < 8) expect(seen).not.toContain('The end');
      if (taken < 10) expect(seen).not.toContain('That was it');
    }
  });

  it('is the question with the guess, then the right answer and why', () => {
    expect(at(5).question).toEqual({ text: 'What counts?', answers: ['Still 0', 'One'], guess: null, reveal: null });
    expect(at(5, [[5, 1]]).question?.guess).toBe(1);
    expect(at(7, [[5, 1]]).question).toMatchObject({ guess: 1, reveal: { right: 2, because: 'R11.' } });
    expect(at(10).question).toBeNull();
  });

  it('is where the lesson looks, and how far it has come', () => {
    expect(at(0)).toMatchObject({ chapters: [], chapterCount: 2, show: null, isAtStart: true, isAtEnd: false });
    expect(at(4)).toMatchObject({ chapters: ['Somebody is impatient'], show: { action: 'C1/post' }, step: 4 });
    expect(at(10)).toMatchObject({ narration: 'That was it.', isAtEnd: true });
  });

  it('is one thing at a time: what was told before a question makes room for it', () => {
    expect(at(4).narration).toBe('The retry is a minute away.');
    expect(at(5).narration).toBeNull();
    expect(at(7).narration).toBeNull();
  });

  it('stays what it was within a beat, whose end tells the next', () => {
    for (const within of [8, 9]) {
      expect(at(within)).toMatchObject({ narration: null, chapters: at(7).chapters, question: at(7).question });
    }
    for (const within of [1, 2, 3])
      expect(at(within)).toMatchObject({ narration: null, question: null, chapters: [], isAtStart: false });
    // The answer comes when the world has moved, which takes every step.
    expect(at(6, [[5, 1]]).question).toEqual(at(5, [[5, 1]]).question);
    const steps: readonly StepText[] = [{ say: 'Now.' }, { chapter: 'On' }, { advance: '1m' }, { say: 'So.' }];
    for (const within of [1, 2, 3]) {
      expect(lessonState(played(within, steps), new Map())).toMatchObject({ narration: 'Now.', chapters: [] });
    }
  });

  it('comes when a step has ended, not when it begins', () => {
    const whole = played(7);
    const last = interrupted(whole.taken[6] as PlayedStep);
    const within = { ...whole, taken: [...whole.taken.slice(0, 6), last] };
    expect(lessonState(within, new Map()).question?.reveal).toBeNull();
  });

  it('is the answer with what is told next where the world does not move after a question', () => {
    const steps: readonly StepText[] = [ASK, { say: 'So it is.' }];
    expect(beats(played(0, steps))).toEqual([0, 1, 2]);
    expect(lessonState(played(1, steps), new Map()).question?.reveal).toBeNull();
    expect(lessonState(played(2, steps), new Map())).toMatchObject({
      narration: 'So it is.',
      question: { reveal: { right: 2 } },
    });
  });

  it('is answered with the guess where nothing comes after the question', () => {
    const steps: readonly StepText[] = [{ say: 'Now.' }, ASK];
    expect(lessonState(played(2, steps), new Map()).question?.reveal).toBeNull();
    expect(lessonState(played(2, steps), new Map([[2, 2]])).question?.reveal).toEqual({ right: 2, because: 'R11.' });
  });
});

it('counts what the class guessed right', () => {
  expect(lessonScore(played(10), new Map([[5, 2]]))).toEqual({ questionCount: 1, rightCount: 1 });
  expect(lessonScore(played(10), new Map())).toEqual({ questionCount: 1, rightCount: 0 });
});
