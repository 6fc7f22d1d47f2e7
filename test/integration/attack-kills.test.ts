/**
 * The whole simulator, killed at any moment while it plays, acts, saves, goes back and forth and opens other workspaces. Whatever others
 * were told is there again: every act with all that came of it, and no earlier time. `ATTACK_KILLS` says how often, `ATTACK_SEED` when.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Workspace } from '../../src/main/runtime/ports.ts';
import { contentHash } from '../../src/main/store/checksum.ts';
import { createDiskStore } from '../../src/main/store/create-store.ts';
import { hash64 } from '../../src/shared/hash.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import type { Done, Line } from '../support/simulator-player.ts';

const KILLS = Number(process.env.ATTACK_KILLS ?? 60);
const SEED = Number(process.env.ATTACK_SEED ?? 1);
const ABREAST = 3;
/** So many lines are read before a kill, at the most. */
const LONGEST = 50;
const PLAYER = fileURLToPath(new URL('../support/simulator-player.ts', import.meta.url));

/** What one process compiled others find again: one that is killed leaves nothing there, so one ends by itself first. */
let cache: string;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'trigger-lab-kills-'));
  const player = startPlayer(join(cache, 'data'), 0, '1');
  player.stdout.resume();
  expect(await once(player, 'exit')).toEqual([0, null]);
});
afterAll(() => rm(cache, { recursive: true, force: true }));

function startPlayer(folder: string, life: number, ...turns: string[]) {
  return spawn(process.execPath, [PLAYER, folder, String(SEED * 1_000_003 + life), ...turns], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
}

/** Everything that a player said before it was killed, at a line drawn for it. */
async function lifeUntilKilled(folder: string, life: number): Promise<Line[]> {
  const moment = 1 + ((hash64(SEED, 'moment', String(life)).low >>> 0) % LONGEST);
  const player = startPlayer(folder, life);
  const ended = once(player, 'exit');
  const lines: Line[] = [];
  // Also what it said after that, which was told as well.
  for await (const line of createInterface({ input: player.stdout })) {
    lines.push(JSON.parse(line));
    if (lines.length === moment) player.kill('SIGKILL');
  }
  expect(await ended, `life ${life}`).toEqual([null, 'SIGKILL']);
  return lines;
}

/** What was certain when a life ended. */
interface Told {
  /** The last act that was done. */
  readonly done: Done | undefined;
  /** Where the clock stood at last; `null` where a way to an earlier instant had begun. */
  readonly now: number | null;
  /** Whether another workspace may have taken the place of the one in which it was done. */
  readonly isLeft: boolean;
}

function toldBy(lines: readonly Line[]): Told {
  let told: Told = { done: undefined, now: null, isLeft: false };
  for (const line of lines) {
    if ('leaves' in line) told = { ...told, now: null, isLeft: true };
    else if ('done' in line) told = { done: line.done, now: line.done.now, isLeft: false };
    else if (!told.isLeft) told = { ...told, now: line.told };
  }
  return told;
}

const hashOf = ({ world }: Workspace) => contentHash(JSON.stringify(worldToJson(world)));

async function expectTold(folder: string, life: number, { done, now, isLeft }: Told): Promise<void> {
  const store = createDiskStore(folder);
  const { workspace, readOnly, recovered } = await store.open();
  const about = `life ${life}: ${recovered.join('\n')}`;
  try {
    expect(readOnly, about).toBeNull();
    if (done === undefined) return;
    expect(workspace?.seq, about).toBeGreaterThanOrEqual(done.seq);
    if (now !== null) expect(workspace?.now, about).toBeGreaterThanOrEqual(now);
    if (isLeft) return;
    const then = workspace?.seq === done.seq ? workspace : await store.at(done.seq);
    expect(then && { seq: then.seq, now: then.now, world: hashOf(then) }, about).toEqual(done);
  } finally {
    await store.close();
  }
}

it(
  `${KILLS} kills: all that was told is there again`,
  async () => {
    const lives = Array.from({ length: KILLS }, (_, life) => life).values();
    const killing = async () => {
      for (const life of lives) {
        const folder = await mkdtemp(join(tmpdir(), 'trigger-lab-life-'));
        await expectTold(folder, life, toldBy(await lifeUntilKilled(folder, life)));
        await rm(folder, { recursive: true });
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, killing));
  },
  60_000 + KILLS * 5_000,
);
