import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freshWorkspace } from '../../../src/main/runtime/fresh-workspace.ts';
import { isInterrupted } from '../../../src/main/runtime/path.ts';
import type { JournalEntry, Workspace } from '../../../src/main/runtime/ports.ts';
import { historyEntry, replay } from '../../../src/main/runtime/replay.ts';
import { type ScenarioText, scenario } from '../../../src/shared/scenario.ts';
import { worldToJson } from '../../../src/shared/world-json.ts';
import { DEFINITIONS, MINUTE, START } from '../../support/given.ts';
import { running } from '../../support/running.ts';

const DOWN: ScenarioText = {
  ...DEFINITIONS,
  externalApis: { erp: { url: 'https://erp.example.test/', otherwise: { fail: 'refused' } } },
};
const fresh = (): Workspace => freshWorkspace(z.decode(scenario, DOWN));

async function lived() {
  const { runtime, journal } = running(DOWN);
  await runtime.submit({ type: 'launchCase', case: 'C1' });
  await runtime.advanceBy(MINUTE);
  await runtime.submit({ type: 'retry', action: 'C1/post', by: 'dana' });
  await runtime.respond('C1/post', { body: null, token: 'right' });
  await runtime.advanceBy(5 * MINUTE);
  return { runtime, journal };
}

describe('replaying a journal', () => {
  it('gives the same world, clock, number and history, without calling anybody', async () => {
    const { runtime, journal } = await lived();
    const again = replay(fresh(), journal);
    expect(worldToJson(again.world)).toEqual(worldToJson(runtime.world));
    expect([again.now, again.seq]).toEqual([runtime.now, runtime.seq]);
    expect(again.history).toEqual(runtime.ledger.history);
    expect(again.history.map(({ input }) => input.type)).toEqual(['launchCase', 'retry', 'response']);
  });

  it('gives the same of responses that changed nothing, though only their beginning was journalled', async () => {
    const { runtime, journal } = running(DOWN);
    await runtime.submit({ type: 'launchCase', case: 'C1' });
    const long = { outcome: 'success', reason: 'x'.repeat(50_000), data: { y: 'y'.repeat(50_000) } } as const;
    for (let index = 0; index < 12; index += 1) {
      await runtime.respond('C1/post', { body: { ...long }, token: 'right' });
      await runtime.respond('C1/post', { body: { ...long, reason: `${long.reason}!` }, token: 'right' });
      await runtime.respond('C1/post', { body: long, token: 'wrong' });
    }
    const { unheededResponses } = runtime.world.actions.get('C1/post') ?? {};
    expect(unheededResponses).toBe(35);
    const refused = journal.filter(({ input }) => input.type === 'response').slice(1);
    expect(Math.max(...refused.map((entry) => JSON.stringify(entry).length))).toBeLessThan(4_500);
    const again = replay(fresh(), JSON.parse(JSON.stringify(journal)));
    expect(JSON.stringify(worldToJson(again.world))).toBe(JSON.stringify(worldToJson(runtime.world)));
  });

  it('takes entries of version 3 in which retries ran on past the deadline from launch: it is over on opening (R32)', async () => {
    const text: ScenarioText = { ...DOWN, settings: { responseClock: 'launch' } };
    const at = START + 40 * MINUTE;
    const early = running(text);
    await early.runtime.submit({ type: 'launchCase', case: 'C1' });
    await early.runtime.advanceBy(20 * MINUTE);
    const { seq } = early.runtime;
    const plan = { result: { connected: true, status: 200 }, latencyMs: 0, answers: [] } as const;
    const inputs: JournalEntry['input'][] = [
      { type: 'retryDue', actionRef: 'C1/post' },
      { type: 'callPlanned', actionRef: 'C1/post', callNumber: 6, plan },
      { type: 'callResultDue', actionRef: 'C1/post' },
    ];
    const decoded = z.decode(scenario, text);
    const later = inputs.map((input, index) => ({ seq: seq + index + 1, at, input }));
    const stored = replay(freshWorkspace(decoded), [...early.journal, ...later]);
    expect(stored.world.actions.get('C1/post')?.phase).toBe('awaiting response');
    const { runtime } = running(text, { world: stored.world, now: stored.now, seq: stored.seq });
    await runtime.settle();
    expect(runtime.now).toBe(at);
    expect(runtime.world.actions.get('C1/post')).toMatchObject({ status: 'To Do', reason: 'Timeout', statusSince: at });
  });

  it('passes over the entries that the document holds already', async () => {
    const { runtime, journal } = await lived();
    const half = replay(fresh(), journal.slice(0, 5));
    const again = replay(half, journal);
    expect(worldToJson(again.world)).toEqual(worldToJson(runtime.world));
    expect(again.history).toEqual(runtime.ledger.history);
    expect(replay(again, journal).seq).toBe(runtime.seq);
  });

  it('refuses a gap, by its number', async () => {
    const { journal } = await lived();
    const gap = journal.filter(({ seq }) => seq !== 3);
    expect(() => replay(fresh(), gap)).toThrow('the journal has a gap: after entry 2 comes entry 4');
    expect(() => replay(fresh(), journal.slice(1))).toThrow('after entry 0 comes entry 2');
  });

  it('refuses an entry that the rules refuse, since it belongs to another document', () => {
    const entry: JournalEntry = { seq: 1, at: START, input: { type: 'retry', action: 'C1/post', by: 'dana' } };
    expect(() => replay(fresh(), [entry])).toThrow('journal entry 1 cannot be replayed: There is no Action C1/post.');
  });

  describe('going somewhere', () => {
    const at = (seq: number, input: JournalEntry['input']): JournalEntry => ({ seq, at: START, input });
    const launch = at(1, { type: 'launchCase', case: 'C1' });
    const pause = (seq: number) => at(seq, { type: 'caseVerb', case: 'C1', do: 'pause' });
    const resume = (seq: number) => at(seq, { type: 'caseVerb', case: 'C1', do: 'resume' });
    const goTo = (seq: number, to: number) => at(seq, { type: 'wentTo', seq: to });
    const typesOf = (entries: readonly JournalEntry[]) =>
      replay(fresh(), entries).history.map(({ input }) => ('do' in input ? input.do : input.type));

    it('leaves out what was gone back on, and takes in what was gone to again', () => {
      expect(typesOf([launch, pause(2), goTo(3, 1)])).toEqual(['launchCase']);
      expect(typesOf([launch, pause(2), goTo(3, 0)])).toEqual([]);
      expect(typesOf([launch, pause(2), goTo(3, 1), pause(4), resume(5), goTo(6, 2)])).toEqual(['launchCase', 'pause']);
      expect(typesOf([launch, pause(2), goTo(3, 1), pause(4), goTo(5, 3), goTo(6, 4), resume(7)])).toEqual([
        'launchCase',
        'pause',
        'resume',
      ]);
    });

    it('counts on from the entry that says so', () => {
      expect(replay(fresh(), [launch, pause(2), goTo(3, 1)]).seq).toBe(3);
    });

    it('is refused where it is to somewhere that was not yet, or that the document no longer has', () => {
      expect(() => replay(fresh(), [launch, goTo(2, 2)])).toThrow('journal entry 2 goes to 2, which is not before it');
      const document = { ...replay(fresh(), [launch, pause(2)]) };
      expect(() => replay(document, [goTo(3, 1), resume(4)])).toThrow(
        'journal entry 3 goes to entry 1, which is no longer there',
      );
    });

    it('counts as not gone where storing the workspace was interrupted', () => {
      const document = replay(fresh(), [launch, pause(2)]);
      const again = replay(document, [goTo(3, 1)]);
      expect([again.seq, again.world.cases.get('C1')?.paused]).toEqual([3, true]);
      expect(isInterrupted(2, 3, new Map([[3, 1]]))).toBe(true);
      expect(isInterrupted(2, 3, new Map([[3, 2]]))).toBe(false);
      // Where storing failed the way back is an entry too.
      expect(replay(again, [goTo(4, 2)]).world.cases.get('C1')?.paused).toBe(true);
      expect(replay(document, [goTo(3, 1), goTo(4, 2), resume(5)]).world.cases.get('C1')?.paused).toBe(false);
    });
  });

  it('an entry that only moves the clock moves the clock', () => {
    const again = replay(fresh(), [{ seq: 1, at: START + MINUTE, input: { type: 'advanced' } }]);
    expect([again.now, again.seq, again.history]).toEqual([START + MINUTE, 1, []]);
  });

  it('the history holds what people and outside systems did, and nothing that follows of itself', () => {
    const delivery = { body: null, token: 'right' } as const;
    const kept = historyEntry({ at: 1, input: { type: 'response', actionRef: 'a', delivery } });
    expect(kept).toEqual({ at: 1, input: { type: 'response', actionRef: 'a', delivery } });
    expect(historyEntry({ at: 1, input: { type: 'response', actionRef: 'a', delivery, plannedId: 'r' } })).toBeNull();
    for (const type of ['callResultDue', 'retryDue', 'responseTimeout', 'dueDate'] as const) {
      expect(historyEntry({ at: 1, input: { type, actionRef: 'a' } })).toBeNull();
    }
    expect(historyEntry({ at: 1, input: { type: 'plannedLaunch', id: 'a' } })).toBeNull();
    expect(historyEntry({ at: 1, input: { type: 'advanced' } })).toBeNull();
  });
});
