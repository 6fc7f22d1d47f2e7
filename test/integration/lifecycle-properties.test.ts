import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { maximumFor } from '../../src/engine/action/move.ts';
import { timersOfAction } from '../../src/engine/clocks/timers.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { findAction } from '../../src/engine/decide.ts';
import { freshWorkspace } from '../../src/main/runtime/fresh-workspace.ts';
import { replay } from '../../src/main/runtime/replay.ts';
import type { Runtime } from '../../src/main/runtime/runtime.ts';
import type { Published } from '../../src/main/runtime/runtime-options.ts';
import { isRejection } from '../../src/shared/errors.ts';
import { scenario } from '../../src/shared/scenario.ts';
import type { World } from '../../src/shared/world.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { START } from '../support/given.ts';
import { type Act, act, command, definitions } from '../support/lives.ts';
import { running } from '../support/running.ts';

async function perform(runtime: Runtime, each: Act): Promise<void> {
  if ('command' in each) await runtime.submit(each.command);
  else if ('advance' in each) await runtime.advanceBy(each.advance);
  else if ('next' in each) await runtime.advanceToNext(each.next);
  else {
    const action = findAction(runtime.world, each.action);
    if (action?.token === undefined) return;
    const body =
      each.answer === 'malformed' ? null : { outcome: each.answer === 'unsuccessful' ? 'unsuccessful' : 'success' };
    await runtime.respond(action.ref, { body: body as never, token: each.answer === 'wrong' ? 'wrong' : 'right' });
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
    const results = facts.filter(({ type }) => type === 'callFailed' || type === 'connected' || type === 'callCutOff');
    expect(results.length, 'R39: every call has one result').toBe(
      action.callCount - (action.phase === 'calling' ? 1 : 0),
    );
    if (action.phase === 'closed') {
      expect(timersOfAction(action), 'nothing waits on a closed Action').toEqual([]);
      expect([action.nextRetryAt, action.responseDeadlineAt, action.dueAt, action.plan]).toEqual([
        null,
        null,
        null,
        null,
      ]);
      expect([action.owner, action.assignee, action.queue], 'R40').toEqual([null, null, null]);
    }
    if (action.status === 'Waiting') expect([action.assignee, action.queue], 'R40').toEqual([null, null]);
    if (action.phase === 'retry pending') expect(action.retryCount, 'R19').toBeLessThan(maximumFor(world, action));
    expect(action.callCount, 'R2').toBe(action.token === undefined ? 0 : action.retryCount + 1);
    escalations += facts.filter((fact) => fact.type === 'escalated').length;
  }
  for (const { ref, status, needsAttention, actions, paused } of world.cases.values()) {
    const facts = world.timelines.get(ref) ?? [];
    const endings = facts.filter((fact) => fact.type === 'caseStatusChanged' && fact.to === 'Closed').length;
    expect(endings, 'exactly one ending of a Case, once closed').toBe(status === 'Closed' ? 1 : 0);
    expect(needsAttention, 'R44, R49').toBe(status === 'To Do');
    if (status !== 'Closed') continue;
    expect(paused).toBe(false);
    const open = actions.filter((actionRef) => world.actions.get(actionRef)?.phase !== 'closed');
    expect(open, 'R46: nothing runs in a closed Case').toEqual([]);
  }
  const notifications = [...world.notifications.values()].flat();
  expect(notifications.length, 'one notification per escalation').toBe(escalations);
}

/** Closed has no exit, and no retry starts beyond the maximum in force. */
function watch(runtime: Runtime): (published: Published) => void {
  const closed = new Set<string>();
  let maximum = new Map<string, number>();
  const maximumNow = () =>
    new Map(
      [...runtime.world.actionTypes].map(([name, type]) => [name, type.retry?.max ?? runtime.world.settings.retry.max]),
    );
  maximum = maximumNow();
  return ({ facts }) => {
    for (const fact of facts) {
      if (fact.type === 'definitionEdited') maximum = maximumNow();
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
