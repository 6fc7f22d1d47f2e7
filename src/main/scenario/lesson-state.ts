/** What is seen of the lesson in the player. Nothing of what is to come is in it. */
import type { Question, Shown } from '../../shared/audience-steps.ts';
import type { LessonQuestion, LessonState } from '../../shared/lesson-contract.ts';
import type { Step } from '../../shared/scenario.ts';
import type { PlayedScenario } from '../runtime/ports.ts';
import { isInStep } from '../runtime/step-taken.ts';
import { wholeBeats } from './lesson-beats.ts';

/** What the class thought, by the number of the question's step; `null` where it said nothing before the answer of the very last one. */
export type Guesses = ReadonlyMap<number, number | null>;

export function lessonState(player: PlayedScenario, guesses: Guesses): LessonState {
  const { title, steps, taken } = player;
  const position = standsAt(player);
  const past = steps.slice(0, position);
  const asked = past.findLastIndex((step) => 'ask' in step);
  const said = past.findLastIndex((step) => 'say' in step);
  const begun = past.findLastIndex((step) => 'chapter' in step);
  // Where the world does not move after a question, its answer comes with what is told next.
  const isAsking = asked > begun && (asked > said || said === asked + 1);
  return {
    title,
    chapters: past.flatMap((step) => ('chapter' in step ? [step.chapter] : [])),
    chapterCount: steps.filter((step) => 'chapter' in step).length,
    step: taken.length,
    // What was told before a question makes room for it.
    narration: said > Math.max(begun, isAsking ? asked : -1) ? textOf(past[said]) : null,
    question: isAsking ? shownQuestion(player, asked, guesses) : null,
    show: steps
      .slice(0, taken.length)
      .reduce<Shown | null>((shown, step) => ('show' in step ? step.show : shown), null),
    isAtStart: taken.length === 0,
    isAtEnd: position === steps.length && !isUnanswered(player, guesses),
  };
}

/**
 * After how many steps what is told now was told: within a beat, whose end tells the next, it is still what was told at its beginning.
 */
export function standsAt(player: PlayedScenario): number {
  const { steps, taken } = player;
  return wholeBeats(steps, isInStep(player) ? taken.length - 1 : taken.length);
}

/** Whether the lesson stands at a question with nothing behind it, which its guess answers, or asking for the answer. */
export function isUnanswered({ steps, taken }: PlayedScenario, guesses: Guesses): boolean {
  const last = steps.at(-1);
  return last !== undefined && 'ask' in last && taken.length === steps.length && !guesses.has(steps.length);
}

/** How many questions a lesson has, and how many of them the class guessed right. */
export function lessonScore({ steps }: PlayedScenario, guesses: Guesses) {
  const questions = steps.flatMap((step, index) =>
    'ask' in step ? [{ right: step.ask.right, number: index + 1 }] : [],
  );
  return {
    questionCount: questions.length,
    rightCount: questions.filter(({ right, number }) => guesses.get(number) === right).length,
  };
}

const textOf = (step: Step | undefined) => (step !== undefined && 'say' in step ? step.say.trim() : null);

function shownQuestion(player: PlayedScenario, index: number, guesses: Guesses): LessonQuestion {
  const { question, answers, right, because = null } = (player.steps[index] as { readonly ask: Question }).ask;
  const number = index + 1;
  const isOpen = standsAt(player) === number && (number < player.steps.length || isUnanswered(player, guesses));
  return {
    text: question,
    answers,
    guess: guesses.get(number) ?? null,
    reveal: isOpen ? null : { right, because },
  };
}
