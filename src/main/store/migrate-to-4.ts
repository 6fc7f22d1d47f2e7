/** From version 3 of the document to 4, as far as the rules changed: what Actions remember of their clocks and responses. */
import { LAST_INSTANT } from '../../shared/instant.ts';

interface ActionOfVersion3 {
  readonly actionType: string;
  readonly phase: string;
  readonly nextRetryAt: number | null;
  readonly responseDeadlineAt: number | null;
  readonly dueAt: number | null;
}

interface WorldOfVersion3 {
  readonly actions: readonly [ref: string, ActionOfVersion3][];
  readonly actionTypes: readonly [name: string, { readonly responseExpected?: boolean }][];
  readonly plannedLaunches: readonly [id: string, { readonly at: number }][];
  readonly timelines: readonly [ref: string, readonly { readonly type: string; readonly verdict?: string }[]][];
  readonly plannedResponses: readonly [id: string, { readonly at: number }][];
}

/**
 * Where a response clock starts was looked up on connection, so an Action that has none running yet goes on to start it there. One that
 * ran since launch where no response is expected runs no more (R35). What would have come after the last instant never comes.
 */
export function withRulesOfVersion4(world: object): object {
  const before = world as WorldOfVersion3;
  const actionTypes = new Map(before.actionTypes);
  const timelines = new Map(before.timelines);
  const actions = before.actions.map(([ref, action]) => {
    const isBeforeConnection = action.phase === 'calling' || action.phase === 'retry pending';
    const isExpected = actionTypes.get(action.actionType)?.responseExpected !== false;
    const responseDeadlineAt = isBeforeConnection && !isExpected ? null : orNever(action.responseDeadlineAt);
    return [
      ref,
      {
        ...action,
        responseClock: isBeforeConnection && responseDeadlineAt !== null ? 'launch' : 'connection',
        responseDeadlineAt,
        nextRetryAt: orNever(action.nextRetryAt),
        dueAt: orNever(action.dueAt),
        unheededResponses: timelines.get(ref)?.filter(isUnheeded).length ?? 0,
      },
    ];
  });
  const isToCome = ([, { at }]: readonly [string, { readonly at: number }]) => at <= LAST_INSTANT;
  return {
    ...before,
    actions,
    plannedLaunches: before.plannedLaunches.filter(isToCome),
    plannedResponses: before.plannedResponses.filter(isToCome),
  };
}

const INSTANT = /^(at|statusSince|\w+At)$/;
/** What a Case's data calls `…At` is nobody's instant. */
const CUSTOM_DATA: ReadonlySet<string> = new Set(['data', 'action']);

/** A document whose clock went beyond the last instant stands there, and so does all that happened after it. */
export function withinTime<T>(value: T): T {
  if (Array.isArray(value)) return value.map((each) => withinTime(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (CUSTOM_DATA.has(key)) return [key, inner];
    const isBeyond = typeof inner === 'number' && inner > LAST_INSTANT && INSTANT.test(key);
    return [key, isBeyond ? LAST_INSTANT : withinTime(inner)];
  });
  return Object.fromEntries(entries) as T;
}

const isUnheeded = ({ type, verdict }: { readonly type: string; readonly verdict?: string }) =>
  type === 'responseReceived' && verdict !== 'accepted';

const orNever = (at: number | null) => (at !== null && at <= LAST_INSTANT ? at : null);
