/** The scenario in the player, as the journal moves it: what came of its steps, and whether somebody has left their path. */
import type { PlayedStep } from '../../shared/played.ts';
import { configures, isEvent } from './entry-kinds.ts';
import type { JournalEntry, PlayedScenario } from './ports.ts';

const CLOSED_MEANWHILE = 'The app was closed while this step was being taken.';

/** What is written down before a step is taken, and stays where the app ends meanwhile. */
export const interrupted = (step: PlayedStep): PlayedStep => ({ ...step, state: 'failed', note: CLOSED_MEANWHILE });

/** Whether no more than its beginning is written down of a step. */
export const isInterrupted = ({ state, note }: PlayedStep) => state === 'failed' && note === CLOSED_MEANWHILE;

/** Whether a step has begun and not ended. */
export function isInStep({ taken }: PlayedScenario): boolean {
  const last = taken.at(-1);
  return last !== undefined && isInterrupted(last);
}

export const isFinished = ({ steps, taken }: PlayedScenario) => taken.length >= steps.length;

/** The scenario after a journal entry. Throws where the entry is a step that is neither the last nor the next one. */
export function playerAfter(player: PlayedScenario | null, input: JournalEntry['input']): PlayedScenario | null {
  if (input.type === 'stepTaken') return withStepTaken(player, input.step);
  if (player === null || player.isLeft || !(isEvent(input) || input.type === 'advanced')) return player;
  // What is set beside a scenario, an API that becomes real for one, is for the steps that follow; a lesson is told as it was written.
  if (configures(input) && !(player.isLesson && player.taken.length > 0)) return player;
  return isFinished(player) || isInStep(player) ? player : { ...player, isLeft: true };
}

/** The scenario with this step taken, instead of what was said of the same step before. */
function withStepTaken(player: PlayedScenario | null, step: PlayedStep): PlayedScenario {
  const before = step.number - 1;
  if (player === null || before >= player.steps.length || before > player.taken.length) {
    throw new Error(`step ${step.number} is none of the scenario in the player`);
  }
  return { ...player, taken: [...player.taken.slice(0, before), step], isLeft: false };
}
