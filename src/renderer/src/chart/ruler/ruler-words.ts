/** The ruler in words: what happens when, for its table and for those who do not see it. */

import type { Outage } from '../../../../engine/outage.ts';
import { exactDuration } from '../../../../engine/time-words.ts';
import type { Verdict } from '../../../../engine/verdict.ts';
import type { RulerCall, RulerModel } from './ruler-model.ts';

export interface RulerFact {
  readonly at: number;
  readonly words: string;
}

export const instantInWords = (at: number) => (at === 0 ? 'launch' : exactDuration(at));

export const callInWords = ({ callNumber }: RulerCall) =>
  callNumber === 1 ? 'Call 1, the first' : `Call ${callNumber}, retry ${callNumber - 1}`;

export const unreachedInWords = ({ callNumber }: RulerCall) => `Retry ${callNumber - 1} never happens`;

const ENDS: Record<Verdict['ending'], { readonly short: string; readonly told: string }> = {
  'Not Done Successfully': { short: 'Closed, Not Done Successfully', told: 'the Case owner is told' },
  'No response returned': { short: 'Closed, No response returned', told: 'nobody is told' },
  'To Do: Timeout': { short: 'To Do, Timeout', told: 'it goes to people, the Case owner is not told' },
};

export const endInShort = ({ end }: RulerModel) => ENDS[end.ending].short;
export const endInWords = ({ end }: RulerModel) => `${ENDS[end.ending].short}: ${ENDS[end.ending].told}`;

export const dueInWords = ({ closes }: { readonly closes: boolean }) =>
  closes ? 'Due date, auto-complete on timeout' : 'Due date: only marks it overdue';

export function responseInWords({ response }: RulerModel): string | null {
  if (response === null) return null;
  if (response.until === null) return 'If the last call connects, its response is awaited without limit';
  return `If the last call connects, its response is awaited for ${exactDuration(response.until - response.from)}, until ${exactDuration(response.until)}`;
}

/** Everything on a ruler, in the order of time. */
export function rulerFacts(model: RulerModel, outage: Outage | null): RulerFact[] {
  const { calls, unreached, response, due, end } = model;
  const facts: RulerFact[] = [
    ...calls.map((call) => ({ at: call.at, words: callInWords(call) })),
    ...unreached.map((call) => ({ at: call.at, words: unreachedInWords(call) })),
  ];
  const awaited = responseInWords(model);
  if (response !== null && awaited !== null) facts.push({ at: response.from, words: awaited });
  if (due !== null) facts.push({ at: due.at, words: dueInWords(due) });
  facts.push({ at: end.at, words: endInWords(model) });
  if (outage !== null && outage.lengthMs > 0) {
    facts.push({ at: outage.fromMs, words: 'The outage begins' });
    facts.push({ at: outage.fromMs + outage.lengthMs, words: 'The outage is over' });
  }
  return facts.sort((left, right) => left.at - right.at);
}

/** The whole ruler in one sentence. */
export function rulerInWords(name: string, model: RulerModel, outage: Outage | null): string {
  const facts = rulerFacts(model, outage).map(({ at, words }) => `${instantInWords(at)}: ${words}`);
  return `${name}, from launch. ${facts.join('. ')}.`;
}

/** Of the retries that would come after the end of the axis; `null` where there is none. */
export function beyondInWords({ unreached }: RulerModel, axisEndMs: number): string | null {
  const count = unreached.filter(({ at }) => at > axisEndMs).length;
  if (count === 0) return null;
  return count === 1
    ? 'The last retry that never happens would come after the end of this axis.'
    : `The last ${count} retries that never happen would come after the end of this axis.`;
}
