/**
 * Which rules of behaviour.md are behind what happened in a world: those of the rows that were taken, those that *Why?* cites, and
 * those that a fact shows by being there.
 */

import type { Fact, FactOf } from '../shared/facts.ts';
import type { Action } from '../shared/model.ts';
import type { Scenario } from '../shared/scenario.ts';
import type { Transition } from '../shared/transition.ts';
import type { World } from '../shared/world.ts';
import type { Rule } from '../views/why/rules.ts';
import { whyFact } from '../views/why/why.ts';

/** All of them, each once; `taken` are the rows of the world's Actions. */
export function rulesShown(world: World, taken: readonly Transition[]): Set<string> {
  const shown = new Set<string>(taken.flatMap(({ rules }) => rules));
  for (const [ref, facts] of world.timelines) for (const rule of rulesOfTimeline(world, ref, facts)) shown.add(rule);
  return shown;
}

/** Those that the timeline of an Action or a Case shows, beside those of the rows it took; some several times. */
export function rulesOfTimeline(world: World, ref: string, facts: readonly Fact[]): string[] {
  const action = world.actions.get(ref);
  return [
    ...(facts.length > 0 ? ['R51'] : []),
    ...facts.flatMap((fact) => [...(whyFact(world, fact)?.rules ?? []), ...rulesOfFact(fact)]),
    ...rulesOfWhole(facts),
    ...(action ? rulesOfAction(action) : []),
  ];
}

/** What *Why?* does not say of a fact, since it goes without saying there. */
function rulesOfFact(fact: Fact): readonly Rule[] {
  switch (fact.type) {
    case 'callStarted':
      return fact.trigger === 'first' ? ['R1', 'R3', 'S5'] : ['R3', 'R11'];
    case 'callFailed':
      return ['R7', 'R8', 'R9', ...(fact.failure.kind === 'hang' ? (['S4'] as const) : [])];
    case 'callCutOff':
      return ['R39'];
    case 'retryScheduled':
      return ['S1', 'S2'];
    case 'statusChanged':
      if (fact.keepsErrorBar) return ['R10', 'R40'];
      return fact.to === 'Waiting' ? ['R40'] : ['R40', ...(fact.to === 'To Do' ? (['R42'] as const) : [])];
    case 'escalated':
      return ['R44'];
    case 'caseStatusChanged':
      if (fact.to === 'Closed' && fact.resolutionMethod === 'Done Successfully') return ['R46'];
      return fact.resolutionMethod === 'Cancelled' || fact.reason === 'Updated by resource' ? ['R49'] : [];
    case 'processStepStarted':
      return fact.step > 0 ? ['R46'] : [];
    case 'casePaused':
    case 'caseResumed':
      return ['R48'];
    default:
      return [];
  }
}

/** What only several facts of one timeline show together. */
function rulesOfWhole(facts: readonly Fact[]): Rule[] {
  const saves = facts.filter((fact): fact is FactOf<'maximumSaved'> => fact.type === 'maximumSaved');
  const isRetried = facts.some((fact) => fact.type === 'callStarted' && fact.retryCount > 0);
  return [
    ...(isRetried ? (['R2'] as const) : []),
    ...(saves.some(({ from, to }) => to < from) ? (['R20'] as const) : []),
    ...(saves.length > 1 ? (['R24'] as const) : []),
    ...(severalAtOnce(facts) ? (['R37'] as const) : []),
  ];
}

/** Whether two kinds of things that are waited for happened at one instant, so that their order mattered. */
function severalAtOnce(facts: readonly Fact[]): boolean {
  let at = Number.NaN;
  let first: string | null = null;
  for (const fact of facts) {
    const kind = awaited(fact);
    if (kind === null) continue;
    if (fact.at === at && first !== null && kind !== first) return true;
    if (fact.at !== at) first = kind;
    at = fact.at;
  }
  return false;
}

function awaited(fact: Fact): string | null {
  switch (fact.type) {
    case 'connected':
    case 'callFailed':
      return 'call result';
    case 'responseReceived':
      return 'response';
    case 'becameOverdue':
      return 'due date';
    case 'statusChanged':
      if (fact.reason !== 'Timeout') return null;
      return fact.phase === 'closed' ? 'due date' : 'response timeout';
    case 'callStarted':
      return fact.trigger === 'automatic' ? 'retry' : null;
    default:
      return null;
  }
}

function rulesOfAction({ copy, phase, responseDeadlineAt, dueAt }: Action): Rule[] {
  const waitsForEver = phase === 'awaiting response' && responseDeadlineAt === null && dueAt === null;
  return [...(copy > 1 ? (['R17'] as const) : []), ...(waitsForEver ? (['R34'] as const) : [])];
}

/** The rules about what is configured that a scenario uses. */
export function rulesOfScenario({ settings, actionTypes, users }: Scenario): Rule[] {
  const types = Object.values(actionTypes);
  return [
    ...(settings.retry.jitter > 0 ? (['S2'] as const) : []),
    ...(types.some(({ retry }) => retry !== undefined) ? (['S3'] as const) : []),
    ...(Object.keys(users).length > 0 ? (['S5'] as const) : []),
  ];
}
