/**
 * Responses that change nothing: repeats, and what is refused (R28–R30). Anybody may send as many and as large ones as they like, so of
 * each only the beginning is kept, and of an Action's only the latest; how many there were is counted.
 */
import type { Fact, ResponseVerdict } from '../../shared/facts.ts';
import type { Input } from '../../shared/inputs.ts';
import type { Action, ActionRef, CaseRef, Delivery, ResponseBody } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import type { ChangeLog } from '../history/change-log.ts';
import { isSameJson } from './same-json.ts';

/** How many of an Action's are kept on its timeline; the older ones are counted only. */
export const UNHEEDED_KEPT = 20;
/** The most that is kept of the body of one, in bytes of JSON. */
export const UNHEEDED_BODY_BYTES = 4_096;

/** R28–R30: the first valid response decides; an identical repeat is acknowledged; all else is refused. */
export function verdictOn(action: Action, delivery: Delivery): ResponseVerdict {
  const { body, token, cut } = delivery;
  if (token === 'wrong') return 'wrong token';
  if (body === null) return 'malformed';
  if (action.decidedBy !== null) {
    return (cut?.isRepeat ?? isSameJson(action.decidedBy, body)) ? 'duplicate' : 'conflicting';
  }
  return action.phase === 'manual' || action.phase === 'closed' ? 'late' : 'accepted';
}

/**
 * The delivery as it is journalled and told of: whole where it decides; of one that changes nothing at most the beginning. It leads to
 * the same verdict as the whole one.
 */
export function asKept(action: Action, delivery: Delivery): Delivery {
  if (delivery.body === null || delivery.cut !== undefined) return delivery;
  const verdict = verdictOn(action, delivery);
  return verdict === 'accepted' ? delivery : shortened(delivery, verdict === 'duplicate');
}

/**
 * What is kept of a delivery that changes nothing: its body where that is short, else the outcome, and the beginning of the rest. Who has
 * not the right token leaves nothing but the outcome.
 */
export function shortened(delivery: Delivery, isRepeat = false): Delivery {
  const { body, token } = delivery;
  if (body === null) return delivery;
  const bytes = jsonBytes(body);
  const isShort =
    token === 'wrong' ? body.reason === undefined && body.data === undefined : bytes <= UNHEEDED_BODY_BYTES;
  if (isShort) return delivery;
  return { body: token === 'wrong' ? { outcome: body.outcome } : beginningOf(body), token, cut: { bytes, isRepeat } };
}

function beginningOf({ outcome, reason, data }: ResponseBody): ResponseBody {
  // Names, quotes and commas of the whole; then what is left for the contents.
  let left = UNHEEDED_BODY_BYTES - jsonBytes({ outcome, reason: '', data: {} });
  const shortReason = reason === undefined ? undefined : beginningOfText(reason, left);
  left -= shortReason === undefined ? 0 : jsonBytes(shortReason);
  const fields = Object.entries(data ?? {});
  const keptCount = fields.findIndex(([name, value]) => {
    left -= jsonBytes(name) + jsonBytes(value) + FIELD_MARKS;
    return left < 0;
  });
  return {
    outcome,
    ...(shortReason === undefined ? {} : { reason: shortReason }),
    ...(data === undefined ? {} : { data: Object.fromEntries(keptCount < 0 ? fields : fields.slice(0, keptCount)) }),
  };
}

/** A colon and a comma. */
const FIELD_MARKS = 2;

function beginningOfText(text: string, most: number): string {
  let beginning = text.slice(0, most);
  while (jsonBytes(beginning) > most) beginning = beginning.slice(0, Math.floor(beginning.length * 0.9));
  // Not half a character.
  return beginning.isWellFormed() ? beginning : beginning.slice(0, -1);
}

/** How many bytes a value takes as JSON in UTF-8. */
function jsonBytes(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Of a character beyond 16 bits each half counts 2.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

const isUnheeded = (fact: Fact) => fact.type === 'responseReceived' && fact.verdict !== 'accepted';

/**
 * Takes the oldest response that changed nothing off an Action's timeline, and off the order of its Case. Both become new arrays: others
 * may be reading the old ones.
 */
export function forgetOldestUnheeded(world: World, caseRef: CaseRef, ref: ActionRef, log: ChangeLog | null): void {
  const facts = world.timelines.get(ref) ?? [];
  const index = facts.findIndex(isUnheeded);
  if (index < 0) return;
  log?.sets(world.timelines, ref);
  world.timelines.set(ref, facts.toSpliced(index, 1));
  const order = world.timelineOrders.get(caseRef) ?? [];
  let place = -1;
  for (let told = 0; told <= index; told += 1) place = order.indexOf(ref, place + 1);
  log?.sets(world.timelineOrders, caseRef);
  world.timelineOrders.set(caseRef, order.toSpliced(place, 1));
}

/** The input as it is journalled: of a response that changes nothing no more than is kept of it. */
export function withKeptBody(world: World, input: Input): Input {
  if (input.type !== 'response') return input;
  const action = world.actions.get(input.actionRef);
  return action === undefined ? input : { ...input, delivery: asKept(action, input.delivery) };
}
