/** The lanes of an Action as they stand now, laid out for a size of type and a width. */
import { useMemo } from 'react';
import type { Fact } from '../../../../shared/facts.ts';
import type { Action, Instant } from '../../../../shared/model.ts';
import type { SizedLanes } from '../../../../views/lanes/in-rows.ts';
import { layLanes } from '../../../../views/lanes/layout.ts';
import { presentOf } from '../../../../views/lanes/present.ts';
import { slotsOf } from '../../../../views/lanes/slots.ts';
import { useClock, useFacts } from '../../stores/workspace.ts';
import { measureText } from './measure-text.ts';

/** Type on a screen of one's own, and on a projector, in pixels. */
export const TYPE_SIZES = { screen: 12, stage: 20 } as const;
/** One of these, or a size of type in pixels. */
export type LanesSize = keyof typeof TYPE_SIZES | number;

/** Another one whenever something happened to the Action, never with the clock alone. */
export function useLanes(action: Action, size: LanesSize): SizedLanes {
  const facts = useFacts(action.ref);
  const factCount = facts.length;
  const startAt = useClock((clock) => clock.startAt);
  return useMemo(
    () => lanesOf(action, facts.slice(0, factCount), startAt, size),
    [facts, factCount, action, startAt, size],
  );
}

/** The lanes of an Action whose `facts` are all that happened to it so far. */
export function lanesOf(action: Action, facts: readonly Fact[], startAt: Instant, size: LanesSize): SizedLanes {
  const slots = slotsOf(facts);
  const present = presentOf(action, facts, startAt);
  const px = typeof size === 'number' ? size : TYPE_SIZES[size];
  return {
    size: px,
    lay: (width, rows) => layLanes({ slots, present, startAt, width: width / px, measure: measureText, ...rows }),
  };
}
