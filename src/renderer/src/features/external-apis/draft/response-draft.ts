/** One answer of the external system, as the form holds it. */
import type { z } from 'zod';
import { type ApiResponse, apiResponse } from '../../../../../shared/api-behaviour.ts';
import { formatDuration } from '../../../../../shared/duration.ts';
import { customData } from '../../../../../shared/field-kinds.ts';
import { LOST_NAME_REFUSED, lostNameIn } from '../../../../../shared/lost-name.ts';
import { sentence } from '../../../components/sentence.ts';
import { type Problems, problemsOf } from '../../../form/problems.ts';
import { newId, unlessBlank } from '../../../form/rows.ts';
import { toNumber } from '../../../form/text.ts';
import { durationText } from '../../../form/typed-duration.ts';

export const RESPONSE_KINDS = ['success', 'unsuccessful', 'malformed'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

export interface ResponseDraft {
  readonly id: string;
  readonly kind: ResponseKind;
  readonly after: string;
  readonly reason: string;
  /** JSON, or nothing. */
  readonly data: string;
  readonly repeat: string;
  readonly hasWrongToken: boolean;
}

export type ResponseText = z.input<typeof apiResponse>;

export function newResponse(): ResponseDraft {
  return { id: newId(), kind: 'success', after: '10m', reason: '', data: '', repeat: '', hasWrongToken: false };
}

export function responseDraftOf(response: ApiResponse): ResponseDraft {
  const { after, repeat } = response;
  const blank = { ...newResponse(), after: after === undefined ? '' : formatDuration(after) };
  const often = { repeat: repeat === undefined ? '' : String(repeat) };
  if ('malformed' in response) return { ...blank, ...often, kind: 'malformed' };
  const { outcome = 'success', reason = '', data } = response;
  return {
    ...blank,
    ...often,
    kind: outcome,
    reason,
    data: data === undefined ? '' : JSON.stringify(data),
    hasWrongToken: 'token' in response,
  };
}

export function responseText({ kind, after, reason, data, repeat, hasWrongToken }: ResponseDraft): ResponseText {
  const sent = { ...unlessBlank('after', after, durationText), ...unlessBlank('repeat', repeat, toNumber) };
  if (kind === 'malformed') return { ...sent, malformed: true };
  const content = {
    ...sent,
    outcome: kind,
    // Its blanks are the person's own.
    ...(reason === '' ? {} : { reason }),
    ...unlessBlank('data', data, jsonIn),
  };
  return hasWrongToken ? { ...content, token: 'wrong' } : content;
}

/** Data as typed; what cannot be read stays text, which the schema then refuses. */
export function jsonIn(text: string): Record<string, never> {
  try {
    return JSON.parse(text) as Record<string, never>;
  } catch {
    return text as unknown as Record<string, never>;
  }
}

const [ANSWER, MALFORMED, WRONG_TOKEN] = apiResponse.options;
const WORDS = {
  repeat: 'Expected how often it is sent, a whole number from 1 to 100.',
};

export function responseProblems(draft: ResponseDraft, at: string): Problems {
  const text = responseText(draft);
  const { data, ...rest } = 'data' in text ? text : { ...text, data: undefined };
  const schema = 'malformed' in text ? MALFORMED : 'token' in text ? WRONG_TOKEN : ANSWER;
  return { ...problemsOf(schema, rest, at, { words: WORDS }), ...dataProblems(data, `${at}.data`) };
}

/** Of data, if there is any. */
export function dataProblems(data: unknown, at: string): Problems {
  if (lostNameIn(data) !== null) return { [at]: sentence(LOST_NAME_REFUSED) };
  const isRight = data === undefined || customData.safeParse(data).success;
  return isRight ? {} : { [at]: 'Expected a JSON object such as {"poNumber": "4711"}.' };
}
