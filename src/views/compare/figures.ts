/**
 * Two verdicts beside each other: each figure, what differs, and which variant is better for what. Each belongs to one of two
 * stories: the API never connects, or it does after a while.
 */
import type { ActionType, Settings } from '../../shared/definitions.ts';
import { type Verdict, verdict } from '../verdict/verdict.ts';
import { exactDuration, sinceLaunch } from '../words/time-words.ts';
import { STORIES, type Story } from './stories.ts';

export const SIDES = ['A', 'B'] as const;
export type Side = (typeof SIDES)[number];

export interface Figure {
  readonly story: Story;
  readonly label: string;
  readonly A: string;
  readonly B: string;
  /** `null` where they are the same. */
  readonly difference: string | null;
}

interface Judged extends Verdict {
  readonly responseExpected: boolean;
}

const judge = (settings: Settings, actionType: ActionType): Judged => ({
  ...verdict(settings, actionType),
  responseExpected: actionType.responseExpected,
});

const awaited = ({ responseExpected, awaitsResponseUntil }: Judged) =>
  !responseExpected
    ? 'no response expected'
    : awaitsResponseUntil === null
      ? 'without limit'
      : sinceLaunch(awaitsResponseUntil);

const endings: Record<Verdict['ending'], string> = {
  'Not Done Successfully': 'Not Done Successfully, the Case owner is told',
  'No response returned': 'No response returned, nobody is told',
  'To Do: Timeout': 'To Do, Timeout: it goes to people, the Case owner is not told',
};

const ENDING_VERBS: Record<Verdict['ending'], string> = {
  'Not Done Successfully': 'tells the Case owner',
  'No response returned': 'closes',
  'To Do: Timeout': 'goes to people',
};

const numbers = ([first, ...rest]: readonly number[]) =>
  first === undefined ? 'none' : rest.length === 0 ? `retry ${first}` : `retries ${first} to ${rest.at(-1)}`;

const survived = ({ longestOutageSurvived }: Judged) =>
  longestOutageSurvived === 0 ? 'none' : exactDuration(longestOutageSurvived);

/** The side with the smaller and the one with the larger value. */
const ordered = (a: number, b: number): { less: Side; more: Side; by: number } =>
  a < b ? { less: 'A', more: 'B', by: b - a } : { less: 'B', more: 'A', by: a - b };

/** What people notice of an end, from the least. */
const NOTICE: readonly Verdict['ending'][] = ['No response returned', 'To Do: Timeout', 'Not Done Successfully'];

/** The side of whose end people notice less, and the other; only of two that end differently. */
const byNotice = (a: Judged, b: Judged) => ordered(NOTICE.indexOf(a.ending), NOTICE.indexOf(b.ending));

/** Infinite where nothing limits it, nothing where none is expected. */
const waiting = ({ responseExpected, awaitsResponseUntil }: Judged) =>
  responseExpected ? (awaitsResponseUntil ?? Number.POSITIVE_INFINITY) : 0;

export function compareFigures(settings: Settings, typeA: ActionType, typeB: ActionType): Figure[] {
  const a = judge(settings, typeA);
  const b = judge(settings, typeB);
  const figureOf =
    (story: Story) =>
    (label: string, of: (judged: Judged) => string, difference: () => string): Figure => {
      const values = { A: of(a), B: of(b) };
      return { story, label, ...values, difference: values.A === values.B ? null : difference() };
    };
  const never = figureOf('never');
  const outage = figureOf('outage');
  return [
    never(
      'Calls',
      ({ callsAt }) => String(callsAt.length),
      () => {
        const { less, by } = ordered(a.callsAt.length, b.callsAt.length);
        return `${less} makes ${by} fewer`;
      },
    ),
    never(
      'Unreached retries',
      ({ unreachedRetries }) => numbers(unreachedRetries),
      () => {
        const { more, by } = ordered(a.unreachedRetries.length, b.unreachedRetries.length);
        return by === 0 ? 'as many, but different ones' : `${by} more in ${more}`;
      },
    ),
    never(
      'Ends at',
      ({ endsAt }) => sinceLaunch(endsAt),
      () => {
        const { less, by } = ordered(a.endsAt, b.endsAt);
        return `${less} ends ${exactDuration(by)} sooner`;
      },
    ),
    never(
      'Ending',
      ({ ending }) => endings[ending],
      () => {
        const { more } = byNotice(a, b);
        return `only ${more} ${ENDING_VERBS[{ A: a, B: b }[more].ending]}`;
      },
    ),
    outage('Longest outage survived', survived, () => {
      const { more, by } = ordered(a.longestOutageSurvived, b.longestOutageSurvived);
      return `${more} survives ${exactDuration(by)} more`;
    }),
    outage('Waits for the response until, at the latest', awaited, () => {
      if (a.responseExpected !== b.responseExpected) return `only ${a.responseExpected ? 'A' : 'B'} expects one`;
      const { more, by } = ordered(waiting(a), waiting(b));
      return Number.isFinite(by) ? `${more} waits ${exactDuration(by)} longer` : `${more} waits without limit`;
    }),
  ];
}

export interface Advantage {
  readonly story: Story;
  /** What for, such as *Long outages*. */
  readonly purpose: string;
  readonly side: Side;
  readonly words: string;
}

/** Which variant is better for what, story by story; empty where neither is. */
export function advantages(settings: Settings, typeA: ActionType, typeB: ActionType): Advantage[] {
  const judged: Judgement = { A: judge(settings, typeA), B: judge(settings, typeB) };
  const of: Record<Story, (Better | null)[]> = {
    never: [betterEnding(judged), fewerCalls(judged)],
    outage: [longerOutage(judged), longerWait(judged)],
  };
  return STORIES.flatMap((story) => of[story].flatMap((found) => (found === null ? [] : [{ story, ...found }])));
}

type Judgement = Readonly<Record<Side, Judged>>;
type Better = Omit<Advantage, 'story'>;

function betterEnding(judged: Judgement): Better | null {
  const { A: a, B: b } = judged;
  if (a.ending === b.ending) {
    if (a.endsAt === b.endsAt) return null;
    const { less, more } = ordered(a.endsAt, b.endsAt);
    const words = `${ENDING_VERBS[a.ending]} at ${sinceLaunch(judged[less].endsAt)}, ${more} at ${sinceLaunch(judged[more].endsAt)}`;
    return { purpose: 'An early end', side: less, words };
  }
  const { less, more } = byNotice(a, b);
  const { ending } = judged[less];
  const words = `${ENDING_VERBS[judged[more].ending]}; ${less} ${ENDING_VERBS[ending]}${ending === 'To Do: Timeout' ? '' : ' and tells nobody'}`;
  return {
    // Work that goes to people is noticed too, but not by the Case owner.
    purpose: ending === 'To Do: Timeout' ? 'A Case owner who knows' : 'Failures that are noticed',
    side: more,
    words,
  };
}

function fewerCalls(judged: Judgement): Better | null {
  const count = (side: Side) => judged[side].callsAt.length;
  if (count('A') === count('B')) return null;
  const { less, more } = ordered(count('A'), count('B'));
  return { purpose: 'Few calls', side: less, words: `makes ${count(less)}, ${more} ${count(more)}` };
}

function longerOutage(judged: Judgement): Better | null {
  const { A: a, B: b } = judged;
  if (a.longestOutageSurvived === b.longestOutageSurvived) return null;
  const { less, more } = ordered(a.longestOutageSurvived, b.longestOutageSurvived);
  const words = `survives up to ${survived(judged[more])} from launch, ${less} ${survived(judged[less])}`;
  return { purpose: 'Long outages', side: more, words };
}

function longerWait(judged: Judgement): Better | null {
  const { A: a, B: b } = judged;
  if (!a.responseExpected || !b.responseExpected || waiting(a) === waiting(b)) return null;
  const { less, more } = ordered(waiting(a), waiting(b));
  const until = (side: Side) =>
    judged[side].awaitsResponseUntil === null ? 'without limit' : `until ${awaited(judged[side])}`;
  return { purpose: 'Slow responses', side: more, words: `waits ${until(more)}, ${less} ${until(less)}` };
}
