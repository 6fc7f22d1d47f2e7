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

/** How many steps have been taken at the end of the beat that the first `taken` are in, or of the one after it. */
export function nextBeat(steps: readonly Step[], taken: number): number {
  let end = 0;
  while (end <= taken && end < steps.length) end = endAfter(steps, end);
  return end;
}

/** How many steps had been taken at the beginning of the beat that the first `taken` are in, or have ended. */
export const previousBeat = (steps: readonly Step[], taken: number): number => wholeBeats(steps, taken - 1);

/** How many of the first `taken` steps are in beats that have ended. */
export function wholeBeats(steps: readonly Step[], taken: number): number {
  let [end, next] = [0, 0];
  while (next <= taken) {
    end = next;
    if (end === steps.length) break;
    next = endAfter(steps, end);
  }
  return end;
}

/** Where the beat ends that begins after the first `begun`, which are not all. */
function endAfter(steps: readonly Step[], begun: number): number {
  if (openQuestion(steps, begun) !== null) return movesAfter(steps, begun);
  let hasMoved = false;
  for (let index = begun; index < steps.length; index += 1) {
    const step = steps[index] as Step;
    if (isTold(step)) return index + 1;
    if ('chapter' in step && hasMoved) return index;
    if (!('chapter' in step)) hasMoved = true;
  }
  return steps.length;
}

/** Up to where steps follow that tell nothing. */
function movesAfter(steps: readonly Step[], taken: number): number {
  const told = steps.findIndex((step, index) => index >= taken && isSpoken(step));
  return told === -1 ? steps.length : told;
}
