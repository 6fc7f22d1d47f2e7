/** An Action's life by event: who did what, on four lanes, one slot an event. What the stage and the timeline *By event* draw. */
import type { Instant } from '../../shared/model.ts';
import type { ResolutionMethod, Status } from '../../shared/words.ts';

/** Top to bottom. The Action's own lane holds its states, the others what was done. */
export const LANES = ['Enate', 'External API', 'Action', 'People'] as const;
export type Lane = (typeof LANES)[number];

/** How an item looks; its words say the same. */
export type LaneTone = 'plain' | 'call' | 'good' | 'bad' | 'warning' | 'escalation' | 'planned';

/** Something that was done or is the case, in the lane of who did it or is concerned. */
export interface LaneItem {
  readonly lane: Exclude<Lane, 'Action'>;
  readonly tone: LaneTone;
  readonly words: string;
}

/** A state of the Action. */
export interface LaneState {
  readonly status: Status;
  readonly resolutionMethod: ResolutionMethod | null;
  /** Its error bar or what it waits for, in a few words; `null` where there is nothing to say. */
  readonly detail: string | null;
  /** Whether it began here. */
  readonly isNew: boolean;
}

/** One event: what was done, and how the Action stood after it. */
export interface Slot {
  /** Unique within the Action. */
  readonly id: string;
  readonly at: Instant;
  /** How many facts of the Action there were at its end. */
  readonly factCount: number;
  /** Time since the event before it; `null` for the first. */
  readonly sinceMs: number | null;
  readonly items: readonly LaneItem[];
  /** The states it went through, at least one; the last goes on. Those before it lasted no time. */
  readonly states: readonly LaneState[];
}

/** What goes on: the last slot, up to the clock. */
export type Present = Pick<Slot, 'items'> & { readonly state: LaneState };

/** *Closed – Not Done Successfully*, as in lists. */
export function stateInWords({ status, resolutionMethod }: LaneState): string {
  return status !== 'Closed' || resolutionMethod === null ? status : `${status} – ${resolutionMethod}`;
}

/** A slot, or what goes on, as a sentence for each lane: how a column is read out. */
export function columnInWords(items: readonly LaneItem[], states: readonly LaneState[]): string {
  const lanes = LANES.map((lane) => {
    const words =
      lane === 'Action'
        ? states
            .map((state) => [stateInWords(state), ...(state.detail === null ? [] : [state.detail])].join(', '))
            .join(', then ')
        : items
            .filter((item) => item.lane === lane)
            .map((item) => item.words)
            .join('; ');
    return words === '' ? [] : [`${lane}: ${words}.`];
  });
  return lanes.flat().join(' ');
}
