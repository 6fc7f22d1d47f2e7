/** Random behaviour as the form holds it: shares in percent, weights row by row. */
import { z } from 'zod';
import { failingStatus, type RandomBehaviour, randomBehaviour } from '../../../../../shared/api-behaviour.ts';
import { CONNECTION_FAILURES } from '../../../../../shared/words.ts';
import type { FailingKind } from './call-draft.ts';
import {
  type DistributionDraft,
  distributionDraftOf,
  distributionProblems,
  distributionText,
} from './distribution-draft.ts';
import { fromPercent, newId, type Problems, place, problemsOf, toNumber, toPercent } from './parts.ts';

/** A way to fail, and how much it weighs. */
export interface FailWeightDraft {
  readonly id: string;
  readonly kind: FailingKind;
  readonly status: string;
  readonly weight: string;
}

/** A reason of unsuccessful answers, and how much it weighs. */
export interface ReasonDraft {
  readonly id: string;
  readonly reason: string;
  readonly weight: string;
}

export const SHARES = ['failRate', 'noResponseRate', 'successRate'] as const;
export type ShareField = (typeof SHARES)[number];

export interface RandomDraft extends Readonly<Record<ShareField, string>> {
  readonly id: string;
  readonly fail: readonly FailWeightDraft[];
  readonly acceptAfter: DistributionDraft;
  readonly responseAfter: DistributionDraft;
  readonly reasons: readonly ReasonDraft[];
}

export type RandomText = z.input<typeof randomBehaviour>;

export const newFailWeight = (): FailWeightDraft => ({ id: newId(), kind: 'refused', status: '503', weight: '1' });
export const newReason = (): ReasonDraft => ({ id: newId(), reason: '', weight: '1' });

export function randomDraftOf(random: RandomBehaviour): RandomDraft {
  return {
    id: newId(),
    failRate: toPercent(random.failRate),
    fail: Object.entries(random.fail).map(([key, weight]) => failWeightDraftOf(key, weight)),
    acceptAfter: distributionDraftOf(random.acceptAfter),
    noResponseRate: toPercent(random.noResponseRate),
    successRate: toPercent(random.successRate),
    responseAfter: distributionDraftOf(random.responseAfter),
    reasons: Object.entries(random.reasons).map(([reason, weight]) => ({
      id: newId(),
      reason,
      weight: String(weight),
    })),
  };
}

function failWeightDraftOf(key: string, weight: number): FailWeightDraft {
  const failure = CONNECTION_FAILURES.find((each) => each === key);
  const kind = failure === undefined ? { kind: 'status' as const, status: key } : { kind: failure };
  return { ...newFailWeight(), ...kind, weight: String(weight) };
}

/** As the file names it: `refused`, `503`. */
const keyOf = ({ kind, status }: FailWeightDraft) => (kind === 'status' ? status.trim() : kind);

export function randomText(draft: RandomDraft): RandomText {
  return {
    failRate: fromPercent(draft.failRate),
    fail: Object.fromEntries(draft.fail.map((row) => [keyOf(row), toNumber(row.weight)])),
    acceptAfter: distributionText(draft.acceptAfter),
    noResponseRate: fromPercent(draft.noResponseRate),
    successRate: fromPercent(draft.successRate),
    responseAfter: distributionText(draft.responseAfter),
    reasons: Object.fromEntries(draft.reasons.map((row) => [row.reason, toNumber(row.weight)])),
  };
}

const { failRate, noResponseRate, successRate, reasons } = randomBehaviour.shape;
const RATES = z.strictObject({ failRate, noResponseRate, successRate });
const WEIGHTS = z.strictObject({ weight: reasons.unwrap().valueType });
const PERCENTAGE = 'Expected a percentage from 0 to 100.';
const WORDS = { failRate: PERCENTAGE, noResponseRate: PERCENTAGE, successRate: PERCENTAGE };

export function randomProblems(draft: RandomDraft): Problems {
  const rates = Object.fromEntries(SHARES.map((field) => [field, fromPercent(draft[field])]));
  return Object.assign(
    problemsOf(RATES, rates, draft.id, undefined, WORDS),
    failProblems(draft),
    distributionProblems(draft.acceptAfter),
    distributionProblems(draft.responseAfter),
    ...rowProblems(draft.reasons, ({ reason }) => reason, 'reason'),
    ...draft.reasons.map(({ id, reason }) =>
      reason.trim() === '' ? { [place(id, 'reason')]: 'Expected the words of the reason.' } : {},
    ),
  );
}

function failProblems({ id, fail }: RandomDraft): Problems {
  const hasWeight = fail.some(({ weight }) => toNumber(weight) > 0);
  const statuses = fail.filter(({ kind }) => kind === 'status');
  return Object.assign(
    hasWeight ? {} : { [place(id, 'fail')]: 'Expected at least one weight above 0.' },
    ...rowProblems(fail, keyOf, 'status'),
    ...statuses.map((row) =>
      problemsOf(z.strictObject({ status: failingStatus }), { status: toNumber(row.status) }, row.id),
    ),
  );
}

/** Weights that are none, and rows that say the same as one above them. */
function rowProblems<Row extends { readonly id: string; readonly weight: string }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  field: string,
): Problems[] {
  return rows.map((row, index) => ({
    ...problemsOf(WEIGHTS, { weight: toNumber(row.weight) }, row.id),
    ...(rows.slice(0, index).some((above) => nameOf(above) === nameOf(row)) && {
      [place(row.id, field)]: 'Expected each only once: it stands above already.',
    }),
  }));
}

/** What each weight comes to as a share of them all, from 0 to 1; `null` while weights are not right. */
export function sharesOf(rows: readonly { readonly weight: string }[]): readonly (number | null)[] {
  const weights = rows.map(({ weight }) => toNumber(weight));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 && weight >= 0 ? weight / sum : null));
}
