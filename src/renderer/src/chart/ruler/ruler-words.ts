/** The ruler in words: what happens when, for its table and for those who do not see it. */
import { WORDS } from '../../../../shared/word-table.ts';
import type { Outage } from '../../../../views/verdict/outage.ts';
import { callName } from '../../../../views/words/call-words.ts';
import { exactDuration, sinceLaunch } from '../../../../views/words/time-words.ts';
import type { RulerCall, RulerModel } from './ruler-model.ts';

export interface RulerFact {
  readonly at: number;
  readonly words: string;
}

export const callInWords = ({ callNumber }: RulerCall) => `Call ${callNumber}, ${callName(callNumber - 1)}`;

export const unreachedInWords = ({ callNumber }: RulerCall) => `Retry ${callNumber - 1} never happens`;

type RulerEnd = NonNullable<RulerModel['end']>;
export const endInShort = ({ ending }: RulerEnd) => WORDS.ending[ending].noun;
export const endInWords = ({ ending }: RulerEnd) => `${WORDS.ending[ending].noun}: ${WORDS.ending[ending].sentence}`;

export const dueInWords = ({ closes }: { readonly closes: boolean }) =>
  closes ? 'Due date, auto-complete on timeout' : 'Due date: only marks it overdue';

export function responseInWords({ response, end }: RulerModel): string | null {
  if (response === null) return null;
  const waits =
    end === null ? 'The Action waits for its response' : 'If the last call connects, the Action waits for its response';
  if (response.until === null) return `${waits} without a time limit`;
  return `${waits} for ${exactDuration(response.until - response.from)}, until ${exactDuration(response.until)}`;
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
  if (end !== null) facts.push({ at: end.at, words: endInWords(end) });
  if (outage !== null && outage.lengthMs > 0) {
    facts.push({ at: outage.fromMs, words: 'The outage begins' });
    facts.push({ at: outage.fromMs + outage.lengthMs, words: 'The outage is over' });
  }
  return facts.sort((left, right) => left.at - right.at);
}

/** The whole ruler in one sentence. */
export function rulerInWords(name: string, model: RulerModel, outage: Outage | null): string {
  const facts = rulerFacts(model, outage).map(({ at, words }) => `${sinceLaunch(at)}: ${words}`);
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
