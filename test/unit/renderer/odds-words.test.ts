import { describe, expect, it } from 'vitest';
import type { Odds } from '../../../src/lab/odds.ts';
import { behindOdds, successSentences, whoGets } from '../../../src/renderer/src/odds/odds-words.ts';
import { ENDINGS, type Estimate } from '../../../src/shared/lab.ts';
import { MINUTE } from '../../support/given.ts';
import { apiFile } from '../../support/tallies.ts';
import { setupFor } from '../../support/trials.ts';

const estimate = (value: number | null, low: number | null, high: number | null) => ({ value, low, high });
const allocated = (queue: string | null, assignee: string | null) =>
  ({ queue, assignee, choice: 'no user named' }) as const;

describe('odds in words', () => {
  it('who gets the work of each ending (R26, R32, R41, R44)', () => {
    const is = (queue: string | null, assignee: string | null) => whoGets('To Do: Timeout', allocated(queue, assignee));
    expect(is('AP', 'omar')).toBe('AP, omar');
    expect(is('AP', null)).toBe('AP');
    expect(is(null, 'omar')).toBe('omar');
    expect(is(null, null)).toBe('Nobody: no queue, nobody available');
    expect(whoGets('Not Done Successfully', allocated('AP', 'omar'))).toBe('The Case owner');
    expect(whoGets('Done Successfully', allocated('AP', 'omar'))).toBe('Nobody: it is done');
  });

  it('until when half and 95 of 100 succeed, with their intervals, and where fewer do', () => {
    const sentences = (p50: Estimate, p95: Estimate, share = 0.9) => {
      const outcomes = Object.fromEntries(ENDINGS.map((ending) => [ending, { share, low: 0, high: 1 }]));
      return successSentences({ outcomes: outcomes as Odds['outcomes'], timeToSuccess: { p50, p95 } });
    };
    const never = estimate(null, null, null);
    const p50 = estimate(12 * MINUTE + 300, 11 * MINUTE, 13 * MINUTE);
    expect(sentences(p50, estimate(43 * MINUTE, 41 * MINUTE, null))).toEqual([
      'Half are done successfully within 12 min (11 min to 13 min).',
      '95 of 100 are done successfully within 43 min (41 min or more).',
    ]);
    expect(sentences(estimate(0, 0, 0), never)).toEqual([
      'Half are done successfully within 0 s.',
      'Fewer than 95 of 100 are done successfully.',
    ]);
    expect(sentences(estimate(300, 300, 300), estimate(300, 300, 300))).toEqual([
      '95 of 100 are done successfully within 300 ms.',
    ]);
    expect(sentences(estimate(null, 1, null), never)).toEqual(['Fewer than half are done successfully.']);
    expect(sentences(never, never, 0)).toEqual(['None is done successfully.']);
  });

  it('how many lives stand behind them', () => {
    const of = (windowMs: number) => ({ windowMs, setup: setupFor(apiFile({})) });
    expect(behindOdds(2_000, of(24 * 60 * MINUTE))).toMatch(/launches spread over 24 h, nights included, seed 1/);
    expect(behindOdds(20_000, of(0))).toBe('20,000 trials, all launched at the start, seed 1. 95 % intervals.');
    expect(behindOdds(3_000, of(60 * MINUTE))).toBe(
      'The first 3,000 of 20,000 trials, launches spread over 1 h, seed 1. 95 % intervals.',
    );
  });
});
