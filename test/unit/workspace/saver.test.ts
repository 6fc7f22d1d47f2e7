/** When the workspace is saved, and what becomes of a save that fails. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Saving } from '../../../src/main/runtime/ports.ts';
import { Saver } from '../../../src/main/workspace/saver.ts';

let journalledCount: number;
let begun: number;
let written: number;
let problem: string | null;
let told: (string | null)[];
let saver: Saver;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
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
  });
});

afterEach(() => {
  vi.useRealTimers();
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

it('says once why a save failed, tries again after a while that grows, and says when it is well', async () => {
  problem = 'the disk is full';
  journalledCount = 11;
  const triedAgain = async () => {
    const before = begun;
    saver.saveIfDue();
    // A turn of the event loop, in which it begins and fails.
    await new Promise((resolve) => setImmediate(resolve));
    return begun > before;
  };
  expect(await triedAgain()).toBe(true);
  for (const waitMs of [1_000, 2_000, 4_000]) {
    vi.advanceTimersByTime(waitMs - 1);
    expect(await triedAgain()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await triedAgain()).toBe(true);
  }
  expect(told).toEqual(['the disk is full']);
  problem = null;
  await saver.save();
  expect(told).toEqual(['the disk is full', null]);
});

it('who asks while a save runs has one more when it has ended, together; where one fails the next is made all the same', async () => {
  problem = 'the disk is full';
  const failed = saver.save().catch((error: Error) => {
    problem = null;
    return error.message;
  });
  const [second, third] = [saver.save(), saver.save()];
  expect(begun).toBe(1);
  expect(await failed).toBe('the disk is full');
  await Promise.all([second, third]);
  expect(begun).toBe(2);
  await saver.save();
  expect(begun).toBe(3);
});
