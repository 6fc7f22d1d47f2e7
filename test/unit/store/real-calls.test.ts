/** What a real API brings about is stored like anything else, and what was stored before there were any is read as it was. */
import { expect, test } from 'vitest';
import type { JournalEntry } from '../../../src/main/runtime/ports.ts';
import { fromWhole } from '../../../src/main/store/document.ts';
import { journalEntry } from '../../../src/main/store/input-schema.ts';
import { newWorkspace } from '../../support/stored-workspace.ts';
import { wholeDocument } from '../../support/whole-document.ts';

const entry = (input: JournalEntry['input']): JournalEntry => ({ seq: 1, at: 0, input });
const planned = (plan: object) =>
  entry({
    type: 'callPlanned',
    actionRef: 'C1/post',
    callNumber: 1,
    plan: { result: { connected: true, status: 200 }, latencyMs: 5, answers: [], ...plan },
  });

test('the journal keeps the switch and the results of real calls', () => {
  for (const each of [entry({ type: 'switchApi', name: 'erp', to: 'Real' }), planned({ real: true }), planned({})]) {
    expect(journalEntry.parse(each)).toEqual(each);
  }
  expect(journalEntry.safeParse(planned({ real: false })).success).toBe(false);
});

test('a journalled plan counts in whole milliseconds: part of one would be in no instant that can be stored', () => {
  const delivery = { body: { outcome: 'success' }, token: 'right' };
  for (const half of [{ latencyMs: 0.5 }, { answers: [{ afterMs: 0.5, delivery }] }]) {
    expect(journalEntry.safeParse(planned(half)).success).toBe(false);
  }
  expect(journalEntry.safeParse(planned({ answers: [{ afterMs: 5, delivery }] })).success).toBe(true);
});

test('so does every duration that was set', () => {
  const saved = (callTimeout: number) =>
    entry({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { callTimeout } },
    } as JournalEntry['input']);
  expect(journalEntry.safeParse(saved(30_000)).success).toBe(true);
  expect(journalEntry.safeParse(saved(0.5)).success).toBe(false);
});

test('the document keeps the switch', () => {
  const workspace = newWorkspace();
  for (const [name, api] of workspace.world.externalApis) {
    workspace.world.externalApis.set(name, { ...api, switch: 'Real' });
  }
  const reading = fromWhole(JSON.parse(JSON.stringify(wholeDocument(workspace, { saveNumber: 1, workspaceId: 'w' }))));
  expect(reading.kind).toBe('whole');
  const stored = reading.kind === 'whole' ? [...reading.whole.workspace.world.externalApis.values()] : [];
  expect(stored.map((api) => api.switch)).toEqual(stored.map(() => 'Real'));
  expect(stored.length).toBeGreaterThan(0);
});
