/** A distribution of durations as the form holds it: the fields of every kind, of which those of the chosen one count. */
import type { z } from 'zod';
import { type Distribution, distribution } from '../../../../../shared/api-behaviour.ts';
import { formatDuration } from '../../../../../shared/duration.ts';
import { type Problems, problemsOf } from '../../../form/problems.ts';
import { durationText, durationTexts, parseTyped } from '../../../form/typed-duration.ts';

export const DISTRIBUTION_KINDS = ['constant', 'uniform', 'normal', 'exponential', 'lognormal', 'empirical'] as const;
export type DistributionKind = (typeof DISTRIBUTION_KINDS)[number];
const DISTRIBUTION_FIELDS = ['constant', 'shortest', 'longest', 'mean', 'sd', 'median', 'p95', 'durations'] as const;
export type DistributionField = (typeof DISTRIBUTION_FIELDS)[number];

export interface DistributionDraft extends Readonly<Record<DistributionField, string>> {
  readonly kind: DistributionKind;
}

export type DistributionText = z.input<typeof distribution>;

/** Where a kind is chosen for the first time, its fields hold something that can be drawn. */
const STARTS: Readonly<Record<DistributionField, string>> = {
  constant: '5m',
  shortest: '1m',
  longest: '10m',
  mean: '5m',
  sd: '1m',
  median: '5m',
  p95: '20m',
  durations: '1m, 5m, 10m',
};

/** Which fields a kind has. */
export const FIELDS_OF: Readonly<Record<DistributionKind, readonly DistributionField[]>> = {
  constant: ['constant'],
  uniform: ['shortest', 'longest'],
  normal: ['mean', 'sd'],
  exponential: ['mean'],
  lognormal: ['median', 'p95'],
  empirical: ['durations'],
};

export function distributionDraftOf(value: Distribution): DistributionDraft {
  const blank = STARTS;
  if (typeof value === 'number') return { ...blank, kind: 'constant', constant: formatDuration(value) };
  if ('uniform' in value) {
    const [shortest, longest] = value.uniform;
    return { ...blank, kind: 'uniform', shortest: formatDuration(shortest), longest: formatDuration(longest) };
  }
  if ('normal' in value) {
    const { mean, sd } = value.normal;
    return { ...blank, kind: 'normal', mean: formatDuration(mean), sd: formatDuration(sd) };
  }
  if ('exponential' in value) return { ...blank, kind: 'exponential', mean: formatDuration(value.exponential.mean) };
  if ('lognormal' in value) {
    const { median, p95 } = value.lognormal;
    return { ...blank, kind: 'lognormal', median: formatDuration(median), p95: formatDuration(p95) };
  }
  return { ...blank, kind: 'empirical', durations: value.empirical.map(formatDuration).join(', ') };
}

export function distributionText(draft: DistributionDraft): DistributionText {
  const text = (field: DistributionField) => durationText(draft[field]);
  switch (draft.kind) {
    case 'constant':
      return text('constant');
    case 'uniform':
      return { uniform: [text('shortest'), text('longest')] };
    case 'normal':
      return { normal: { mean: text('mean'), sd: text('sd') } };
    case 'exponential':
      return { exponential: { mean: text('mean') } };
    case 'lognormal':
      return { lognormal: { median: text('median'), p95: text('p95') } };
    case 'empirical':
      return { empirical: durationTexts(draft.durations) };
  }
}

const [CONSTANT, UNIFORM, NORMAL, EXPONENTIAL, LOGNORMAL, EMPIRICAL] = distribution.options;
const SCHEMAS: Readonly<Record<DistributionKind, z.ZodType>> = {
  constant: CONSTANT,
  uniform: UNIFORM,
  normal: NORMAL,
  exponential: EXPONENTIAL,
  lognormal: LOGNORMAL,
  empirical: EMPIRICAL,
};

export function distributionProblems(draft: DistributionDraft, at: string): Problems {
  const fields = FIELDS_OF[draft.kind];
  const last = fields.at(-1) ?? draft.kind;
  // An issue names its field, or the place of it; one about both ends belongs to the second.
  const fieldOf = ([, part]: readonly PropertyKey[]) =>
    draft.kind === 'empirical'
      ? 'durations'
      : typeof part === 'number'
        ? (fields[part] ?? last)
        : (fields.find((field) => field === part) ?? last);
  return problemsOf(SCHEMAS[draft.kind], distributionText(draft), at, { fieldOf, words: wordsFor(draft) });
}

/** Sentences where the schema's own speak of the file's notation. */
function wordsFor({ kind, shortest, longest }: DistributionDraft): Record<string, string> {
  const areDurations = parseTyped(shortest) !== null && parseTyped(longest) !== null;
  if (kind === 'uniform' && areDurations) {
    return { longest: 'Expected a longest that is not shorter than the shortest.' };
  }
  if (kind !== 'empirical') return {};
  return { durations: 'Expected durations such as 30s, 20 min, 1h30m, with commas between them.' };
}

/** The distribution that is typed, or `null` while it is not right. */
export const distributionIn = (draft: DistributionDraft): Distribution | null =>
  distribution.safeParse(distributionText(draft)).data ?? null;
