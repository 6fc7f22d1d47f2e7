/** A Case's timeline and those of its Actions as one (R51), in the order in which things happened. */
import type { Fact } from '../../shared/facts.ts';
import type { ActionRef, Case } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { type TimelineEntry, type Tone, timelineOf, toneOf } from './entries.ts';

export interface CaseTimelineEntry extends TimelineEntry {
  /** Unique within the Case's timeline; never changes. */
  readonly key: string;
  /** The Action it is about; `null` where it is about the Case. */
  readonly actionRef: ActionRef | null;
  readonly tone: Tone | undefined;
}

/** The merged timeline of a Case, oldest first. What its Actions' timelines say too is said once. */
export function caseTimeline(world: World, caseInstance: Case): CaseTimelineEntry[] {
  const told = new Map<string, number>();
  return (world.timelineOrders.get(caseInstance.ref) ?? []).flatMap((ref) => {
    const index = told.get(ref) ?? 0;
    told.set(ref, index + 1);
    const fact = world.timelines.get(ref)?.[index];
    const actionRef = ref === caseInstance.ref ? null : ref;
    if (fact === undefined || (fact.type === 'escalated' && actionRef === null)) return [];
    const entry = entryOf(fact);
    return entry ? [{ ...entry, key: `${actionRef ?? ''}#${index}`, actionRef, tone: toneOf(fact) }] : [];
  });
}

const entries = new WeakMap<Fact, TimelineEntry | null>();

/** Facts never change, so each is put into words once. */
function entryOf(fact: Fact): TimelineEntry | null {
  const known = entries.get(fact);
  if (known !== undefined) return known;
  const entry = timelineOf([fact])[0] ?? null;
  entries.set(fact, entry);
  return entry;
}
