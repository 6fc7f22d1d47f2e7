/**
 * What `npm run bench -- scale` measures, each at several numbers of Actions and in a process of its own, by the public surface of the
 * simulator. What is about the engine (`retry`, `direct`) is played in memory, all else on a copy of a workspace on disk
 * (`live-workspace`).
 */
import type { Simulator } from '../src/main/simulator.ts';
import type { Fact } from '../src/shared/facts.ts';
import { computedMs, longestBlock, median, pass } from './event-loop.ts';
import { fill, open } from './live-workspace.ts';
import { playLives } from './lives.ts';

export interface ScaleRow {
  readonly title: string;
  readonly unit: string;
  readonly digits: number;
  readonly isInMemory?: true;
  /** Resolves to the figure; `folder` holds a closed workspace of `actionCount` live Actions. */
  readonly measure: (folder: string, actionCount: number) => Promise<number>;
}

const SPEED = 1_000;
const MINUTE_MS = 60_000;
const PAUSED_ACTS = 41;
const PLAYED_ACTS = 31;
/** Real time between two acts while playing. */
const BETWEEN_ACTS_MS = 100;

async function timed(job: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await job();
  return performance.now() - startedAt;
}

/** *Retry* on Actions from all over the workspace, until `count` clicks were accepted: how long each took, in ms. */
async function clicks(simulator: Simulator, count: number, before: () => Promise<unknown>): Promise<number[]> {
  const refs = [...simulator.workspace.world.actions.keys()];
  const took: number[] = [];
  for (let index = 0; took.length < count; index += 1) {
    await before();
    // A prime apart: far from each other in every container.
    const action = refs[(index * 7_919) % refs.length] as string;
    const startedAt = performance.now();
    const outcome = await simulator.workspace.acts.act({ type: 'retry', action });
    if ('rejected' in outcome && !outcome.rejected) took.push(performance.now() - startedAt);
    else if (index > 10 * count) throw new Error(`hardly any click is accepted: ${JSON.stringify(outcome)}`);
  }
  return took;
}

async function act(folder: string): Promise<number> {
  const simulator = await open(folder);
  return median(await clicks(simulator, PAUSED_ACTS, () => pass(0)));
}

async function actPlaying(folder: string): Promise<number> {
  const simulator = await open(folder);
  simulator.clock.setSpeed(SPEED);
  simulator.clock.play();
  return median(await clicks(simulator, PLAYED_ACTS, () => pass(BETWEEN_ACTS_MS)));
}

async function previous(folder: string): Promise<number> {
  const simulator = await open(folder);
  const took: number[] = [];
  for (let index = 0; index < 11; index += 1) {
    await simulator.clock.next();
    took.push(await timed(() => goBack(simulator)));
  }
  return median(took);
}

/** One event back; where the simulator has no word for that, the point before the last move. */
function goBack(simulator: Simulator & { previousEvent?: () => Promise<unknown> }): Promise<unknown> {
  return simulator.previousEvent === undefined ? simulator.history.back() : simulator.previousEvent();
}

/** The first start of a process is the one that counts. */
async function opening(folder: string): Promise<number> {
  return timed(() => open(folder));
}

const PAST_ENTRIES = 26_000;

/** With a past of 26,000 journal entries: how long until one can work, and until all events are known that the store still has. */
async function openingWithPast(folder: string): Promise<{ readonly opened: number; readonly known: number }> {
  const before = await open(folder);
  while (before.workspace.seq < PAST_ENTRIES) await before.clock.next();
  await before.close();
  const startedAt = performance.now();
  const simulator = await open(folder);
  const opened = performance.now() - startedAt;
  await simulator.history.read({ limit: 1 });
  return { opened, known: performance.now() - startedAt };
}

/** After a minute in which a tenth of all Actions retried; then once more, where the app closes. */
async function saveBlock(folder: string): Promise<number> {
  const simulator = await open(folder);
  const blocks: number[] = [];
  for (let index = 0; index < 3; index += 1) {
    await simulator.clock.advance({ by: MINUTE_MS });
    simulator.clock.play();
    blocks.push(await longestBlock(() => simulator.clock.pause()));
  }
  await simulator.clock.advance({ by: MINUTE_MS });
  blocks.push(await longestBlock(() => simulator.close()));
  return Math.max(...blocks);
}

/** The most that a process held: opened, clicked in, played, gone back in, closed. */
async function memory(folder: string): Promise<number> {
  const simulator = await open(folder);
  await clicks(simulator, 10, () => pass(0));
  simulator.clock.setSpeed(SPEED);
  simulator.clock.play();
  await clicks(simulator, 10, () => pass(BETWEEN_ACTS_MS));
  await simulator.clock.pause();
  await goBack(simulator);
  await simulator.close();
  return process.resourceUsage().maxRSS / 1024;
}

const LEAST_RETRIES = 20_000;

/**
 * The engine alone, in memory: virtual time moves on until every Action has retried about twice and 20,000 retries were made (or as many
 * as there are), when a small workspace has had the code compiled; the least of three runs. What the thread computes from the first
 * batch of facts to the last, so without what comes before a move (a point to go back to) and after it (a save).
 */
async function retry(_folder: string, actionCount: number): Promise<number> {
  const warm = await open(null);
  await fill(warm, 2_000);
  await warm.close();
  const simulator = await open(null);
  await fill(simulator, actionCount);
  const rounds = Math.min(30, Math.max(2, LEAST_RETRIES / actionCount));
  const took: number[] = [];
  for (let run = 0; run < 3; run += 1) took.push(await retryRun(simulator, rounds * 10 * MINUTE_MS));
  return Math.min(...took);
}

async function retryRun(simulator: Simulator, by: number): Promise<number> {
  let first: number | undefined;
  let last = 0;
  let count = 0;
  const unsubscribe = simulator.workspace.subscribe((event) => {
    if (event.type !== 'facts') return;
    last = computedMs();
    if (first === undefined) first = last;
    else count += event.facts.filter(isRetry).length;
  });
  await simulator.clock.advance({ by });
  unsubscribe();
  return ((last - (first ?? last)) * 1_000) / count;
}

const isRetry = (fact: Fact) => fact.type === 'callStarted' && fact.trigger === 'automatic';

/**
 * In memory, as `run --transport direct` plays: whole lives per second, repeated until 10,000 were played, when smaller ones have had
 * the code compiled (`npm run bench direct` includes that).
 */
async function direct(_folder: string, actionCount: number): Promise<number> {
  for (let round = 0; round < 20; round += 1) await (await playLives('direct', 500))();
  let played = 0;
  let wallMs = 0;
  while (played < 10_000) {
    const play = await playLives('direct', actionCount);
    wallMs += await timed(play);
    played += actionCount;
  }
  return (played / wallMs) * 1_000;
}

const inMs = { unit: 'ms', digits: 1 } as const;

export const SCALE_ROWS: Readonly<Record<string, ScaleRow>> = {
  act: { title: 'an act acknowledged, paused (median)', ...inMs, measure: act },
  'act-playing': { title: 'an act acknowledged, playing at 1,000× (median)', ...inMs, measure: actPlaying },
  previous: { title: 'going back one event (median)', ...inMs, measure: previous },
  open: { title: 'opening', ...inMs, measure: opening },
  'open-past': {
    title: 'opening with a past of 26,000 entries',
    ...inMs,
    measure: async (folder) => (await openingWithPast(folder)).opened,
  },
  past: {
    title: 'the same, until all its events are known',
    ...inMs,
    measure: async (folder) => (await openingWithPast(folder)).known,
  },
  'save-block': { title: 'the longest block of the event loop in a save', ...inMs, measure: saveBlock },
  memory: { title: 'the most memory', unit: 'MB', digits: 0, measure: memory },
  retry: { title: 'a retry, computing time', unit: 'µs an Action', digits: 1, isInMemory: true, measure: retry },
  direct: { title: 'whole lives, direct', unit: 'Actions/s', digits: 0, isInMemory: true, measure: direct },
};

export const SIZES = [100, 1_000, 10_000, 100_000] as const;
