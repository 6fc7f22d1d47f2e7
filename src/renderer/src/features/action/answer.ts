/** An answer typed by hand: as a command, and as the `curl` that says the same from outside. */
import { exactReference } from '../../../../engine/decide.ts';
import { withWrongSecret } from '../../../../shared/callback-token.ts';
import type { CustomData } from '../../../../shared/definitions.ts';
import { customData } from '../../../../shared/field-kinds.ts';
import { LOST_NAME_REFUSED, lostNameIn } from '../../../../shared/lost-name.ts';
import type { Action, Delivery, ResponseBody } from '../../../../shared/model.ts';
import type { RespondTo } from '../../../../shared/scenario.ts';
import { sentence } from '../../components/sentence.ts';
import { callbackAddress } from './callback-address.ts';

export const ANSWER_KINDS = ['success', 'unsuccessful', 'malformed'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export interface Answer {
  readonly kind: AnswerKind;
  readonly reason: string;
  /** JSON, or nothing. */
  readonly data: string;
  readonly hasWrongToken: boolean;
}

export const NO_ANSWER: Answer = { kind: 'success', reason: '', data: '', hasWrongToken: false };

/** What is wrong with the typed data, or `null`. */
export function dataProblem(text: string): string | null {
  if (text.trim() === '') return null;
  const json = jsonIn(text);
  if (lostNameIn(json) !== null) return sentence(LOST_NAME_REFUSED);
  return customData.safeParse(json).success ? null : 'Expected a JSON object, such as {"invoiceNo": "4711"}.';
}

function parseData(text: string): CustomData | null {
  return customData.safeParse(jsonIn(text)).data ?? null;
}

/** `undefined` where it is none. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bodyOf({ kind, reason, data }: Answer): ResponseBody | null {
  if (kind === 'malformed') return null;
  const fields = parseData(data);
  return {
    outcome: kind,
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(fields === null ? {} : { data: fields }),
  };
}

/** As it reaches the rules. */
export function deliveryOf(answer: Answer): Delivery {
  return { body: bodyOf(answer), token: answer.hasWrongToken && answer.kind !== 'malformed' ? 'wrong' : 'right' };
}

/** As the simulator is asked. */
export function respondInput(answered: Action, answer: Answer): RespondTo {
  const action = exactReference(answered);
  const { body, token } = deliveryOf(answer);
  if (body === null) return { action, malformed: true };
  // Parsed from JSON, so its data is JSON.
  const content = body as Omit<Extract<RespondTo, { outcome: string }>, 'action' | 'token'>;
  return token === 'wrong' ? { action, token, ...content } : { action, ...content };
}

/** What a malformed answer looks like: JSON that breaks off. */
const MALFORMED_BODY = '{"outcome": "succ';

/** The same from a terminal. */
export function curlOf(action: Action, answer: Answer, callbackBase: string): string {
  const { body, token } = deliveryOf(answer);
  const secret = action.token ?? '';
  const address = callbackAddress(callbackBase, { token: token === 'wrong' ? withWrongSecret(secret) : secret });
  const text = body === null ? MALFORMED_BODY : JSON.stringify(body);
  return `curl ${quoted(address)} \\\n  -H 'Content-Type: application/json' \\\n  -d ${quoted(text)}`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
