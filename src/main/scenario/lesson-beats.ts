/**
 * The beats of a lesson: what one click on *Next* takes. A beat ends with something told or asked. After a question the world moves
 * first, and only then comes what is told next.
 */
import type { Question } from '../../shared/audience-steps.ts';
import type { Step } from '../../shared/scenario.ts';

const isTold = (step: Step) => 'say' in step || 'ask' in step;

/** Whether a step says something to a class, and nothing happens by it. */
export const isSpoken = (step: Step): boolean => isTold(step) || 'chapter' in step;

/** A question is open where it was the last thing told, and nothing has happened since. */
export function openQuestion(steps: readonly Step[], taken: number): Question | null {
  const last = taken === 0 ? undefined : steps[taken - 1];
  return last !== undefined && 'ask' in last && movesAfter(steps, taken) > taken ? last.ask : null;
}

/** How many steps have been taken at the end of the beat after the first `taken`. */
export function nextBeat(steps: readonly Step[], taken: number): number {
  if (openQuestion(steps, taken) !== null) return movesAfter(steps, taken);
  let hasMoved = false;
  for (let index = taken; index < steps.length; index += 1) {
    const step = steps[index] as Step;
    if (isTold(step)) return index + 1;
    if ('chapter' in step && hasMoved) return index;
    if (!('chapter' in step)) hasMoved = true;
  }
  return steps.length;
}

/** How many steps had been taken at the beginning of the beat that ended with the first `taken`. */
export function previousBeat(steps: readonly Step[], taken: number): number {
  let [before, position] = [0, 0];
  while (position < taken) {
    before = position;
    position = nextBeat(steps, position);
  }
  return before;
}

/** Up to where steps follow that tell nothing. */
function movesAfter(steps: readonly Step[], taken: number): number {
  const told = steps.findIndex((step, index) => index >= taken && isSpoken(step));
  return told === -1 ? steps.length : told;
}
