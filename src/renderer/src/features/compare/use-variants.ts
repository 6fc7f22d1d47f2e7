/** The two sides of the comparison: where each starts from stands in the address, what is typed stays in this window. */
import { useState } from 'react';
import type { ActionType, Settings } from '../../../../shared/definitions.ts';
import { SIDES, type Side } from '../../../../views/compare/figures.ts';
import { askToDiscard } from '../../components/confirm.tsx';
import type { Problems } from '../../form/problems.ts';
import { useQuery } from '../../stores/address.ts';
import { checkVariant, isSameVariant, originType, SYSTEM_WIDE, type Variant, variantOf } from './variant.ts';

const KEYS = { A: 'a', B: 'b' } as const;

export interface SideState {
  readonly side: Side;
  readonly variant: Variant;
  readonly problems: Problems;
  readonly actionType: ActionType | null;
  /** It differs from what it starts from. */
  readonly isChanged: boolean;
  readonly change: (variant: Variant) => void;
  /** Starts from another Action type; asks first where something was typed. */
  readonly startFrom: (origin: string) => void;
  readonly discard: () => void;
}

export interface Variants {
  readonly sides: readonly SideState[];
  /** Makes B what A is; asks first where something was typed in B. */
  readonly duplicate: () => void;
}

/** `actionTypes` are those that call an API. */
export function useVariants(actionTypes: ReadonlyMap<string, ActionType>, settings: Settings): Variants {
  const [query, changeQuery] = useQuery();
  const [typed, setTyped] = useState<Partial<Record<Side, Variant>>>({});

  const originOf = (side: Side): string => {
    const named = query.get(KEYS[side]);
    if (named !== null && actionTypes.has(named)) return named;
    if (named !== null && named.replace(/^\//, '') === SYSTEM_WIDE.slice(1)) return SYSTEM_WIDE;
    return side === 'A' ? ([...actionTypes.keys()][0] ?? SYSTEM_WIDE) : SYSTEM_WIDE;
  };
  const put = (side: Side, origin: string, variant: Variant | undefined) => {
    setTyped((before) => ({ ...before, [side]: variant }));
    if (query.get(KEYS[side]) !== origin) changeQuery((next) => next.set(KEYS[side], origin));
  };
  const stateOf = (side: Side): SideState => {
    const origin = originOf(side);
    const base = originType(origin, actionTypes);
    const saved = variantOf(origin, base, settings);
    const draft = typed[side];
    const variant = draft?.origin === origin ? draft : saved;
    const isChanged = !isSameVariant(variant, saved);
    return {
      side,
      variant,
      ...checkVariant(variant, base, settings),
      isChanged,
      change: (next) => put(side, next.origin, next),
      startFrom: (next) => void (isChanged ? askToDiscard() : yes).then((goOn) => goOn && put(side, next, undefined)),
      discard: () => put(side, origin, undefined),
    };
  };
  const [a, b] = [stateOf('A'), stateOf('B')];
  return {
    sides: SIDES.map((side) => (side === 'A' ? a : b)),
    duplicate: () =>
      void (b.isChanged ? askToDiscard() : yes).then((goOn) => goOn && put('B', a.variant.origin, a.variant)),
  };
}

const yes = Promise.resolve(true);
