/** What is seen of the lesson in the player. Nothing of what is to come is in it. */
import type { Question, Shown } from '../../shared/audience-steps.ts';
import type { LessonQuestion, LessonState } from '../../shared/lesson-contract.ts';
import type { Step } from '../../shared/scenario.ts';
import type { PlayedScenario } from '../runtime/ports.ts';

/** `guesses`: what the class thought, by the number of the question's step. */
export function lessonState(player: PlayedScenario, guesses: ReadonlyMap<number, number>): LessonState {
  const { title, steps, taken } = player;
  const past = steps.slice(0, taken.length);
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
    narration: said > begun ? textOf(past[said]) : null,
    question: isAsking
      ? shownQuestion(past, asked, { guess: guesses.get(asked + 1) ?? null, isLast: asked === steps.length - 1 })
      : null,
    show: past.reduce<Shown | null>((shown, step) => ('show' in step ? step.show : shown), null),
    isAtStart: taken.length === 0,
    isAtEnd: taken.length === steps.length,
  };
}

/** How many questions a lesson has, and how many of them the class guessed right. */
export function lessonScore({ steps }: PlayedScenario, guesses: ReadonlyMap<number, number>) {
  const questions = steps.flatMap((step, index) =>
    'ask' in step ? [{ right: step.ask.right, number: index + 1 }] : [],
  );
  return {
    questionCount: questions.length,
    rightCount: questions.filter(({ right, number }) => guesses.get(number) === right).length,
  };
}

const textOf = (step: Step | undefined) => (step !== undefined && 'say' in step ? step.say.trim() : null);

function shownQuestion(
  past: readonly Step[],
  index: number,
  { guess, isLast }: { readonly guess: number | null; readonly isLast: boolean },
): LessonQuestion {
  const { question, answers, right, because = null } = (past[index] as { readonly ask: Question }).ask;
  // With nothing behind it, the guess is answered at once.
  const isAnswered = past.length > index + 1 || (isLast && guess !== null);
  return { text: question, answers, guess, reveal: isAnswered ? { right, because } : null };
}
