/** The kinds of things that rulers show, and which of them are there: what a legend explains. */
import type { Verdict } from '../../../../views/verdict/verdict.ts';
import type { RulerModel } from './ruler-model.ts';

/** In the order of the legend. */
export const RULER_KINDS = [
  'call',
  'through',
  'unreached',
  'response',
  'due closes',
  'due overdue',
  'end failed',
  'end no response',
  'end timeout',
  'outage',
] as const;
export type RulerKind = (typeof RULER_KINDS)[number];

/** How the life ends, as a kind of mark. */
export const END_KINDS = {
  'Not Done Successfully': 'end failed',
  'No response returned': 'end no response',
  'To Do: Timeout': 'end timeout',
} as const satisfies Record<Verdict['ending'], RulerKind>;

interface Shown {
  readonly model: RulerModel;
  readonly through: number | null;
}

export function rulerKinds(rulers: readonly Shown[], hasOutage: boolean): RulerKind[] {
  const there = new Set<RulerKind>(hasOutage ? ['outage'] : []);
  for (const { model, through } of rulers) {
    if (model.calls.some(({ callNumber }) => callNumber !== through)) there.add('call');
    if (through !== null) there.add('through');
    if (model.unreached.length > 0) there.add('unreached');
    if (model.response !== null) there.add('response');
    if (model.due !== null) there.add(model.due.closes ? 'due closes' : 'due overdue');
    if (model.end !== null) there.add(END_KINDS[model.end.ending]);
  }
  return RULER_KINDS.filter((kind) => there.has(kind));
}
