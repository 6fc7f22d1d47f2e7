/** Random behaviour as the form holds it: shares in percent, weights row by row. */
import { z } from 'zod';
import { failingStatus, type RandomBehaviour, randomBehaviour } from '../../../../../shared/api-behaviour.ts';
import { LOST_NAME, LOST_NAME_REFUSED } from '../../../../../shared/lost-name.ts';
import { CONNECTION_FAILURES } from '../../../../../shared/words.ts';
import { sentence } from '../../../components/sentence.ts';
import { decoded, type Problems, problemsOf, under } from '../../../form/problems.ts';
import { newId, unlessBlank } from '../../../form/rows.ts';
import { fromPercent, textOf, toNumber } from '../../../form/text.ts';
import type { FailingKind } from './call-draft.ts';
import {
  type DistributionDraft,
  distributionDraftOf,
  distributionProblems,
  distributionText,
} from './distribution-draft.ts';
import { dataProblems, jsonIn } from './response-draft.ts';

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

const { failRate, noResponseRate, successRate } = randomBehaviour.shape;
const RATES = textOf(z.object({ failRate, noResponseRate, successRate }));

export interface RandomDraft extends z.input<typeof RATES> {
  readonly fail: readonly FailWeightDraft[];
  readonly acceptAfter: DistributionDraft;
  readonly responseAfter: DistributionDraft;
  readonly reasons: readonly ReasonDraft[];
  /** JSON, or nothing. */
  readonly data: string;
}

export type RandomText = z.input<typeof randomBehaviour>;

export const newFailWeight = (): FailWeightDraft => ({ id: newId(), kind: 'refused', status: '503', weight: '1' });
export const newReason = (): ReasonDraft => ({ id: newId(), reason: '', weight: '1' });

export function randomDraftOf(random: RandomBehaviour): RandomDraft {
  return {
    ...z.encode(RATES, random),
    fail: Object.entries(random.fail).map(([key, weight]) => failWeightDraftOf(key, weight)),
    acceptAfter: distributionDraftOf(random.acceptAfter),
    responseAfter: distributionDraftOf(random.responseAfter),
    reasons: Object.entries(random.reasons).map(([reason, weight]) => ({
      id: newId(),
      reason,
      weight: String(weight),
    })),
    data: random.data === undefined ? '' : JSON.stringify(random.data),
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
    ...dataText(draft),
  };
}

const dataText = ({ data }: RandomDraft) => unlessBlank('data', data, jsonIn);

const { reasons } = randomBehaviour.shape;
const weightSchema = reasons.unwrap().valueType;

export function randomProblems(draft: RandomDraft, at: string): Problems {
  const { value: _, problems } = decoded(RATES, draft);
  return Object.assign(
    Object.fromEntries(Object.entries(problems).map(([field, problem]) => [under(at, field), problem])),
    failProblems(draft.fail, `${at}.fail`),
    distributionProblems(draft.acceptAfter, `${at}.acceptAfter`),
    distributionProblems(draft.responseAfter, `${at}.responseAfter`),
    dataProblems(dataText(draft).data, under(at, 'data')),
    ...rowProblems(draft.reasons, ({ reason }) => reason, `${at}.reasons`, 'reason'),
    ...draft.reasons.map(({ reason }, index) => {
      const field = `${at}.reasons.${index}.reason`;
      if (reason === LOST_NAME) return { [field]: sentence(LOST_NAME_REFUSED) };
      return reason.trim() === '' ? { [field]: 'Expected a reason.' } : {};
    }),
  );
}

function failProblems(rows: readonly FailWeightDraft[], at: string): Problems {
  const hasWeight = rows.some(({ weight }) => toNumber(weight) > 0);
  return Object.assign(
    hasWeight ? {} : { [at]: 'Expected at least one weight above 0.' },
    ...rowProblems(rows, keyOf, at, 'status'),
    ...rows.map(({ kind, status }, index) =>
      kind === 'status' ? problemsOf(failingStatus, toNumber(status), `${at}.${index}.status`) : {},
    ),
  );
}

/** Weights that are none, and rows that say the same as one above them. */
function rowProblems<Row extends { readonly weight: string }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  at: string,
  field: string,
): Problems[] {
  return rows.map((row, index) => ({
    ...problemsOf(weightSchema, toNumber(row.weight), `${at}.${index}.weight`),
    ...(rows.slice(0, index).some((above) => nameOf(above) === nameOf(row)) && {
      [`${at}.${index}.${field}`]: 'Expected each only once: it is already listed above.',
    }),
  }));
}

/** Each weight as a share of them all, from 0 to 1; `null` while weights are not right. */
export function sharesOf(rows: readonly { readonly weight: string }[]): readonly (number | null)[] {
  const weights = rows.map(({ weight }) => toNumber(weight));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 && weight >= 0 ? weight / sum : null));
}
