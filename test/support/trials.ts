/** Random configurations for the Lab, and single lives of them by the runtime. */
import fc from 'fast-check';
import { stringify } from 'yaml';
import { z } from 'zod';
import { createWorld } from '../../src/engine/create-world.ts';
import { directCaller, directSender } from '../../src/main/external-system/direct.ts';
import { type TrialChoice, trialScenario } from '../../src/main/lab/trial-scenario.ts';
import { setupOf } from '../../src/main/lab/variants.ts';
import { Runtime } from '../../src/main/runtime/runtime.ts';
import { type Scenario, type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import { definitions } from './lives.ts';

const ms = (max: number) => fc.integer({ min: 0, max }).map((value) => `${value}ms`);
const distribution = fc.oneof(
  ms(40_000),
  fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 30_000 })).map(([low, more]) => ({
    uniform: [`${low}ms`, `${low + more}ms`] as [string, string],
  })),
  fc.record({ mean: fc.constantFrom('5s', '1m', '10m') }).map((exponential) => ({ exponential })),
  fc.constant({ lognormal: { median: '20s', p95: '5m' } }),
  fc.constant({ normal: { mean: '10s', sd: '20s' } }),
  fc.array(ms(600_000), { minLength: 1, maxLength: 4 }).map((empirical) => ({ empirical })),
);
const random = fc.record({
  failRate: fc.constantFrom(0, 0.2, 0.7, 1),
  fail: fc.constantFrom({ refused: 1 }, { hang: 1 }, { refused: 2, hang: 1, 503: 1 }),
  acceptAfter: distribution,
  noResponseRate: fc.constantFrom(0, 0.3, 1),
  successRate: fc.constantFrom(0, 0.6, 1),
  responseAfter: distribution,
  reasons: fc.constantFrom({}, { Unknown: 1, Mismatch: 2 }),
});
const outage = fc
  .record({
    from: fc.oneof(
      fc.integer({ min: 0, max: 600 }).map((seconds) => `+${seconds}s`),
      fc.constantFrom('09:05', '2026-01-05 09:10'),
    ),
    seconds: fc.integer({ min: 1, max: 900 }),
    /** Over its length; without it, it comes once. */
    pauseSeconds: fc.option(fc.integer({ min: 0, max: 900 })),
    fail: fc.constantFrom('refused', 'hang'),
    after: ms(40_000),
  })
  .map(({ seconds, pauseSeconds, ...rest }) => ({
    ...rest,
    for: `${seconds}s`,
    ...(pauseSeconds !== null && { every: `${seconds + pauseSeconds}s` }),
  }));

/** One Action type with an API that is scripted or random, with outages or without. */
export const configuration: fc.Arbitrary<ScenarioText> = fc
  .tuple(definitions, fc.option(random), fc.array(outage, { maxLength: 2 }))
  .map(([file, randomly, outages]): ScenarioText => {
    const { calls, otherwise } = file.externalApis?.erp ?? {};
    const script = { ...(calls ? { calls } : {}), ...(otherwise ? { otherwise } : {}) };
    const behaviour = randomly === null ? script : { random: randomly };
    const { post } = file.actionTypes ?? {};
    return {
      ...file,
      externalApis: { erp: { url: 'https://erp.example.test/x', ...behaviour, outages } },
      actionTypes: post ? { post } : {},
      cases: {},
      caseTypes: {},
    };
  });

export const decode = (text: ScenarioText): Scenario => z.decode(scenario, text);

/** A scenario as a file's text. */
export const written = (value: Scenario): string => stringify(JSON.parse(JSON.stringify(z.encode(scenario, value))));

/** The setup of the Action type `post`. */
export const setupFor = (text: ScenarioText) => {
  const decoded = decode(text);
  return setupOf(decoded, 'post', Date.parse(decoded.start));
};

/** The life of trial `index` as the runtime plays it, on the direct transport, from the scenario it can be opened as. */
export async function livedTrial(text: ScenarioText, choice: TrialChoice) {
  const opened = trialScenario(decode(text), setupFor(text), choice);
  const startAt = Date.parse(opened.start);
  const runtime = new Runtime({
    world: createWorld(opened, startAt, opened.seed),
    now: startAt,
    seq: 0,
    caller: directCaller,
    sender: directSender,
    journal: { record: () => undefined, flush: () => undefined },
  });
  for (const step of opened.steps) {
    if ('launch' in step) await runtime.submit({ type: 'launchCase', case: 'Trial' });
    else if ('advance' in step && typeof step.advance === 'number') await runtime.advanceBy(step.advance);
  }
  const launchedAt = runtime.world.cases.get('Trial')?.createdAt;
  await runtime.advanceUntilIdle();
  return { opened, runtime, launchedAt };
}
