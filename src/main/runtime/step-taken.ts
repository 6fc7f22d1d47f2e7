/** What came of a step of the scenario in the player. */
import type { PlayedStep } from '../../shared/contract.ts';
import type { PlayedScenario } from './ports.ts';

/** The scenario with this step taken, instead of what was said of the same step before. It must be the last or the next one. */
export function withStepTaken(player: PlayedScenario | null, step: PlayedStep): PlayedScenario {
  const before = step.number - 1;
  if (player === null || before >= player.steps.length || before > player.taken.length) {
    throw new Error(`step ${step.number} is none of the scenario in the player`);
  }
  return { ...player, taken: [...player.taken.slice(0, before), step] };
}
