/** What stands on the timeline chart of an Action. */
import type { ActionFact, FactOf } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { ResolutionMethod, Status } from '../../shared/words.ts';
import { isType } from '../facts.ts';

/** Top to bottom. */
export const LANES = ['Status', 'Calls', 'Response', 'Deadlines', 'Events'] as const;
export type Lane = (typeof LANES)[number];

const MARK_KINDS = [
  'status',
  'call failed',
  'call connected',
  'call in flight',
  'call cut off',
  'next retry',
  'gap',
  'dropped gap',
  'waiting for the response',
  'successful response',
  'unsuccessful response',
  'repeated response',
  'refused response',
  'response timeout',
  'due date',
  'hand-over',
  'settings change',
  'escalation',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface Mark {
  /** Unique within the Action, and the same as long as the mark stands for the same thing. */
  readonly id: string;
  readonly lane: Lane;
  readonly kind: MarkKind;
  readonly from: Instant;
  /** The same as `from` for a moment; `null` for what goes on. */
  readonly to: Instant | null;
  /** Still to come: drawn dashed. */
  readonly isPlanned: boolean;
  readonly title: string;
  /** Sentences that read the mark out; without instants, which the screen words. */
  readonly text: string;
  /** On the lane `Status`. */
  readonly status?: Status;
  readonly resolutionMethod?: ResolutionMethod | null;
}

/** By time, then top to bottom. */
export const byTime = (left: Pick<Mark, 'from' | 'lane'>, right: Pick<Mark, 'from' | 'lane'>): number =>
  left.from - right.from || LANES.indexOf(left.lane) - LANES.indexOf(right.lane);

/** Calls and the next retry are drawn as bars, however short. */
export const isCall = ({ kind }: Mark): boolean => kind.startsWith('call ') || kind === 'next retry';

const BANDS: ReadonlySet<MarkKind> = new Set(['status', 'gap', 'dropped gap', 'waiting for the response']);
/** A stretch of time that is not a call. A status that was over at once is a moment, like the one that closed it. */
export const isBand = ({ kind, from, to }: Mark): boolean => BANDS.has(kind) && !(kind === 'status' && from === to);

/** When the Action stopped calling and waiting, looking from `at` on: the first status that is no `Waiting`. */
export function leftWaiting(facts: readonly ActionFact[], at: Instant): FactOf<'statusChanged'> | undefined {
  return facts.filter(isType('statusChanged')).find((fact) => fact.at >= at && fact.to !== 'Waiting');
}
