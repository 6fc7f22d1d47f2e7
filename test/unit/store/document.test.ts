import { beforeAll, describe, expect, test } from 'vitest';
import type { Journal, Workspace } from '../../../src/main/runtime/ports.ts';
import { type DocumentReading, documentText, fromWhole, readDocument } from '../../../src/main/store/document.ts';
import { SCHEMA_VERSION } from '../../../src/main/store/migrations.ts';
import { seal } from '../../../src/main/store/seal.ts';
import { LAST_INSTANT } from '../../../src/shared/instant.ts';
import { act, asPlain, newWorkspace, runtimeOf, workspaceOf } from '../../support/stored-workspace.ts';
import { wholeDocument } from '../../support/whole-document.ts';

const NO_JOURNAL: Journal = { record: () => undefined, flush: () => undefined };
const IDENTITY = { saveNumber: 3, workspaceId: 'w' };

let workspace: Workspace;
let text: string;

beforeAll(async () => {
  const fresh = newWorkspace();
  const runtime = runtimeOf(fresh, NO_JOURNAL);
  await act(runtime, 0, 10);
  workspace = workspaceOf(runtime, fresh);
  text = JSON.stringify(wholeDocument(workspace, IDENTITY));
});

const problemOf = (reading: DocumentReading) => ('problem' in reading ? reading.problem : '');

/** What reading the document comes to with another value at a place, or with none. */
function problemWith(path: string, value: unknown): string {
  const document: Record<string, unknown> = JSON.parse(text);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((each, key) => each[key] as Record<string, unknown>, document);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  const reading = fromWhole(document);
  if (reading.kind === 'whole') throw new Error('it was read');
  return problemOf(reading);
}

test('a workspace survives, at every stage of its life', async () => {
  const fresh = newWorkspace();
  const runtime = runtimeOf(fresh, NO_JOURNAL);
  for (let index = 0; index < 15; index += 1) {
    const present = workspaceOf(runtime, fresh);
    const reading = readDocument(JSON.stringify(wholeDocument(present, IDENTITY)));
    expect(reading).toMatchObject({ kind: 'whole', whole: IDENTITY });
    if (reading.kind === 'whole') {
      expect(asPlain(reading.whole.workspace)).toEqual(asPlain(present));
      expect(reading.whole.workspace.origin).toEqual(fresh.origin);
    }
    await act(runtime, index, index + 1);
  }
});

test('a setting that an earlier version did not know has its default', () => {
  const document = JSON.parse(text);
  delete document.world.settings.callTimeout;
  delete document.world.settings.retry.jitter;
  const reading = fromWhole(document);
  expect(reading.kind === 'whole' && reading.whole.workspace.world.settings).toMatchObject({
    callTimeout: 30_000,
    retry: { jitter: 0 },
  });
});

test('durations in the origin are as people type them', () => {
  const { origin } = JSON.parse(text);
  expect(origin.settings.callTimeout).toBe('20s');
  expect(origin.actionTypes['post-invoice']).toMatchObject({ responseWithin: '10m', due: '1d' });
});

test('a world that was read can go on', async () => {
  const reading = readDocument(text);
  if (reading.kind !== 'whole') throw new Error(problemOf(reading));
  const there = runtimeOf(workspace, NO_JOURNAL);
  const here = runtimeOf(reading.whole.workspace, NO_JOURNAL);
  await act(there, 10);
  await act(here, 10);
  expect(asPlain(workspaceOf(here, workspace))).toEqual(asPlain(workspaceOf(there, workspace)));
});

describe('JSON of another shape is refused with where, what was found and what was expected', () => {
  const planned = { id: 'r1', sequence: 1, at: 5, actionRef: 'C1/post-invoice' };

  test.each<[what: string, path: string, value: unknown, problem: string]>([
    ['no version', 'schemaVersion', undefined, 'at schemaVersion: found nothing, expected number'],
    ['a version in words', 'schemaVersion', 'one', 'at schemaVersion: found "one", expected number'],
    ['no world', 'world', undefined, 'it cannot be brought up to date'],
    ['a Map as an object', 'world.actions', {}, 'it cannot be brought up to date'],
    [
      'an unknown phase',
      'world.actions.0.1.phase',
      'flying',
      'at world.actions[0][1].phase: found "flying", expected one of "calling"|"retry pending"|',
    ],
    [
      'a missing field',
      'world.cases.0.1.paused',
      undefined,
      'at world.cases[0][1].paused: found nothing, expected boolean',
    ],
    [
      'an unknown field',
      'world.actions.0.1.mood',
      'good',
      'at world.actions[0][1]: found an object, Unrecognized key: "mood"',
    ],
    ['half a millisecond', 'now', 1.5, 'at now: found 1.5, expected int'],
    [
      'a setting as files write it',
      'world.settings.callTimeout',
      '20s',
      'at world.settings.callTimeout: found "20s", expected number',
    ],
    [
      'an Action under another name',
      'world.actions.0.0',
      'C9/other',
      'at world.actions: found a list of 8, expected each entry under its own name',
    ],
    ['a name twice', 'world.users.0.0', 'omar', 'at world.users: found a list of 3, expected each name once'],
    [
      'a fact that is none',
      'world.timelines.0.1.0',
      'launched',
      'at world.timelines[0][1][0]: found "launched", expected object',
    ],
    ['a malformed origin', 'origin.seed', 'x', 'at origin.seed: found "x", expected number'],
    [
      'an unknown command in the history',
      'history.0.input.type',
      'explode',
      'at history[0].input.type: found "explode", expected the type of an input',
    ],
    [
      'a timer in the history, which is no act',
      'history.0.input',
      { type: 'retryDue', actionRef: 'C1/post-invoice' },
      'at history[0].input.type: found "retryDue", expected the type of an input',
    ],
    [
      'a command without its Case',
      'history.0.input.case',
      undefined,
      'at history[0].input.case: found nothing, expected a name',
    ],
    [
      'a delivery without token',
      'world.plannedResponses',
      [['r1', { ...planned, delivery: { body: null } }]],
      'at world.plannedResponses[0][1].delivery.token: found nothing, expected one of "right"|"wrong"',
    ],
    [
      'a planned launch without a Case type',
      'world.plannedLaunches',
      [['l1', { id: 'l1', sequence: 1, at: 5, caseRef: 'x' }]],
      'at world.plannedLaunches[0][1].caseType: found nothing, expected string',
    ],
    [
      'a notification of nobody',
      'world.notifications',
      [['dana', [{ sequence: 1, at: 5, kind: 'x', caseRef: 'C1', actionRef: 'x', read: false }]]],
      'at world.notifications[0][1][0].user: found nothing, expected string',
    ],
  ])('%s', (_, path, value, problem) => {
    expect(problemWith(path, value)).toContain(problem);
  });

  test.each(['', '{', 'null', '[]', '"text"', '{"schemaVersion": 0}'])('%j', (other) => {
    expect(readDocument(other)).toMatchObject({
      kind: 'damaged',
      problem: expect.stringMatching(/^(it is not JSON|at )/),
    });
  });
});

describe('a sealed document', () => {
  const part = { kind: 'origin', from: 0, count: 1, hash: 'a'.repeat(64) } as const;
  const document = () => {
    const { cases, actions, notifications, plannedLaunches, plannedResponses, timelines, timelineOrders, ...world } =
      JSON.parse(text).world;
    const savedAt = '2026-01-05T09:00:00.000Z';
    return { ...IDENTITY, savedAt, title: 'Sealed', now: workspace.now, seq: 12, sum: 34, world, parts: [part] };
  };

  test('is read again', () => {
    expect(readDocument(documentText(document()))).toEqual({ kind: 'read', document: document() });
  });

  test('no byte of it can change unnoticed', () => {
    const sealed = Buffer.from(documentText(document()));
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(readDocument(changed.toString()).kind).toBe('damaged');
    }
    for (let length = 0; length < sealed.length; length += 97) {
      expect(readDocument(sealed.subarray(0, length).toString()).kind).toBe('damaged');
    }
  });

  test('of a later version is known by its seal', () => {
    expect(readDocument(seal(SCHEMA_VERSION + 1, '{"of":"another kind"}')).kind).toBe('newer');
  });
});

test('a document of a later version is not taken for damaged', () => {
  const later = { ...JSON.parse(text), schemaVersion: SCHEMA_VERSION + 1, world: 'of another kind' };
  expect(fromWhole(later)).toEqual({
    kind: 'newer',
    problem: `it is version ${SCHEMA_VERSION + 1}, and this Trigger Lab reads versions up to ${SCHEMA_VERSION}`,
  });
});

test('a document of version 1, before edits could be undone, is read with none', () => {
  const { edits: _, timelineOrders: __, ...world } = JSON.parse(text).world;
  const reading = fromWhole({ ...JSON.parse(text), schemaVersion: 1, world });
  expect(reading).toMatchObject({
    kind: 'whole',
    whole: { workspace: { world: { edits: { done: [], undone: [] } } } },
  });
});

test('a document of version 2, before the order of timelines was kept, is read in the order of their instants', () => {
  const { timelineOrders: _, ...world } = JSON.parse(text).world;
  const reading = fromWhole({ ...JSON.parse(text), schemaVersion: 2, world });
  if (reading.kind !== 'whole') throw new Error(problemOf(reading));
  const { world: read } = reading.whole.workspace;
  for (const caseInstance of read.cases.values()) {
    const order = read.timelineOrders.get(caseInstance.ref) ?? [];
    const next = new Map<string, number>();
    const instants = order.map((ref) => {
      const index = next.get(ref) ?? 0;
      next.set(ref, index + 1);
      return read.timelines.get(ref)?.[index]?.at;
    });
    expect(instants).toEqual(instants.toSorted((left, right) => Number(left) - Number(right)));
    expect(next).toEqual(
      new Map([caseInstance.ref, ...caseInstance.actions].map((ref) => [ref, read.timelines.get(ref)?.length])),
    );
  }
});

test('a document of version 3, before workspaces had a key of their own, keeps its tokens', () => {
  const { callbackKey: _, ...world } = JSON.parse(text).world;
  const reading = fromWhole({ ...JSON.parse(text), schemaVersion: 3, world });
  if (reading.kind !== 'whole') throw new Error(problemOf(reading));
  expect(reading.whole.workspace.world.callbackKey).toBeNull();
  expect(JSON.parse(JSON.stringify([...reading.whole.workspace.world.actions]))).toEqual(world.actions);
});

test('a document of version 3 whose clock went beyond the last instant opens there, and says so', () => {
  const { callbackKey: _, ...world } = JSON.parse(text).world;
  const beyond = 2 ** 60;
  const [[ref, entries], ...others] = world.timelines;
  const timelines = [[ref, [...entries.slice(0, -1), { ...entries.at(-1), at: beyond }]], ...others];
  const [[caseRef, caseInstance], ...cases] = world.cases;
  const named = [caseRef, { ...caseInstance, closedAt: beyond, data: { paidAt: beyond } }];
  const document = { ...JSON.parse(text), schemaVersion: 3, now: beyond };
  const reading = fromWhole({ ...document, world: { ...world, timelines, cases: [named, ...cases] } });
  if (reading.kind !== 'whole') throw new Error(problemOf(reading));
  const { workspace: read, mended } = reading.whole;
  expect(read.now).toBe(LAST_INSTANT);
  expect(read.world.timelines.get(ref)?.at(-1)?.at).toBe(LAST_INSTANT);
  expect(read.world.cases.get(caseRef)).toMatchObject({ closedAt: LAST_INSTANT, data: { paidAt: beyond } });
  expect(mended).toEqual([expect.stringContaining('was past 31 December 9999')]);
});
