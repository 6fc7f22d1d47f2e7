/** What is recommended of a sweep: the limits as they are typed, and the cheapest variant that keeps them. */
import { useState } from 'react';
import { parseDuration } from '../../../../../shared/duration.ts';
import type { Limit, VariantResult } from '../../../../../shared/lab.ts';
import { measureInfo } from '../../../../../views/lab/measure-words.ts';
import { hasGoal, type Recommendation, recommend } from '../../../../../views/lab/recommend.ts';

export interface LimitDraft {
  readonly key: number;
  readonly measure: string;
  readonly relation: Limit['relation'];
  readonly value: string;
}

const FIRST: readonly LimitDraft[] = [
  { key: 1, measure: 'escalatedPer1000', relation: '≤', value: '1' },
  { key: 2, measure: 'timeToSuccess.p95', relation: '≤', value: '2h' },
];

/** In the measure's own unit; `null` where the text is no such value. */
export function boundOf({ measure, value }: LimitDraft): number | null {
  const { unit } = measureInfo(measure);
  if (unit === 'duration') return parseDuration(value.trim());
  const number = Number(value.replace('%', '').trim());
  if (value.trim() === '' || !Number.isFinite(number)) return null;
  return unit === 'share' ? number / 100 : number;
}

export interface Recommending {
  readonly drafts: readonly LimitDraft[];
  readonly setDrafts: (drafts: readonly LimitDraft[]) => void;
  /** The measure of which the recommended variant has the best figure. */
  readonly cost: string;
  readonly setCost: (measure: string) => void;
  readonly limits: readonly Limit[];
  /** `goal`: no limit is on what the Action is there for; `null`: a limit is not right yet. */
  readonly found: Recommendation | 'goal' | null;
}

/** `candidates`: the variants to choose from. */
export function useRecommendation(candidates: readonly VariantResult[]): Recommending {
  const [drafts, setDrafts] = useState(FIRST);
  const [cost, setCost] = useState('callsPerLaunch');
  const limits = drafts.flatMap((draft): Limit[] => {
    const value = boundOf(draft);
    return value === null ? [] : [{ measure: draft.measure, relation: draft.relation, value }];
  });
  const isWhole = limits.length === drafts.length;
  const find = () => recommend(candidates, limits, { measure: cost, better: measureInfo(cost).better });
  const found = !isWhole ? null : hasGoal(limits) ? find() : 'goal';
  return { drafts, setDrafts, cost, setCost, limits, found };
}
