/** What an outage does to the day, in plain words: the worst it does to those who work, what is left of it in the evening. */
import { counted } from '../../../shared/counted.ts';
import type { DayOutcome, DayRun } from '../../../shared/lab-day.ts';
import { exactDuration } from '../../words/time-words.ts';
import { clockLabel } from './clock-label.ts';
import { averageText } from './day-figures.ts';

/** `null` where there is no outage to speak of, or no day yet. */
export function outageSentences({ request, startAt, plain, withOutage }: DayRun): readonly string[] | null {
  const { outage } = request;
  if (outage === null || plain === null || withOutage === null) return null;
  const clock = (afterMs: number) => clockLabel(startAt, request.lengthMs, afterMs);
  const name = `${articleFor(outage.forMs)} ${exactDuration(outage.forMs)} outage at ${clock(outage.fromMs)}`;
  return [waitingSentence(name, clock, plain, withOutage), totalsSentence(plain, withOutage)];
}

/** As it is read out: an eight, an eleven, an eighteen. */
const articleFor = (ms: number) => (/^(8\d*|11|18)\b/.test(exactDuration(ms)) ? 'An' : 'A');

function waitingSentence(
  name: string,
  clock: (afterMs: number) => string,
  plain: DayOutcome,
  withOutage: DayOutcome,
): string {
  const more = withOutage.points.map(
    ({ waiting }, index) => waiting.median - (plain.points[index]?.waiting.median ?? 0),
  );
  const most = Math.max(0, ...more);
  const atEnd = more.at(-1) ?? 0;
  const worstIndex = more.indexOf(most);
  if (most === 0) {
    const end = atEnd < 0 ? `; ${comparedWith(atEnd)} ${atEnd === -1 ? 'waits' : 'wait'} at the end of the day` : '';
    return `${name} leaves no more items waiting on a median day${end}.`;
  }
  const items = `leaves ${comparedWith(most)} waiting`;
  if (worstIndex === more.length - 1) return `${name} ${items} at the end of a median day.`;
  const at = clock(withOutage.points[worstIndex]?.afterMs ?? 0);
  const end = atEnd === 0 ? 'as many as without it' : `${Math.abs(atEnd)} ${atEnd > 0 ? 'more' : 'fewer'}`;
  return `${name} ${items} at ${at} on a median day, and ${end} at the end of the day.`;
}

/** `4 more items`, `1 fewer item`. */
function comparedWith(difference: number): string {
  const count = Math.abs(difference);
  return counted(count, difference > 0 ? 'more item' : 'fewer item');
}

function totalsSentence(plain: DayOutcome, withOutage: DayOutcome): string {
  const escalated = perDay(withOutage.escalated - plain.escalated, 'escalated to the Case owner');
  const handedOver = perDay(withOutage.handedOver - plain.handedOver, 'handed over');
  const changes = [escalated, handedOver].filter((change) => change !== null);
  if (changes.length === 0) return 'The same numbers are escalated and handed over as without it.';
  return `Each day, on average, ${changes.join(' and ')}.`;
}

/** `3.1 more are escalated`; `null` where it makes no difference. */
function perDay(difference: number, what: string): string | null {
  const amount = averageText(Math.abs(difference));
  if (amount === averageText(0)) return null;
  return `${amount} ${difference > 0 ? 'more' : 'fewer'} are ${what}`;
}
