import { expect, it } from 'vitest';
import { type Change, ChangeLog, fieldsOf, redoChange, undoChange } from '../../../../src/engine/history/change-log.ts';
import { Touched } from '../../../../src/engine/history/touched.ts';
import { applyWorldChanges, restoreOrder, worldChanges } from '../../../../src/engine/history/world-changes.ts';
import type { PlannedResponse } from '../../../../src/shared/model.ts';
import type { World } from '../../../../src/shared/world.ts';
import { copyWorld, worldToJson } from '../../../../src/shared/world-json.ts';
import { given } from '../../../support/given.ts';

const json = (world: World) => JSON.stringify(worldToJson(world));

/** Sets a key as `evolve` does. */
function put<V>(log: ChangeLog, map: Map<string, V>, key: string, value: V): void {
  log.sets(map, key);
  map.set(key, value);
}
function remove(log: ChangeLog, map: Map<string, unknown>, key: string): void {
  log.sets(map, key);
  map.delete(key);
}

const planned = (id: string, sequence: number): PlannedResponse => ({
  id,
  sequence,
  at: 0,
  actionRef: 'C1/post',
  delivery: { body: null, token: 'right' },
});

it('notes nothing twice in a row, and costs what it keeps', () => {
  const { world } = given();
  const log = new ChangeLog();
  for (const last of [1, 2, 3]) put(log, world.caseNumbers, 'inv', last);
  world.timelines.get('C1')?.push();
  const change = log.cut() as Change;
  expect(change.noted).toHaveLength(1);
  expect(change.bytes).toBeGreaterThan(0);
  expect(log.isEmpty).toBe(true);
  undoChange(change, new Touched());
  expect(world.caseNumbers.has('inv')).toBe(false);
  redoChange(change, new Touched());
  expect(world.caseNumbers.get('inv')).toBe(3);
});

it('keeps the order of keys that another future made in another order, here and in a window', () => {
  const { world } = given();
  const log = new ChangeLog();
  const make = (...names: string[]) => {
    for (const name of names) put(log, world.caseNumbers, name, 1);
    return log.cut() as Change;
  };
  const one = make('a', 'b');
  undoChange(one, new Touched());
  const other = make('b', 'a', 'c');
  undoChange(other, new Touched());
  redoChange(one, new Touched());

  const [window, before, touched] = [copyWorld(world), fieldsOf(world), new Touched()];
  undoChange(one, touched);
  redoChange(other, touched);
  expect([...world.caseNumbers.keys()]).toEqual(['b', 'a', 'c']);
  const changes = JSON.parse(JSON.stringify(worldChanges(world, before, touched)));
  for (let times = 0; times < 2; times += 1) {
    // What it has already changes nothing: a snapshot may have come first.
    applyWorldChanges(window, changes);
    expect(json(window)).toBe(json(world));
  }
});

it('brings what was taken out of the middle back into the middle', () => {
  const { world } = given();
  const log = new ChangeLog();
  for (const sequence of [1, 2, 3]) put(log, world.plannedResponses, `r${sequence}`, planned(`r${sequence}`, sequence));
  log.cut();
  const before = json(world);
  const window = copyWorld(world);
  remove(log, world.plannedResponses, 'r2');
  const change = log.cut() as Change;
  window.plannedResponses.delete('r2');
  const touched = new Touched();
  undoChange(change, touched);
  restoreOrder(world);
  expect(json(world)).toBe(before);
  applyWorldChanges(window, worldChanges(world, fieldsOf(world), touched));
  expect(json(window)).toBe(before);
});

it('takes back a list that grew, was replaced and grew again, in whatever order', () => {
  const { world } = given();
  const log = new ChangeLog();
  const note = (sequence: number, read: boolean) => ({
    sequence,
    at: 0,
    user: 'dana',
    kind: 'Case needs attention',
    caseRef: 'C1',
    actionRef: 'C1/post',
    read,
  });
  const lists = world.notifications as Map<string, ReturnType<typeof note>[]>;
  lists.set('dana', [note(1, false)]);
  const states = [json(world)];
  const changes: Change[] = [];
  const grow = (sequence: number) => {
    log.grows(lists, 'dana');
    lists.get('dana')?.push(note(sequence, false));
  };
  const read = () => put(log, lists, 'dana', lists.get('dana')?.map((each) => ({ ...each, read: true })) ?? []);
  for (const steps of [[() => grow(2), read, () => grow(3)], [read, () => grow(4), read], [() => grow(5)]]) {
    for (const step of steps) step();
    states.push(json(world));
    changes.push(log.cut() as Change);
  }
  for (const way of ['back', 'forth', 'back'] as const) {
    const indices = way === 'back' ? [2, 1, 0] : [0, 1, 2];
    for (const index of indices) {
      const [window, touched] = [copyWorld(world), new Touched()];
      (way === 'back' ? undoChange : redoChange)(changes[index]!, touched);
      expect(json(world)).toBe(states[way === 'back' ? index : index + 1]);
      applyWorldChanges(window, worldChanges(world, fieldsOf(world), touched));
      expect(json(window)).toBe(json(world));
    }
  }
});

it('never shortens a list in place: somebody may be writing it to disk', () => {
  const { world } = given();
  const log = new ChangeLog();
  const timeline = world.timelines.get('C1') ?? [];
  const { length } = timeline;
  log.grows(world.timelines, 'C1');
  timeline.push({ type: 'casePaused', at: 0, caseRef: 'C1', by: 'dana' });
  const change = log.cut() as Change;
  undoChange(change, new Touched());
  expect(timeline).toHaveLength(length + 1);
  expect(world.timelines.get('C1')).toEqual(timeline.slice(0, length));
  redoChange(change, new Touched());
  expect(world.timelines.get('C1')).toBe(timeline);
});

it('leads nowhere across something that went for good', () => {
  const { world } = given();
  const log = new ChangeLog();
  put(log, world.caseNumbers, 'inv', 1);
  log.cannotBeUndone();
  put(log, world.caseNumbers, 'inv', 2);
  expect(log.cut()).toBeNull();
  put(log, world.caseNumbers, 'inv', 3);
  expect(log.cut()?.noted).toHaveLength(1);
});
