/** A row of what waits for people, and where it stands while one works on it. */
import { useCallback, useMemo, useState } from 'react';
import type { Action } from '../../../../shared/model.ts';
import { type People, type Standing, standingOf } from '../../../../views/rows/people-rows.ts';

export interface WorkRow {
  readonly action: Action;
  /** By what it is sorted and filtered: what it was before one acted on it here, so that it stays under the cursor. */
  readonly placedAs: Action;
  /** How it concerns the person one looks as; `null` where one looks as everybody. */
  readonly standing: Standing | null;
}

const NONE: ReadonlyMap<string, Action> = new Map();

export interface HeldRows {
  /** What a row is placed as: `action` itself, or what it was when it was held. */
  readonly placeOf: (action: Action) => Action;
  /** From now on the row stays where it is. */
  readonly hold: (action: Action) => void;
  /** Whether any row is held. */
  readonly isHolding: boolean;
  /** One left the list: every row goes to where it belongs. */
  readonly release: () => void;
}

/** Rows that one acted on stay in their place until one leaves the list. */
export function useHeldRows(): HeldRows {
  const [held, setHeld] = useState(NONE);
  const hold = useCallback(
    (action: Action) =>
      setHeld((before) => (before.has(action.ref) ? before : new Map(before).set(action.ref, action))),
    [],
  );
  const release = useCallback(() => setHeld((before) => (before.size === 0 ? before : NONE)), []);
  return useMemo(
    () => ({ placeOf: (action) => held.get(action.ref) ?? action, hold, isHolding: held.size > 0, release }),
    [held, hold, release],
  );
}

/** The same row as long as nothing in it changes, so that it is not drawn again. */
const known = new WeakMap<Action, WorkRow>();

/** All that waits for people; without `isAll` only what concerns the person one looks as. */
export function workRows(
  { people, work }: People,
  placeOf: HeldRows['placeOf'],
  viewAs: string | null,
  isAll: boolean,
): WorkRow[] {
  const own = people.find(({ user }) => user === viewAs);
  const standing = (action: Action) => (own === undefined ? null : standingOf(action, own.user, own));
  const rows = work.map((action): WorkRow => {
    const row = { action, placedAs: placeOf(action), standing: standing(action) };
    const before = known.get(action);
    if (before?.placedAs === row.placedAs && before.standing === row.standing) return before;
    known.set(action, row);
    return row;
  });
  return isAll ? rows : rows.filter(({ placedAs }) => own !== undefined && standing(placedAs) !== 'not theirs');
}
