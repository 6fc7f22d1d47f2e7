/**
 * A Case's timeline and those of its Actions as one (R51), oldest first. Facts bear no number across timelines, so what
 * happened at one instant is put in an order that the rules allow: an Action is created after its step began, a step begins
 * after the Actions before it are through.
 */
import type { Fact } from '../shared/facts.ts';
import type { ActionRef, Case, Instant, World } from '../shared/model.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

export interface CaseTimelineEntry extends TimelineEntry {
  /** Unique within the Case's timeline and the same for good. */
  readonly key: string;
  /** The Action it is about; `null` where it is about the Case. */
  readonly actionRef: ActionRef | null;
}

interface Line {
  readonly ref: ActionRef | null;
  readonly step: number | null;
  readonly facts: readonly Fact[];
}

/** The merged timeline of a Case. What its Actions' timelines say too is said once. */
export function caseTimeline(world: World, workCase: Case): CaseTimelineEntry[] {
  const ofCase = (world.timelines.get(workCase.ref) ?? []).filter((fact) => fact.type !== 'escalated');
  const lines: Line[] = [
    { ref: null, step: null, facts: ofCase },
    ...workCase.actions.map((ref) => ({
      ref,
      step: world.actions.get(ref)?.position?.step ?? null,
      facts: world.timelines.get(ref) ?? [],
    })),
  ];
  return merged(lines).flatMap(({ line, index }) => {
    const fact = line.facts[index] as Fact;
    const entry = entryOf(fact);
    return entry ? [{ ...entry, key: `${line.ref ?? ''}#${index}`, actionRef: line.ref }] : [];
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

/** What one timeline has at one instant: `from` moves on to `to`. */
interface Run {
  readonly line: Line;
  from: number;
  readonly to: number;
}

interface Position {
  readonly line: Line;
  readonly index: number;
}

function merged(lines: readonly Line[]): Position[] {
  const instants = new Map<Instant, Run[]>();
  for (const line of lines) {
    for (let from = 0; from < line.facts.length; ) {
      const at = (line.facts[from] as Fact).at;
      let to = from + 1;
      while (line.facts[to]?.at === at) to += 1;
      const runs: Run[] = instants.get(at) ?? [];
      runs.push({ line, from, to });
      instants.set(at, runs);
      from = to;
    }
  }
  return [...instants.entries()].sort(([left], [right]) => left - right).flatMap(([, runs]) => atOneInstant(runs));
}

/** Actions first, in order of creation, as far as the Case's own next fact allows. */
function atOneInstant(runs: Run[]): Position[] {
  const positions: Position[] = [];
  const ofCase = runs.find(({ line }) => line.ref === null);
  const ofActions = runs.filter(({ line }) => line.ref !== null);
  for (;;) {
    const next = ofActions.find((run) => run.from < run.to && !waitsForCase(run, ofCase)) ?? ofCase;
    if (next === undefined) return positions;
    if (next === ofCase && next.from === next.to) return positions;
    positions.push({ line: next.line, index: next.from });
    next.from += 1;
  }
}

/** True where the Case has still something to do at this instant that comes before the Action's next fact. */
function waitsForCase(run: Run, ofCase: Run | undefined): boolean {
  const fact = run.line.facts[run.from];
  const pending = ofCase?.line.facts.slice(ofCase.from, ofCase.to) ?? [];
  // A cancelled Case closes what runs, then itself.
  if (fact?.type === 'statusChanged' && fact.resolutionMethod === 'Cancelled') return pending.length > 1;
  if (fact?.type !== 'actionCreated') return false;
  return pending.some((before) => {
    if (before.type === 'caseCreated') return true;
    if (before.type === 'processStepStarted') return before.step === run.line.step;
    if (before.type !== 'caseStatusChanged' || before.to !== 'In Progress') return false;
    // A launch, or a fresh copy that clears the Case's alert (R49).
    return before.from === 'Draft' || fact.copy > 1;
  });
}
