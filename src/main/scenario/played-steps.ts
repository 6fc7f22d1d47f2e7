/** What people see of the scenario in the player: its steps, which were taken, and what came of them. */
import { stringify } from 'yaml';
import { z } from 'zod';
import type { PlayedStep, RunReport, StepFailure } from '../../shared/played.ts';
import { type Step, schemaByKey, step as stepSchema, stepSchemas } from '../../shared/scenario.ts';
import type { PlayerState } from '../../shared/stream.ts';
import type { PlayedScenario } from '../runtime/ports.ts';
import { isInterrupted } from '../runtime/step-taken.ts';
import type { Failure } from './result.ts';
import type { StepOutcome } from './take-step.ts';

/** While a step is being taken it counts as pending, though it is written down as interrupted already. */
export type PlayerActivity = 'at rest' | 'between steps' | 'taking a step';

/** `leftByClosing`: the steps that the app was closed in; of any other step that was not taken to its end one went back to the middle. */
export function playerState(
  player: PlayedScenario,
  activity: PlayerActivity,
  leftByClosing: ReadonlySet<PlayedStep>,
): PlayerState {
  const { title, id, examples, steps } = player;
  const taken = player.taken.map((step) =>
    isInterrupted(step) && !leftByClosing.has(step) ? inItsMiddle(step) : step,
  );
  const position = taken.length - (activity === 'taking a step' ? 1 : 0);
  return {
    title,
    id,
    examples: examples && { number: examples.number, titles: examples.titles },
    steps: steps.map((step, index) => (index < position ? taken[index] : undefined) ?? pendingStep(step, index + 1)),
    position,
    running: activity !== 'at rest',
    isLeft: player.isLeft,
  };
}

/** All steps, those that were taken as they ended. */
export function playedSteps({ steps, taken }: PlayedScenario): PlayedStep[] {
  return steps.map((step, index) => taken[index] ?? pendingStep(step, index + 1));
}

/** What came of a scenario; it passed where every step did. */
export function reportOf(title: string, steps: readonly PlayedStep[], virtualDurationMs: number): RunReport {
  return { title, passed: steps.every(({ state }) => state === 'passed'), steps, virtualDurationMs };
}

/** A step that is still to be taken; `number` counts from 1. */
export function pendingStep(step: Step, number: number): PlayedStep {
  const verb = Object.keys(step).find((key) => key !== 'refused') ?? '';
  return { number, verb, text: stepText(step), state: 'pending', note: null, failures: [] };
}

/** The workspace is back where it was while the step was being taken: nothing has failed. */
const inItsMiddle = (step: PlayedStep): PlayedStep => ({
  ...step,
  state: 'passed',
  note: 'You are in the middle of this step; what followed has not happened yet.',
});

/** A step that could not be taken to its end. */
export function brokenOff(step: PlayedStep, note: string): PlayedStep {
  return { ...step, state: 'failed', note };
}

export function taken(step: PlayedStep, { failures, note }: StepOutcome): PlayedStep {
  return { ...step, state: failures.length > 0 ? 'failed' : 'passed', note, failures: failures.map(shown) };
}

function shown({ path, expected, actual }: Failure): StepFailure {
  return { path, expected: JSON.stringify(expected), actual: JSON.stringify(actual) };
}

const texts = new WeakMap<Step, string>();

/** A step on one line, as the file writes it. */
function stepText(step: Step): string {
  const known = texts.get(step);
  if (known !== undefined) return known;
  const schema: z.ZodType = schemaByKey<z.ZodType>(stepSchemas, step) ?? stepSchema;
  const flow = stringify(z.encode(schema, step), { collectionStyle: 'flow', lineWidth: 0 }).trim();
  const text = flow.replace(/^\{ ?/, '').replace(/ ?\}$/, '');
  texts.set(step, text);
  return text;
}
