/** A lesson in the app: beat by beat, back and forth, with detours that are futures and never failures. */
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Simulator } from '../../src/main/simulator.ts';
import { StoredCourse } from '../../src/main/store/course-log.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { isRejection } from '../../src/shared/errors.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { DEFINITIONS } from '../support/given.ts';
import { simulating } from '../support/simulating.ts';

const LESSON = `
title: A manual retry
tags: [lesson]
queues: [AP]
users: { dana: {}, omar: { queues: [AP] } }
externalApis: { erp: { url: https://erp.example.test/invoices, otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp, allocation: { queue: AP } } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - chapter: Somebody is impatient
  - launch: { case: C1 }
  - show: { action: C1/post }
  - say: The first automatic retry is a minute away.
  - ask: { question: What does the error bar count?, answers: [Still 0 of 5, 1 of 5], right: 2 }
  - retry: { action: C1/post, by: omar }
  - expect: { action: C1/post, retries: 1/5, calls: 2 }
  - say: It counts.
`;

let simulator: Simulator;

beforeEach(async () => {
  simulator = await simulating(DEFINITIONS);
  onTestFinished(() => simulator.close());
  await simulator.opener.openText('lesson.yaml', LESSON);
});

const standing = () => ({
  world: JSON.stringify(worldToJson(simulator.workspace.world)),
  now: simulator.workspace.now,
  lesson: simulator.lesson.state(),
});

const retries = () => simulator.workspace.world.actions.get('C1/post')?.retryCount;
const futures = () => simulator.history.events({}).futures;

it('goes on beat by beat; after the question the world moves, and then the answer is there', async () => {
  expect(simulator.lesson.state()).toMatchObject({ isAtStart: true, narration: null, chapterCount: 1 });
  await simulator.lesson.next();
  expect(simulator.lesson.state()).toMatchObject({ step: 4, narration: 'The first automatic retry is a minute away.' });
  await simulator.lesson.next();
  expect(simulator.lesson.state()?.question).toMatchObject({ guess: null, reveal: null });
  expect(await simulator.lesson.guess(1)).toEqual({ ok: true });
  expect(retries()).toBe(0);
  await simulator.lesson.next();
  expect(retries()).toBe(1);
  expect(simulator.lesson.state()?.question).toMatchObject({ guess: 1, reveal: { right: 2, because: null } });
  await simulator.lesson.next();
  expect(simulator.lesson.state()).toMatchObject({ isAtEnd: true, narration: 'It counts.' });
});

it('goes back to each beat as it was, and forth again without another future', async () => {
  const states = [standing()];
  for (let beat = 0; beat < 4; beat += 1) {
    await simulator.lesson.next();
    states.push(standing());
  }
  for (const state of states.slice(0, -1).reverse()) {
    expect(await simulator.lesson.back()).toEqual({ ok: true });
    expect(standing()).toEqual(state);
  }
  for (const state of states.slice(1)) {
    await simulator.lesson.next();
    expect(standing()).toEqual(state);
  }
  expect(futures()).toHaveLength(1);
  await simulator.lesson.back();
  await simulator.workspace.restart();
  expect(standing()).toEqual(states.at(-2));
  await simulator.lesson.next();
  expect(standing()).toEqual(states.at(-1));
});

describe('beside the path', () => {
  it.each([
    ['an act', () => simulator.workspace.acts.act({ type: 'retry', action: 'C1/post' })],
    ['the clock', () => simulator.clock.next()],
    ['a change of a setting', () => simulator.workspace.acts.act({ type: 'switchApi', name: 'erp', to: 'Up' })],
  ])('%s is a future of its own; Next returns to the path, and no step fails', async (_, leave) => {
    await simulator.lesson.next();
    const onPath = standing();
    expect(simulator.player.state()?.isLeft).toBe(false);
    await leave();
    expect(simulator.player.state()?.isLeft).toBe(true);
    await simulator.lesson.next();
    expect(standing()).toEqual(onPath);
    for (let beat = 0; beat < 3; beat += 1) await simulator.lesson.next();
    expect(simulator.player.state()?.steps.map(({ state }) => state)).not.toContain('failed');
    expect(retries()).toBe(1);
    expect(futures()).toHaveLength(2);
  });

  it('what is set before the first step, or beside a scenario that is no lesson, is for the steps that follow', async () => {
    const up = { type: 'switchApi', name: 'erp', to: 'Up' } as const;
    await simulator.workspace.acts.act(up);
    expect(simulator.player.state()?.isLeft).toBe(false);
    await simulator.opener.openText('plain.yaml', LESSON.replace('tags: [lesson]', 'tags: [retries]'));
    await simulator.player.step();
    await simulator.workspace.acts.act(up);
    expect(simulator.player.state()?.isLeft).toBe(false);
    await simulator.player.step();
    expect(simulator.workspace.world.externalApis.get('erp')?.switch).toBe('Up');
    await simulator.clock.advance({ by: 1_000 });
    expect(simulator.player.state()?.isLeft).toBe(true);
  });

  it('Back and Return return too, and reading a notification is no detour', async () => {
    await simulator.lesson.next();
    const onPath = standing();
    await simulator.workspace.acts.act({ type: 'readNotifications', user: 'dana' });
    expect(simulator.player.state()?.isLeft).toBe(false);
    for (const comeBack of ['back', 'return'] as const) {
      await simulator.clock.next();
      expect(await simulator.lesson[comeBack]()).toEqual({ ok: true });
      expect(standing().lesson).toEqual(onPath.lesson);
      expect(simulator.workspace.now).toBe(onPath.now);
    }
  });

  it('who follows is told as soon as somebody leaves it', async () => {
    await simulator.lesson.next();
    const told: string[] = [];
    simulator.workspace.subscribe(({ type }) => told.push(type));
    await simulator.clock.next();
    expect(told).toContain('player');
    const { length } = told;
    await simulator.clock.next();
    expect(told.slice(length)).not.toContain('player');
  });

  it('a detour that the app was closed in is still one', async () => {
    await simulator.lesson.next();
    const onPath = standing();
    await simulator.clock.next();
    await simulator.workspace.restart();
    expect(simulator.player.state()?.isLeft).toBe(true);
    await simulator.lesson.return();
    expect(standing()).toEqual(onPath);
  });
});

it('the steps of any scenario return to the path as well', async () => {
  await simulator.opener.openText('plain.yaml', LESSON.replace('tags: [lesson]', 'tags: [retries]'));
  expect(simulator.lesson.state()).toBeNull();
  expect(isRejection(await simulator.lesson.next())).toBe(true);
  for (let step = 0; step < 5; step += 1) await simulator.player.step();
  await simulator.clock.next();
  expect(await simulator.player.run()).toMatchObject({ passed: true });
  expect(simulator.player.state()?.steps.map(({ state }) => state)).not.toContain('failed');
});

describe('within a beat', () => {
  const LONGER = `${LESSON}  - chapter: Later
  - advance: 2m
  - next: 1
  - say: Two more.
`;
  beforeEach(() => simulator.opener.openText('lesson.yaml', LONGER));

  it('Previous event leaves what was told last; Next goes on to the end of the beat', async () => {
    for (let beat = 0; beat < 5; beat += 1) await simulator.lesson.next();
    expect(simulator.lesson.state()).toMatchObject({ isAtEnd: true, narration: 'Two more.' });
    for (let steps = 0; simulator.lesson.state()?.narration === 'Two more.'; steps += 1) {
      expect(steps).toBeLessThan(2);
      await simulator.history.previous();
    }
    const told = () => simulator.lesson.state()?.narration;
    while (simulator.workspace.now > Date.parse('2026-01-05T09:00:00Z')) {
      expect(told()).toBe('It counts.');
      await simulator.history.previous();
    }
    while (simulator.lesson.state()?.isAtEnd === false) await simulator.lesson.next();
    expect(told()).toBe('Two more.');
    expect(simulator.player.state()?.steps.map(({ state }) => state)).not.toContain('failed');
  });
});

describe('a guess', () => {
  it('is refused where no question is open, the answer is there, or there is no such answer', async () => {
    expect(await simulator.lesson.guess(1)).toMatchObject({ message: 'No question is open.' });
    await simulator.lesson.next();
    await simulator.lesson.next();
    expect(await simulator.lesson.guess(3)).toMatchObject({ message: 'There are 2 answers.' });
    await simulator.lesson.next();
    expect(await simulator.lesson.guess(2)).toMatchObject({ message: 'The answer is there already.' });
  });
});

describe('a question at the very end', () => {
  const QUESTION = LESSON.slice(0, LESSON.indexOf('  - retry:'));

  it('is answered with the guess, which counts', async () => {
    await simulator.opener.openText('lesson.yaml', QUESTION);
    for (let beat = 0; beat < 2; beat += 1) await simulator.lesson.next();
    expect(simulator.lesson.state()).toMatchObject({ isAtEnd: false, question: { reveal: null } });
    expect(await simulator.lesson.guess(2)).toEqual({ ok: true });
    expect(simulator.lesson.state()?.question).toMatchObject({ guess: 2, reveal: { right: 2 } });
    expect(simulator.lesson.state()?.isAtEnd).toBe(true);
    expect(await simulator.lesson.guess(1)).toMatchObject({ message: 'The answer is there already.' });
  });

  it('is answered without a guess too', async () => {
    await simulator.opener.openText('lesson.yaml', QUESTION);
    for (let beat = 0; beat < 3; beat += 1) await simulator.lesson.next();
    expect(simulator.lesson.state()?.question).toMatchObject({ guess: null, reveal: { right: 2 } });
    expect(simulator.lesson.state()?.isAtEnd).toBe(true);
  });
});

describe('what was done of the course', () => {
  it('is noted with what was guessed right, and the latest counts', async () => {
    const id = (await simulator.library.entries()).find(({ group }) => group === 'course')?.id as string;
    await simulator.opener.openLibrary(id);
    expect(await simulator.lesson.results()).toEqual([]);
    while (simulator.lesson.state()?.isAtEnd === false) await simulator.lesson.next();
    expect(await simulator.lesson.results()).toMatchObject([{ id, rightCount: 0 }]);
  });

  it('is kept where the file was damaged, beside the next', async () => {
    const files = new MemoryFiles();
    await files.writeAtomically('lessons.json', '{"version":1');
    const course = new StoredCourse(files);
    expect(await course.read()).toEqual([]);
    const result = { id: '1', doneAt: '2026-01-05T09:00:00.000Z', questionCount: 2, rightCount: 1 };
    await course.note({ ...result, rightCount: 0 });
    await course.note(result);
    expect(await new StoredCourse(files).read()).toEqual([result]);
    expect(await files.read('lessons.damaged.json')).toBe('{"version":1');
  });
});
