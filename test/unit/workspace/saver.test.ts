/** When the workspace is saved, and what becomes of a save that fails. */
import { beforeEach, expect, it } from 'vitest';
import type { Saving } from '../../../src/main/runtime/ports.ts';
import { Saver } from '../../../src/main/workspace/saver.ts';

let journalledCount: number;
let begun: number;
let written: number;
let problem: string | null;
let told: (string | null)[];
let saver: Saver;
/** The next try: when, and what it does. */
let waiting: { ms: number; job: () => void } | null;

beforeEach(() => {
  waiting = null;
  [journalledCount, begun, written, problem, told] = [0, 0, 1, null, []];
  saver = new Saver({
    begin: async (): Promise<Saving> => {
      begun += 1;
      return {
        write: async () => {
          if (problem !== null) throw new Error(problem);
          journalledCount = 0;
          return { writtenCount: written };
        },
      };
    },
    journalledCount: () => journalledCount,
    saveAfterEntries: 10,
    onChange: () => told.push(saver.problem),
    later: (ms, job) => {
      const fire = () => {
        waiting = null;
        job();
      };
      waiting = { ms, job: fire };
      return () => {
        waiting = null;
      };
    },
  });
});

it('saves where enough was journalled, and no second time while it does', async () => {
  journalledCount = 10;
  saver.saveIfDue();
  expect(begun).toBe(0);
  journalledCount = 11;
  saver.saveIfDue();
  saver.saveIfDue();
  await saver.save();
  expect(begun).toBe(2);
});

it('waits for as much as it would write: a large workspace is saved less often', async () => {
  written = 1_000;
  await saver.save();
  journalledCount = 1_000;
  saver.saveIfDue();
  expect(begun).toBe(1);
  journalledCount = 1_001;
  saver.saveIfDue();
  await saver.save();
  expect(begun).toBe(3);
});

/** A turn of the event loop, in which a save begins and fails. */
const aTurn = () => new Promise((resolve) => setImmediate(resolve));

it('says once why a save failed, and tries again after a while that grows, though nothing is done meanwhile', async () => {
  problem = 'the disk is full';
  journalledCount = 11;
  saver.saveIfDue();
  await aTurn();
  for (const ms of [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
    const before = begun;
    expect(waiting?.ms).toBe(ms);
    // What is done meanwhile waits for it.
    saver.saveIfDue();
    await aTurn();
    expect(begun).toBe(before);
    waiting?.job();
    await aTurn();
    expect(begun).toBe(before + 1);
  }
  expect(told).toEqual(['the disk is full']);
  problem = null;
  waiting?.job();
  await aTurn();
  expect(told).toEqual(['the disk is full', null]);
  expect(waiting).toBeNull();
});

it('a save that is asked for takes the place of the next try; none comes after closing', async () => {
  problem = 'the disk is full';
  await expect(saver.save()).rejects.toThrow('the disk is full');
  await expect(saver.save()).rejects.toThrow('the disk is full');
  expect(waiting?.ms).toBe(2_000);
  saver.stop();
  expect(waiting).toBeNull();
  await expect(saver.save()).rejects.toThrow('the disk is full');
  expect(waiting).toBeNull();
});
