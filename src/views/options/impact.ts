/** What a save would do to the Actions that live, by the very rules that will do it (R18–R24). */

import { decide } from '../../engine/decide.ts';
import { counted } from '../../shared/counted.ts';
import { isRejection, type Rejection } from '../../shared/errors.ts';
import type { Command } from '../../shared/inputs.ts';
import type { ActionRef, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';

/**
 * What becomes of one Action: it closes now (R19), goes on to the new maximum, closes if its call in flight fails (R22), or stays
 * closed and only shows another maximum (R18).
 */
export const EFFECTS = ['closes', 'goes on', 'last call', 'relabelled'] as const;
export type Effect = (typeof EFFECTS)[number];

/** One Action that a save touches. */
export interface Touched {
  readonly actionRef: ActionRef;
  readonly effect: Effect;
  readonly retryCount: number;
  /** The maximum that it shows, before and after. */
  readonly shownBefore: number;
  readonly shownAfter: number;
  /** The setting that is in force for it afterwards. */
  readonly maximum: number;
  /** The Case owner who is told; `null` where nobody is. */
  readonly told: string | null;
}

/** Every Action that `command` would touch, in order of creation; or why the rules refuse it. Changes nothing. */
export function impactOf(world: World, command: Command, now: Instant): readonly Touched[] | Rejection {
  const facts = decide(world, command, now);
  if (isRejection(facts)) return facts;
  const closing = new Set<ActionRef>();
  const told = new Map<ActionRef, string>();
  for (const fact of facts) {
    if (fact.type === 'statusChanged' && fact.to === 'Closed') closing.add(fact.actionRef);
    if (fact.type === 'escalated') told.set(fact.actionRef, fact.owner);
  }
  return facts.flatMap((fact): Touched | [] => {
    if (fact.type !== 'maximumSaved') return [];
    const action = world.actions.get(fact.actionRef);
    if (!action) return [];
    const { retryCount, displayedMaximum: shownBefore, ref: actionRef, phase } = action;
    const isLastCall = fact.to <= retryCount;
    const effect: Effect = closing.has(actionRef)
      ? 'closes'
      : phase === 'closed'
        ? 'relabelled'
        : isLastCall
          ? 'last call'
          : 'goes on';
    const { displayedMaximum: shownAfter, to: maximum } = fact;
    return { actionRef, effect, retryCount, shownBefore, shownAfter, maximum, told: told.get(actionRef) ?? null };
  });
}

/** `3 Actions close now (4 of 10), 5 go on to 7, 2 stay closed and then show 5/7`; `null` where no Action is touched. */
export function impactInWords(touched: readonly Touched[]): string | null {
  const parts: string[] = [];
  // The first part names what is counted; the others go on from it.
  const add = (effect: Effect, one: string, many: string, detail: (each: Touched) => string, otherwise = '') => {
    const these = touched.filter((each) => each.effect === effect);
    if (these.length === 0) return;
    const number = parts.length === 0 ? counted(these.length, 'Action') : these.length.toLocaleString('en');
    const details = new Set(these.map(detail));
    const said = details.size === 1 ? [...details][0] : otherwise;
    parts.push(`${number} ${these.length === 1 ? one : many}${said}`);
  };
  const ofMaximum = ({ retryCount, shownAfter }: Touched) => ` (${retryCount} of ${shownAfter})`;
  const toMaximum = ({ maximum }: Touched) => ` to ${maximum}`;
  add('closes', 'closes now', 'close now', ofMaximum);
  add('goes on', 'goes on', 'go on', toMaximum);
  add('last call', 'closes if its call in flight fails', 'close if their call in flight fails', () => '');
  add(
    'relabelled',
    'stays closed and then shows',
    'stay closed and then show',
    ({ retryCount, shownAfter }) => ` ${retryCount}/${shownAfter}`,
    ' the new maximum',
  );
  return parts.length === 0 ? null : parts.join(', ');
}
