/** What saving settings would do to the Actions that live, by the rules that will do it (R18–R24). */

import type { SettingsChange } from '../shared/definitions.ts';
import { isRejection } from '../shared/errors.ts';
import type { Command } from '../shared/inputs.ts';
import type { Instant, World } from '../shared/model.ts';
import { decide } from './decide.ts';

export interface Impact {
  /** Retry pending, and no retry left by the new maximum (R19). */
  readonly closingCount: number;
  /** Open, and going on to the new maximum. */
  readonly goingOnCount: number;
  /** A call in flight that is their last by the new maximum (R22). */
  readonly lastCallCount: number;
  /** Closed already; only the maximum that they show changes (R18). */
  readonly relabelledCount: number;
}

/** Of saving system-wide settings. Reads the world and changes nothing. */
export function impactOf(world: World, change: SettingsChange, now: Instant): Impact {
  return impactOfSave(world, { type: 'saveSettings', change }, now);
}

/** The same of saving anything that has a retry pattern. */
export function impactOfSave(
  world: World,
  save: Extract<Command, { type: 'saveSettings' | 'saveActionType' }>,
  now: Instant,
): Impact {
  const facts = decide(world, save, now);
  const counts = { closingCount: 0, goingOnCount: 0, lastCallCount: 0, relabelledCount: 0 };
  if (isRejection(facts)) return counts;
  const closing = new Set<string>();
  for (const fact of facts) if (fact.type === 'statusChanged' && fact.to === 'Closed') closing.add(fact.actionRef);
  for (const fact of facts) {
    if (fact.type !== 'maximumSaved') continue;
    const action = world.actions.get(fact.actionRef);
    if (action?.phase === 'closed') counts.relabelledCount += 1;
    else if (closing.has(fact.actionRef)) counts.closingCount += 1;
    else if (action !== undefined && fact.to <= action.retryCount) counts.lastCallCount += 1;
    else counts.goingOnCount += 1;
  }
  return counts;
}

const actions = (count: number) => (count === 1 ? '1 Action' : `${count.toLocaleString('en')} Actions`);

/** `3 Actions close now, 5 go on to 7`; `null` where no Action is touched. */
export function impactInWords(impact: Impact, maximum: number): string | null {
  const { closingCount, goingOnCount, lastCallCount, relabelledCount } = impact;
  const parts: string[] = [];
  // The first part names what is counted; the others go on from it.
  const add = (count: number, one: string, many: string) => {
    if (count === 0) return;
    const counted = parts.length === 0 ? actions(count) : count.toLocaleString('en');
    parts.push(`${counted} ${count === 1 ? one : many}`);
  };
  add(closingCount, 'closes now', 'close now');
  add(goingOnCount, `goes on to ${maximum}`, `go on to ${maximum}`);
  add(lastCallCount, 'closes if its call in flight fails', 'close if their call in flight fails');
  add(relabelledCount, `stays closed and then shows ${maximum}`, `stay closed and then show ${maximum}`);
  return parts.length === 0 ? null : parts.join(', ');
}
