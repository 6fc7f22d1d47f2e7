/**
 * Time that passes again from a point of the past brings what it brought before. So what comes by itself is looked up among what was
 * visited: a point that is the same as one there takes its place, and no other future begins.
 */
import { isActed, isEvent } from './entry-kinds.ts';
import type { PastEvent, Point } from './point.ts';
import type { JournalEntry } from './ports.ts';

/** What changes nothing of where the workspace stands but the time. */
const TRACELESS: ReadonlySet<JournalEntry['input']['type']> = new Set(['advanced', 'wentTo', 'futureNamed']);

/** Whether an input follows from where the workspace stands: what nobody did, and no server of somebody's own said. */
export function followsByItself(input: JournalEntry['input']): boolean {
  if (TRACELESS.has(input.type)) return true;
  if (!isEvent(input) || isActed(input)) return false;
  return input.type !== 'callPlanned' || input.plan.real !== true;
}

/**
 * The point after `from`, of the future visited last, that comes next by itself with an event; `null` where somebody did something
 * before that.
 */
export function nextByItself(from: Point): Point | null {
  let each = from.next;
  while (each?.isByItself === true && each.event === null) each = each.next;
  return each?.isByItself === true ? each : null;
}

export function isSameEvent(one: PastEvent | null, other: PastEvent | null): boolean {
  // What is known of it for longest.
  const known = (event: PastEvent | null) => event && [event.at, event.telling, event.count];
  return JSON.stringify(known(one)) === JSON.stringify(known(other));
}
