import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import { verdict } from '../../src/views/verdict/verdict.ts';
import { START } from '../support/given.ts';
import { running } from '../support/running.ts';

/** How many random configurations CI tries; `VERDICT_RUNS` sets more. */
const RUNS = Number(process.env.VERDICT_RUNS ?? 500);

interface Configuration {
  readonly max: number;
  readonly first: number;
  readonly factor: number;
  readonly cap: number;
  readonly responseWithin: number | null;
  readonly due: number | null;
  readonly autoComplete: boolean;
  readonly responseExpected: boolean;
  readonly responseClock: 'connection' | 'launch';
}

const configuration: fc.Arbitrary<Configuration> = fc.record({
  max: fc.integer({ min: 0, max: 12 }),
  first: fc.integer({ min: 1, max: 600 }),
  factor: fc.constantFrom(1, 1.5, 2, 3),
  cap: fc.integer({ min: 1, max: 7_200 }),
  responseWithin: fc.option(fc.integer({ min: 1, max: 7_200 })),
  due: fc.option(fc.integer({ min: 1, max: 20_000 })),
  autoComplete: fc.boolean(),
  responseExpected: fc.boolean(),
  responseClock: fc.constantFrom('connection', 'launch'),
});

function asFile(given: Configuration, api: object): ScenarioText {
  return {
    settings: {
      retry: { max: given.max, first: `${given.first}s`, factor: given.factor, cap: `${given.cap}s` },
      responseClock: given.responseClock,
    },
    queues: ['AP'],
    users: { dana: {} },
    externalApis: { erp: { url: 'https://erp.example.test/x', ...api } },
    actionTypes: {
      post: {
        externalApi: 'erp',
        responseExpected: given.responseExpected,
        autoCompleteOnTimeout: given.autoComplete,
        allocation: { queue: 'AP' },
        ...(given.responseWithin === null ? {} : { responseWithin: `${given.responseWithin}s` }),
        ...(given.due === null ? {} : { due: `${given.due}s` }),
      },
    },
    cases: { C1: { owner: 'dana', process: ['post'] } },
  };
}

/** One life by the runtime: its calls, its end, and how long it awaited a response. */
async function live(file: ScenarioText) {
  const { runtime } = running(file);
  await runtime.submit({ type: 'launchCase', case: 'C1' });
  await runtime.advanceUntilIdle();
  const facts = runtime.world.timelines.get('C1/post') ?? [];
  const since = (at: number | undefined) => (at === undefined ? undefined : at - START);
  return {
    action: runtime.world.actions.get('C1/post'),
    callsAt: facts.filter((fact) => fact.type === 'callStarted').map((fact) => fact.at - START),
    connectedAt: since(facts.find((fact) => fact.type === 'connected')?.at),
    leftAt: since(facts.find((fact) => fact.type === 'statusChanged' && fact.to !== 'Waiting')?.at),
  };
}

function verdictOf(given: Configuration) {
  const { settings, actionTypes } = z.decode(scenario, asFile(given, {}));
  if (!actionTypes.post) throw new Error('no Action type');
  return verdict(settings, actionTypes.post);
}

describe('the verdict agrees with the runtime', () => {
  it('on the calls, the end and the retries that never happen, when the API never connects (R2, R14, R32, R33, R36)', async () => {
    await fc.assert(
      fc.asyncProperty(configuration, async (given) => {
        const said = verdictOf(given);
        const { action, callsAt, leftAt } = await live(asFile(given, { otherwise: { fail: 'refused' } }));
        expect(callsAt).toEqual(said.callsAt);
        expect(leftAt).toBe(said.endsAt);
        expect(action?.phase === 'manual' ? `To Do: ${action.reason}` : action?.resolutionMethod).toBe(said.ending);
        expect(said.unreachedRetries).toEqual(
          Array.from({ length: given.max - (callsAt.length - 1) }, (_, index) => callsAt.length + index),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('on how long a response is awaited, over every call that could connect (R32, R34, R35)', async () => {
    await fc.assert(
      fc.asyncProperty(
        configuration.filter((given) => given.responseExpected),
        async (given) => {
          const said = verdictOf(given);
          const ends: (number | null)[] = [];
          for (let failing = 0; failing < said.callsAt.length; failing += 1) {
            const calls = Array.from({ length: failing }, () => ({ fail: 'refused' }));
            const { connectedAt, leftAt } = await live(asFile(given, { calls, otherwise: {} }));
            expect(connectedAt).toBe(said.callsAt[failing]);
            ends.push(leftAt ?? null);
          }
          expect(ends.includes(null) ? null : Math.max(...(ends as number[]))).toBe(said.awaitsResponseUntil);
        },
      ),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });

  it('on the longest outage survived: it connects, and one millisecond more does not (R2)', async () => {
    await fc.assert(
      fc.asyncProperty(
        configuration.filter((given) => given.max > 0),
        async (given) => {
          const { longestOutageSurvived } = verdictOf(given);
          const connects = async (ms: number) =>
            ms === 0 ||
            (await live(asFile(given, { outages: [{ from: '+0s', for: `${ms}ms` }] }))).connectedAt !== undefined;
          expect(await connects(longestOutageSurvived)).toBe(true);
          expect(await connects(longestOutageSurvived + 1)).toBe(false);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
