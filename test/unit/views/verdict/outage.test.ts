import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActionType, RETRY_DEFAULTS, settings } from '../../../../src/shared/definitions.ts';
import { outageOutcome, outageSentence } from '../../../../src/views/verdict/outage.ts';
import { verdict, verdictSentences } from '../../../../src/views/verdict/verdict.ts';
import { MINUTE } from '../../../support/given.ts';

const SETTINGS = settings.parse({});
const POST: ActionType = { externalApi: 'erp', responseExpected: true, autoCompleteOnTimeout: false };
const CLOSING: ActionType = { ...POST, due: 20 * MINUTE, autoCompleteOnTimeout: true };

const outcome = (lengthMs: number, actionType = POST, fromMs = 0) =>
  outageOutcome(SETTINGS, actionType, { fromMs, lengthMs });
const sentence = (lengthMs: number, actionType = POST, fromMs = 0) =>
  outageSentence(SETTINGS, actionType, { fromMs, lengthMs });

describe('an outage from launch (R2, R6)', () => {
  it('is survived by the first call after it', () => {
    expect(outcome(20 * MINUTE)).toMatchObject({ through: { callNumber: 6, at: 31 * MINUTE }, failedCallCount: 5 });
    expect(sentence(20 * MINUTE)).toBe('An outage from launch of 20 min is survived: call 6 connects, at 31 min.');
  });

  it('a call at its very end gets through, one a millisecond earlier does not', () => {
    expect(outcome(7 * MINUTE).through).toEqual({ callNumber: 4, at: 7 * MINUTE });
    expect(outcome(7 * MINUTE + 1).through).toEqual({ callNumber: 5, at: 15 * MINUTE });
  });

  it('R14 is not survived when it outlasts the last call', () => {
    expect(outcome(31 * MINUTE).through).toEqual({ callNumber: 6, at: 31 * MINUTE });
    expect(outcome(31 * MINUTE + 1_000)).toEqual({
      through: null,
      failedCallCount: 6,
      end: { ending: 'Not Done Successfully', endsAt: 31 * MINUTE },
    });
    expect(sentence(31 * MINUTE + 1_000)).toBe(
      'An outage from launch of 31 min 1 s is not survived: all 6 calls fail; the Action closes and the Case owner is told, at 31 min.',
    );
  });

  it('R16 one call and no more: any outage at launch ends it', () => {
    const once = { ...POST, retry: { ...RETRY_DEFAULTS, max: 0 } };
    expect(sentence(1, once)).toBe(
      'An outage from launch of 1 ms is not survived: the only call fails; the Action closes and the Case owner is told, at launch.',
    );
  });

  it('R33 R36 auto-complete ends it before the call that would get through', () => {
    expect(outcome(15 * MINUTE, CLOSING).through).toEqual({ callNumber: 5, at: 15 * MINUTE });
    expect(sentence(15 * MINUTE + 1, CLOSING)).toBe(
      'An outage from launch of 15 min 1 ms is not survived: all 5 calls fail; with auto-complete at 20 min it closes with No response returned and nobody is told.',
    );
  });

  it('R33 a due date that only marks it overdue stops no call', () => {
    expect(outcome(20 * MINUTE, { ...CLOSING, autoCompleteOnTimeout: false }).through?.callNumber).toBe(6);
  });

  it('R32, R35 a response clock from launch ends it: a call at the deadline is not made', () => {
    const since = { ...SETTINGS, responseClock: 'launch' } as const;
    const type = { ...POST, responseWithin: 7 * MINUTE };
    const said = (lengthMs: number) => outageSentence(since, type, { fromMs: 0, lengthMs });
    expect(said(3 * MINUTE)).toBe('An outage from launch of 3 min is survived: call 3 connects, at 3 min.');
    expect(said(3 * MINUTE + 1)).toBe(
      'An outage from launch of 3 min 1 ms is not survived: all 3 calls fail; with the response clock from launch it goes to people at 7 min, and the Case owner is not told.',
    );
    expect(outageOutcome(since, type, { fromMs: 0, lengthMs: 4 * MINUTE })).toEqual({
      through: null,
      failedCallCount: 3,
      end: { ending: 'To Do: Timeout', endsAt: 7 * MINUTE },
    });
  });
});

describe('an outage that call 1 does not meet (R2)', () => {
  it('begins after launch, or lasts no time: call 1 connects', () => {
    expect(outcome(5 * MINUTE, POST, 1)).toMatchObject({ through: { callNumber: 1, at: 0 }, failedCallCount: 0 });
    expect(sentence(5 * MINUTE, POST, 2 * MINUTE)).toBe(
      'An outage from 2 min of 5 min affects no call: call 1 connects at launch.',
    );
    expect(sentence(0)).toBe('No outage: call 1 connects at launch.');
  });
});

interface Configured {
  readonly max: number;
  readonly first: number;
  readonly factor: number;
  readonly cap: number;
  readonly due: number | undefined;
  readonly autoCompleteOnTimeout: boolean;
}

const configured: fc.Arbitrary<Configured> = fc.record({
  max: fc.integer({ min: 0, max: 12 }),
  first: fc.integer({ min: 1, max: 600_000 }),
  factor: fc.constantFrom(1, 1.5, 2, 3),
  cap: fc.integer({ min: 1, max: 7_200_000 }),
  due: fc.option(fc.integer({ min: 1, max: 20_000_000 }), { nil: undefined }),
  autoCompleteOnTimeout: fc.boolean(),
});

const typeOf = ({ max, first, factor, cap, due, autoCompleteOnTimeout }: Configured): ActionType => ({
  ...POST,
  retry: { max, first, factor, cap, jitter: 0 },
  due,
  autoCompleteOnTimeout,
});

describe('outage and verdict agree (R2, R14, R36)', () => {
  it('an outage from launch is survived exactly when it is no longer than the longest one survived', () => {
    fc.assert(
      fc.property(
        configured,
        fc.integer({ min: 1, max: 30_000_000 }),
        fc.integer({ min: -1, max: 1 }),
        (given, any, near) => {
          const type = typeOf(given);
          const { longestOutageSurvived } = verdict(SETTINGS, type);
          for (const lengthMs of [any, Math.max(longestOutageSurvived + near, 1)]) {
            const { through } = outageOutcome(SETTINGS, type, { fromMs: 0, lengthMs });
            expect(through !== null).toBe(lengthMs <= longestOutageSurvived);
          }
        },
      ),
    );
  });

  it('the call that gets through is the first outside the outage; where none does, it ends as the verdict says', () => {
    const outage = fc.record({ fromMs: fc.integer({ min: 0, max: 9_000_000 }), lengthMs: fc.nat(30_000_000) });
    fc.assert(
      fc.property(configured, outage, (given, { fromMs, lengthMs }) => {
        const type = typeOf(given);
        const said = verdict(SETTINGS, type);
        const { through, failedCallCount, end } = outageOutcome(SETTINGS, type, { fromMs, lengthMs });
        const outside = said.callsAt.filter((at) => at < fromMs || at >= fromMs + lengthMs);
        expect(through?.at).toBe(outside[0]);
        if (through === null) expect(end).toEqual({ ending: said.ending, endsAt: said.endsAt });
        else expect(said.callsAt[through.callNumber - 1]).toBe(through.at);
        expect(failedCallCount).toBe(through === null ? said.callsAt.length : through.callNumber - 1);
      }),
    );
  });
});

describe('the verdict in sentences (R2, R14)', () => {
  it('names every call, or the only one', () => {
    expect(verdictSentences(SETTINGS, POST)[0]).toBe(
      'Calls at 0 s, 1 min, 3 min, 7 min, 15 min and 31 min after launch.',
    );
    const once = { ...POST, retry: { ...RETRY_DEFAULTS, max: 0 } };
    expect(verdictSentences(SETTINGS, once)[0]).toBe('One call, at launch.');
    const twice = { ...POST, retry: { ...RETRY_DEFAULTS, max: 1 } };
    expect(verdictSentences(SETTINGS, twice)[0]).toBe('Calls at 0 s and 1 min after launch.');
  });
});
