/** Limits on what settings lead to when the API never connects: `longestOutageSurvived>=20m`, `calls<=8`. */
import { parseDuration } from '../../shared/duration.ts';
import { junitXml, type Outcome } from '../../shared/junit-xml.ts';
import type { Verdict } from '../../views/verdict/verdict.ts';
import { exactDuration } from '../../views/words/time-words.ts';
import { UsageError } from './exit-status.ts';
import { oneOf } from './options.ts';

/** What can be limited; durations since launch. `null` where nothing limits it. */
const MEASURES = {
  calls: { isDuration: false, of: ({ callsAt }: Verdict) => callsAt.length },
  endsAt: { isDuration: true, of: ({ endsAt }: Verdict) => endsAt },
  unreachedRetries: { isDuration: false, of: ({ unreachedRetries }: Verdict) => unreachedRetries.length },
  awaitsResponseUntil: { isDuration: true, of: ({ awaitsResponseUntil }: Verdict) => awaitsResponseUntil },
  longestOutageSurvived: { isDuration: true, of: ({ longestOutageSurvived }: Verdict) => longestOutageSurvived },
} as const;

const NAMES = Object.keys(MEASURES) as (keyof typeof MEASURES)[];

export interface VerdictLimit {
  /** As it was given. */
  readonly text: string;
  readonly name: keyof typeof MEASURES;
  readonly sense: '<=' | '>=';
  readonly bound: number;
}

/** Reads a limit; a `UsageError` for anything else. */
export function parseVerdictLimit(text: string): VerdictLimit {
  const [, named, sense, value = ''] = /^\s*(\w+)\s*(<=|>=)\s*(\S.*?)\s*$/.exec(text) ?? [];
  if (named === undefined) throw new UsageError(`--limit ${text}: expected MEASURE<=VALUE or MEASURE>=VALUE`);
  const name = oneOf('--limit', named, NAMES);
  const { isDuration } = MEASURES[name];
  const bound = isDuration ? parseDuration(value) : Number(value);
  if (bound === null || !Number.isFinite(bound)) {
    throw new UsageError(`--limit ${text}: expected ${isDuration ? 'a duration such as 20m' : 'a number'}`);
  }
  return { text: text.trim(), name, sense: sense === '>=' ? '>=' : '<=', bound };
}

/** Whether it holds: what nothing limits is above every bound. */
export function holds({ name, sense, bound }: VerdictLimit, verdict: Verdict): boolean {
  const value = MEASURES[name].of(verdict) ?? Number.POSITIVE_INFINITY;
  return sense === '<=' ? value <= bound : value >= bound;
}

/** `longestOutageSurvived>=20m: broken, it is 15 min`. */
export function limitSentence(limit: VerdictLimit, verdict: Verdict): string {
  const { isDuration, of } = MEASURES[limit.name];
  const value = of(verdict);
  const shown = value === null ? 'without a limit' : isDuration ? exactDuration(value) : String(value);
  return `${limit.text}: ${holds(limit, verdict) ? 'holds' : 'broken'}, it is ${shown}`;
}

/** A suite for the Action type, a test for each limit. */
export function verdictJunit(
  file: string,
  actionType: string,
  limits: readonly VerdictLimit[],
  verdict: Verdict,
): string {
  const outcomeOf = (limit: VerdictLimit): Outcome | null => {
    if (holds(limit, verdict)) return null;
    const message = limitSentence(limit, verdict);
    return { kind: 'failure', type: 'limit', message, lines: [message] };
  };
  const cases = limits.map((limit) => ({
    classname: actionType,
    name: limit.text,
    file,
    wallMs: 0,
    outcome: outcomeOf(limit),
  }));
  return junitXml([{ name: `${file}: ${actionType}`, cases }]);
}
