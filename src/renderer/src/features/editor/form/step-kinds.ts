/** The kinds of steps that can be added: what each is called, and what it begins with. */

import { fieldOf } from '../../../../../shared/field.ts';
import { type StepVerb, stepSchemas } from '../../../../../shared/scenario.ts';
import type { Names } from '../../../../../views/names-in.ts';
import type { StepValue } from '../source/edits.ts';
import { controlFor } from './shape.ts';
import { startOf } from './start-value.ts';

export interface StepKind {
  readonly verb: StepVerb;
  readonly name: string;
  readonly help: string;
}

const KIND_NAMES: Readonly<Record<StepVerb, string>> = {
  launch: 'Launch',
  advance: 'Let time pass',
  next: 'Next events',
  expect: 'Expectation',
  say: 'Narration',
  chapter: 'Chapter',
  show: 'Look at',
  ask: 'Question',
  respond: 'Response',
  retry: 'Click on Retry',
  take: 'Take',
  unassign: 'Unassign',
  resolve: 'Complete',
  case: 'Case owner’s act',
  relaunch: 'Relaunch',
  set: 'Change of settings',
  restart: 'Restart of the app',
};

/** In the order in which they are offered: what is used most comes first. */
export const STEP_KINDS: readonly StepKind[] = (Object.keys(KIND_NAMES) as StepVerb[]).map((verb) => ({
  verb,
  name: KIND_NAMES[verb],
  help: fieldOf(stepSchemas[verb]).help,
}));

/** The verb of a step; `null` where it has none that is known. */
export function verbOf(value: unknown): StepVerb | null {
  if (typeof value !== 'object' || value === null) return null;
  return STEP_KINDS.find(({ verb }) => Object.hasOwn(value, verb))?.verb ?? null;
}

export const kindName = (verb: StepVerb): string => KIND_NAMES[verb];

/** A new step of a kind. */
export function newStep(verb: StepVerb, names: Names): StepValue {
  if (verb === 'say') return { say: 'What the audience is told.' };
  if (verb === 'chapter') return { chapter: 'What this part is about' };
  if (verb === 'ask') return { ask: { question: 'What happens now?', answers: ['This', 'That'], right: 1 } };
  if (verb === 'expect') return { expect: { action: names.actions[0] ?? '', status: 'Waiting' } };
  if (verb === 'set') return { set: { retry: { max: 5 } } };
  const schema = stepSchemas[verb].shape[verb as never];
  return { [verb]: startOf({ key: verb, control: controlFor(schema), schema }, names) };
}
