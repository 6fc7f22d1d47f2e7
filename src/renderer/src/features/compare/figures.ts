/** Two verdicts beside each other: each figure, what differs, and which variant is better for what. */
import type { ActionType, Settings } from '../../../../shared/definitions.ts';
import { type Verdict, verdict } from '../../../../views/verdict/verdict.ts';
import { exactDuration } from '../../../../views/words/time-words.ts';

export const SIDES = ['A', 'B'] as const;
export type Side = (typeof SIDES)[number];

export interface Figure {
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

const instant = (at: number) => (at === 0 ? 'launch' : exactDuration(at));

const awaited = ({ responseExpected, awaitsResponseUntil }: Judged) =>
  !responseExpected
    ? 'no response expected'
    : awaitsResponseUntil === null
      ? 'without limit'
      : instant(awaitsResponseUntil);

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

/** The side whose worst case tells the Case owner, where the other's does not. */
function tellingSide(a: Judged, b: Judged): Side | null {
  const [aTells, bTells] = [a, b].map(({ ending }) => ending === 'Not Done Successfully');
  if (aTells === bTells) return null;
  return aTells ? 'A' : 'B';
}

const numbers = ([first, ...rest]: readonly number[]) =>
  first === undefined ? 'none' : rest.length === 0 ? `retry ${first}` : `retries ${first} to ${rest.at(-1)}`;

const survived = ({ longestOutageSurvived }: Judged) =>
  longestOutageSurvived === 0 ? 'none' : exactDuration(longestOutageSurvived);

/** The side with the smaller and the one with the larger value. */
const ordered = (a: number, b: number): { less: Side; more: Side; by: number } =>
  a < b ? { less: 'A', more: 'B', by: b - a } : { less: 'B', more: 'A', by: a - b };

/** Infinite where nothing limits it, nothing where none is expected. */
const waiting = ({ responseExpected, awaitsResponseUntil }: Judged) =>
  responseExpected ? (awaitsResponseUntil ?? Number.POSITIVE_INFINITY) : 0;

export function compareFigures(settings: Settings, typeA: ActionType, typeB: ActionType): Figure[] {
  const a = judge(settings, typeA);
  const b = judge(settings, typeB);
  const figure = (label: string, of: (judged: Judged) => string, difference: () => string): Figure => {
    const values = { A: of(a), B: of(b) };
    return { label, ...values, difference: values.A === values.B ? null : difference() };
  };
  return [
    figure(
      'Calls',
      ({ callsAt }) => String(callsAt.length),
      () => {
        const { less, by } = ordered(a.callsAt.length, b.callsAt.length);
        return `${less} makes ${by} fewer`;
      },
    ),
    figure(
      'Ends at',
      ({ endsAt }) => instant(endsAt),
      () => {
        const { less, by } = ordered(a.endsAt, b.endsAt);
        return `${less} ends ${exactDuration(by)} sooner`;
      },
    ),
    figure(
      'Ending',
      ({ ending }) => endings[ending],
      () => {
        const side = tellingSide(a, b);
        return side === null
          ? `${a.ending === 'No response returned' ? 'B' : 'A'} goes to people`
          : `only ${side} tells the Case owner`;
      },
    ),
    figure('Waits for the response until', awaited, () => {
      if (a.responseExpected !== b.responseExpected) return `only ${a.responseExpected ? 'A' : 'B'} expects one`;
      const { more, by } = ordered(waiting(a), waiting(b));
      return Number.isFinite(by) ? `${more} waits ${exactDuration(by)} longer` : `${more} waits without limit`;
    }),
    figure('Longest outage survived', survived, () => {
      const { more, by } = ordered(a.longestOutageSurvived, b.longestOutageSurvived);
      return `${more} survives ${exactDuration(by)} more`;
    }),
    figure(
      'Unreached retries',
      ({ unreachedRetries }) => numbers(unreachedRetries),
      () => {
        const { more, by } = ordered(a.unreachedRetries.length, b.unreachedRetries.length);
        return by === 0 ? 'as many, but different ones' : `${by} more in ${more}`;
      },
    ),
  ];
}

export interface Advantage {
  /** What for, such as *Long outages*. */
  readonly purpose: string;
  readonly side: Side;
  readonly words: string;
}

/** Which variant is better for what; empty where neither is. */
export function advantages(settings: Settings, typeA: ActionType, typeB: ActionType): Advantage[] {
  const judged = { A: judge(settings, typeA), B: judge(settings, typeB) };
  const { A: a, B: b } = judged;
  const found: Advantage[] = [];
  if (a.longestOutageSurvived !== b.longestOutageSurvived) {
    const { less, more } = ordered(a.longestOutageSurvived, b.longestOutageSurvived);
    const rather = judged[less].longestOutageSurvived === 0 ? 'none' : survived(judged[less]);
    found.push({
      purpose: 'Long outages',
      side: more,
      words: `survives up to ${survived(judged[more])}, ${less} ${rather}`,
    });
  }
  const telling = tellingSide(a, b);
  if (telling !== null) {
    found.push({
      purpose: 'Failures that are noticed',
      side: telling,
      words: 'tells the Case owner; the other tells nobody',
    });
  } else if (a.ending === b.ending && a.endsAt !== b.endsAt) {
    const { less, more } = ordered(a.endsAt, b.endsAt);
    const verb = ENDING_VERBS[a.ending];
    found.push({
      purpose: 'An early end',
      side: less,
      words: `${verb} at ${instant(judged[less].endsAt)}, ${more} at ${instant(judged[more].endsAt)}`,
    });
  }
  if (a.callsAt.length !== b.callsAt.length) {
    const { less, more } = ordered(a.callsAt.length, b.callsAt.length);
    const count = (side: Side) => judged[side].callsAt.length;
    found.push({ purpose: 'Few calls', side: less, words: `makes at most ${count(less)}, ${more} ${count(more)}` });
  }
  if (a.responseExpected && b.responseExpected && waiting(a) !== waiting(b)) {
    const { less, more } = ordered(waiting(a), waiting(b));
    const until = (side: Side) =>
      judged[side].awaitsResponseUntil === null ? 'without limit' : `until ${awaited(judged[side])}`;
    found.push({ purpose: 'Slow responses', side: more, words: `waits ${until(more)}, ${less} ${until(less)}` });
  }
  return found;
}
