/** The limits of a wish as they are typed. */
import { useState } from 'react';
import { formatDuration, parseDuration } from '../../../../../shared/duration.ts';
import type { Limit } from '../../../../../shared/lab.ts';
import { measureInfo } from '../../../../../views/lab/measure-words.ts';

export interface LimitDraft {
  readonly key: number;
  readonly measure: string;
  readonly relation: Limit['relation'];
  readonly value: string;
}

/** As it is typed: a share in per cent, a duration `2h`. */
function draftOf({ measure, relation, value }: Limit, key: number): LimitDraft {
  const { unit } = measureInfo(measure);
  const text = unit === 'duration' ? formatDuration(value) : String(unit === 'share' ? value * 100 : value);
  return { key, measure, relation, value: text };
}

/** In the measure's own unit; `null` where the text is no such value. */
export function boundOf({ measure, value }: LimitDraft): number | null {
  const { unit } = measureInfo(measure);
  if (unit === 'duration') return parseDuration(value.trim());
  const number = Number(value.replace('%', '').trim());
  if (value.trim() === '' || !Number.isFinite(number)) return null;
  return unit === 'share' ? number / 100 : number;
}

export interface Limits {
  readonly drafts: readonly LimitDraft[];
  readonly setDrafts: (drafts: readonly LimitDraft[]) => void;
  /** Those that are right. */
  readonly limits: readonly Limit[];
  /** Whether all are. */
  readonly isWhole: boolean;
}

/** `first`: the limits to begin with. */
export function useLimits(first: readonly Limit[]): Limits {
  const [drafts, setDrafts] = useState<readonly LimitDraft[]>(() => first.map(draftOf));
  const limits = drafts.flatMap((draft): Limit[] => {
    const value = boundOf(draft);
    return value === null ? [] : [{ measure: draft.measure, relation: draft.relation, value }];
  });
  return { drafts, setDrafts, limits, isWhole: limits.length === drafts.length };
}
