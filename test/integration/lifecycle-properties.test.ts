import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createWorld } from '../../src/engine/create-world.ts';
import { maximumFor } from '../../src/engine/move.ts';
import { timersOfAction } from '../../src/engine/timers.ts';
import type { Published } from '../../src/main/runtime/runtime.ts';
import type { Runtime } from '../../src/main/runtime/runtime.ts';
import { freshWorkspace } from '../../src/main/simulator.ts';
import { replay } from '../../src/main/runtime/replay.ts';
import type { CallOutcome } from '../../src/shared/definitions.ts';
import { isRejection } from '../../src/shared/errors.ts';
import type { Command } from '../../src/shared/inputs.ts';
import type { World } from '../../src/shared/model.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { START } from '../support/given.ts';
import { running } from '../support/running.ts';

const seconds = (max: number) => fc.integer({ min: 0, max }).map((value) => `${value}s`);

const callOutcome: fc.Arbitrary<z.input<typeof import('../../src/shared/definitions.ts').callOutcome>> = fc.oneof(
  fc.record({ fail: fc.constantFrom('refused', 'dns', 'reset', 'tls', 'hang'), after: seconds(60) }),
  fc.record({ status: fc.constantFrom(301, 404, 500, 503) }),
  fc.record({
    acceptAfter: seconds(40),
    respond: fc.array(
      fc.oneof(
        fc.record({ after: seconds(900), outcome: fc.constantFrom('success', 'unsuccessful'), repeat: fc.integer({ min: 1, max: 3 }) }),
        fc.record({ after: seconds(900), malformed: fc.constant(true as const) }),
        fc.record({ after: seconds(900), token: fc.constant('wrong' as const) }),
      ),
      { maxLength: 3 },
    ),
  }),
);

const definitions: fc.Arbitrary<ScenarioText> = fc
  .record({
    max: fc.integer({ min: 0, max: 6 }),
    first: fc.integer({ min: 1, max: 300 }),
    jitter: fc.constantFrom(0, 0.3),
    responseClock: fc.constantFrom('connection', 'launch'),
    calls: fc.array(callOutcome, { maxLength: 5 }),
    otherwise: callOutcome,
    responseWithin: fc.option(fc.integer({ min: 1, max: 900 })),
    due: fc.option(fc.integer({ min: 1, max: 3_000 })),
    autoCompleteOnTimeout: fc.boolean(),
    responseExpected: fc.boolean(),
    own: fc.option(fc.integer({ min: 0, max: 4 })),
    seed: fc.integer({ min: 1, max: 1_000 }),
  })
  .map((given): ScenarioText => ({
    seed: given.seed,
    settings: {
      retry: { max: given.max, first: `${given.first}s`, jitter: given.jitter },
      responseClock: given.responseClock as 'connection' | 'launch',
    },
    queues: ['AP'],
    users: { dana: {}, omar: { queues: ['AP'] } },
    externalApis: { erp: { url: 'https://erp.example.test/x', calls: given.calls as never, otherwise: given.otherwise as never } },
    actionTypes: {
      post: {
        externalApi: 'erp',
        responseExpected: given.responseExpected,
        autoCompleteOnTimeout: given.autoCompleteOnTimeout,
        allocation: { queue: 'AP', user: 'omar' },
        ...(given.responseWithin === null ? {} : { responseWithin: `${given.responseWithin}s` }),
        ...(given.due === null ? {} : { due: `${given.due}s` }),
        ...(given.own === null ? {} : { retry: { max: given.own } }),
      },
      check: { manual: true, due: '10m', allocation: { queue: 'AP' } },
    },
    cases: { C1: { owner: 'dana', process: [['post', 'check'], 'post'] }, C2: { owner: 'dana', process: ['post'] } },
    caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
  }));

type Act =
  | { readonly command: Command }
  | { readonly advance: number }
  | { readonly next: number }
  | { readonly answer: 'success' | 'unsuccessful' | 'malformed' | 'wrong'; readonly action: string };

const reference = fc.constantFrom('C1/post', 'C1/post/1', 'C1/check', 'C2/post', 'invoice-1/post');
const command: fc.Arbitrary<Command> = fc.oneof(
  reference.map((action): Command => ({ type: 'retry', action, by: 'dana' })),
  reference.map((action): Command => ({ type: 'take', action, by: 'omar' })),
  reference.map((action): Command => ({ type: 'unassign', action })),
  reference.map((action): Command => ({ type: 'complete', action, by: 'omar' })),
  reference.map((action): Command => ({ type: 'unable', action, by: 'omar', reason: 'no' })),
  reference.map((action): Command => ({ type: 'relaunch', action, by: 'dana' })),
  fc.tuple(fc.constantFrom('C1', 'C2'), fc.constantFrom('pause', 'resume', 'rework', 'cancel', 'setInProgress')).map(
    ([workCase, verb]): Command => ({ type: 'caseVerb', case: workCase, do: verb }),
  ),
  fc.integer({ min: 0, max: 8 }).map((max): Command => ({ type: 'saveSettings', change: { retry: { max } } })),
  fc.integer({ min: 0, max: 5 }).map((max): Command => ({ type: 'saveActionType', name: 'post', change: { retry: { max } } })),
  fc.constant<Command>({ type: 'saveActionType', name: 'post', change: { retry: null } }),
  fc.constantFrom('As configured', 'Down', 'Silent').map((to): Command => ({ type: 'switchApi', name: 'erp', to })),
  fc.boolean().map((available): Command => ({ type: 'saveUser', name: 'omar', change: { available } })),
  fc.constant<Command>({ type: 'launchCase', case: 'C2' }),
  fc.constant<Command>({ type: 'launchAction', case: 'C1', actionType: 'post' }),
  fc.integer({ min: 1, max: 3 }).map((count): Command => ({ type: 'launchCases', caseType: 'invoice', count, every: 20_000 })),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: command.map((each) => ({ command: each })) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 900_000 }).map((advance) => ({ advance })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((next) => ({ next })) },
  {
    weight: 1,
    arbitrary: fc.record({ answer: fc.constantFrom('success', 'unsuccessful', 'malformed', 'wrong'), action: reference }),
  },
);

async function perform(runtime: Runtime, each: Act): Promise<void> {
  if ('command' in each) await runtime.submit(each.command);
  else if ('advance' in each) await runtime.advanceBy(each.advance);
  else if ('next' in each) await runtime.advanceToNext(each.next);
  else {
    const actionRef = each.action.replace(/\/1$/, '');
    if (runtime.world.actions.get(actionRef)?.token === undefined) return;
    const body = each.answer === 'malformed' ? null : { outcome: each.answer === 'unsuccessful' ? 'unsuccessful' : 'success' };
    await runtime.respond(actionRef, { body: body as never, token: each.answer === 'wrong' ? 'wrong' : 'right' });
  }
}

/** What must hold whenever a job has ended. */
function checkInvariants(world: World, runtime: Runtime): void {
  const { next } = runtime;
  if (next) expect(next.at, 'no timer in the past').toBeGreaterThan(runtime.now);
  let escalations = 0;
  for (const action of world.actions.values()) {
    const facts = world.timelines.get(action.ref) ?? [];
    const endings = facts.filter((fact) => fact.type === 'statusChanged' && fact.to === 'Closed').length;
    expect(endings, 'exactly one ending, once closed').toBe(action.phase === 'closed' ? 1 : 0);
    expect(action.resolutionMethod !== null, 'an ending has a resolution method').toBe(action.phase === 'closed');
    if (action.phase === 'closed') {
      expect(timersOfAction(action), 'nothing waits on a closed Action').toEqual([]);
      expect([action.nextRetryAt, action.responseDeadlineAt, action.dueAt, action.plan]).toEqual([null, null, null, null]);
      expect([action.owner, action.assignee, action.queue], 'R40').toEqual([null, null, null]);
    }
    if (action.status === 'Waiting') expect([action.assignee, action.queue], 'R40').toEqual([null, null]);
    if (action.phase === 'retry pending') expect(action.retryCount, 'R19').toBeLessThan(maximumFor(world, action));
    expect(action.callCount, 'R2').toBe(action.token === undefined ? 0 : action.retryCount + 1);
    escalations += facts.filter((fact) => fact.type === 'escalated').length;
  }
  const notifications = [...world.notifications.values()].flat();
  expect(notifications.length, 'one notification per escalation').toBe(escalations);
}

/** Closed has no exit, and no retry starts beyond the maximum in force. */
function watch(runtime: Runtime): (published: Published) => void {
  const closed = new Set<string>();
  let maximum = new Map<string, number>();
  const maximumNow = () => new Map([...runtime.world.actionTypes].map(([name, type]) => [name, type.retry?.max ?? runtime.world.settings.retry.max]));
  maximum = maximumNow();
  return ({ facts }) => {
    for (const fact of facts) {
      if (fact.type === 'settingsSaved' || fact.type === 'actionTypeSaved') maximum = maximumNow();
      if (!('actionRef' in fact)) continue;
      if (closed.has(fact.actionRef)) {
        // A closed Action hears late responses and shows a raised maximum; nothing else happens to it.
        expect(['responseReceived', 'maximumSaved', 'escalated', 'allocated', 'responsePlanned']).toContain(fact.type);
      }
      if (fact.type === 'statusChanged' && fact.to === 'Closed') closed.add(fact.actionRef);
      if (fact.type === 'callStarted' && fact.trigger !== 'first') {
        const actionType = runtime.world.actions.get(fact.actionRef)?.actionType ?? '';
        expect(fact.retryCount, 'n ≤ M when the retry starts').toBeLessThanOrEqual(maximum.get(actionType) ?? -1);
      }
    }
  };
}

describe('whatever the settings, the API and the order of events', () => {
  it('the invariants of the life cycle hold, and replaying the inputs gives the same world', async () => {
    await fc.assert(
      fc.asyncProperty(definitions, fc.array(act, { maxLength: 25 }), async (text, acts) => {
        const { runtime, journal } = running(text);
        runtime.subscribe(watch(runtime));
        await runtime.submit({ type: 'launchCase', case: 'C1' });
        for (const each of acts) {
          await perform(runtime, each);
          checkInvariants(runtime.world, runtime);
        }
        await runtime.advanceUntilIdle();
        checkInvariants(runtime.world, runtime);
        expect(runtime.scheduledCount).toBe(0);

        const decoded = z.decode(scenario, text);
        const again = replay(
          { ...freshWorkspace(decoded), world: createWorld(decoded, START, decoded.seed) },
          JSON.parse(JSON.stringify(journal)),
        );
        expect(JSON.stringify(worldToJson(again.world))).toBe(JSON.stringify(worldToJson(runtime.world)));
        expect(again.now).toBe(runtime.now);
      }),
      { numRuns: 300 },
    );
  });

  it('a refusal changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(definitions, fc.array(act, { maxLength: 10 }), command, async (text, acts, last) => {
        const { runtime } = running(text);
        await runtime.submit({ type: 'launchCase', case: 'C1' });
        for (const each of acts) await perform(runtime, each);
        const before = JSON.stringify(worldToJson(runtime.world));
        const outcome = await runtime.submit(last);
        if (isRejection(outcome)) expect(JSON.stringify(worldToJson(runtime.world))).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});
