/** The process may end at any moment: what was acknowledged is there when the store is opened again, and nothing but that. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Journal, JournalEntry, Opened, Workspace } from '../../src/main/runtime/ports.ts';
import { replay } from '../../src/main/runtime/replay.ts';
import { createDiskStore } from '../../src/main/store/create-store.ts';
import { DiskFiles } from '../../src/main/store/disk-files.ts';
import type { StoreFiles } from '../../src/main/store/files.ts';
import { LowdbStore } from '../../src/main/store/lowdb-store.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { hash64 } from '../../src/shared/hash.ts';
import { Crash, CrashingFiles, type CrashPoint } from '../support/crashing-files.ts';
import { ACTS, act, asPlain, newWorkspace, runtimeOf, workspaceOf } from '../support/stored-workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const POINTS: readonly CrashPoint[] = ['before', 'half', 'after'];

/** Every entry that an unbroken run of the acts journals. */
async function unbrokenEntries(): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  const journal: Journal = { record: (entry) => void entries.push(entry), flush: () => undefined };
  await act(runtimeOf(newWorkspace(), journal));
  return entries;
}

const entries = await unbrokenEntries();

/** The workspace as an unbroken run had it after `seq` entries. */
function expectedAt(seq: number): unknown {
  return asPlain(replay(newWorkspace(), entries.slice(0, seq)));
}

/** After the second, the fifth, … act: some acts are left to the journal. */
const EVERY_THIRD = (index: number) => index % 3 === 1;
const NEVER = () => false;

/** How far a run came. */
interface Played {
  /** The last entry that was acknowledged. */
  readonly acknowledged: number;
  readonly isSaved: boolean;
  readonly hasEnded: boolean;
}

/** Performs every act, with saves between, until it crashes. */
async function playUntilCrash(files: StoreFiles, savesAfter = EVERY_THIRD): Promise<Played> {
  let acknowledged = 0;
  let isSaved = false;
  try {
    const store = new LowdbStore(files);
    await store.open();
    const workspace = newWorkspace();
    await store.save(workspace);
    isSaved = true;
    const runtime = runtimeOf(workspace, store);
    for (let index = 0; index < ACTS.length; index += 1) {
      await act(runtime, index, index + 1);
      acknowledged = runtime.seq;
      if (savesAfter(index)) await store.save(workspaceOf(runtime, workspace));
    }
    await store.close();
    return { acknowledged, isSaved, hasEnded: true };
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return { acknowledged, isSaved, hasEnded: false };
  }
}

async function openedOn(files: StoreFiles): Promise<Workspace | null> {
  return (await foundOn(files)).workspace;
}

async function foundOn(files: StoreFiles): Promise<Opened> {
  const store = new LowdbStore(files);
  const opened = await store.open();
  await store.close();
  return opened;
}

/** Opens, lets a second pass, closes; opens again and sees that it did. */
async function goOn(files: StoreFiles): Promise<void> {
  const store = new LowdbStore(files);
  const { workspace } = await store.open();
  const { seq, now } = workspace!;
  store.record({ seq: seq + 1, at: now + 1_000, input: { type: 'advanced' } });
  await store.close();
  const { workspace: again, recovered } = await foundOn(files);
  expect(recovered).toEqual([]);
  expect(asPlain(again!)).toEqual(asPlain({ ...workspace!, seq: seq + 1, now: now + 1_000 }));
}

/** Runs `round` with a crash at the first operation, at the second, … until it ends without one. */
async function atEveryOperation(round: (crashAt: number) => Promise<boolean>, stride = 1): Promise<number> {
  for (let crashAt = 0; ; crashAt += stride) if (await round(crashAt)) return crashAt;
}

describe.each(POINTS)('a crash %s any operation', (point) => {
  const places: Record<string, () => Promise<StoreFiles>> = {
    memory: async () => new MemoryFiles(),
    disk: async () => new DiskFiles(await temporaryFolder()),
  };

  test.each(Object.entries(places))(
    'of a run with saves, on %s: everything acknowledged is there',
    async (name, place) => {
      // A real disk takes its time: there, every seventh.
      const operations = await atEveryOperation(
        async (crashAt) => {
          const files = await place();
          const { acknowledged, isSaved, hasEnded } = await playUntilCrash(new CrashingFiles(files, crashAt, point));
          await files.close();
          const workspace = await openedOn(files);
          if (isSaved) expect(workspace).not.toBeNull();
          if (workspace) {
            expect(workspace.seq).toBeGreaterThanOrEqual(acknowledged);
            expect(asPlain(workspace)).toEqual(expectedAt(workspace.seq));
            // And opening it has broken nothing.
            expect(asPlain((await openedOn(files))!)).toEqual(asPlain(workspace));
          }
          return hasEnded;
        },
        name === 'disk' ? 7 : 1,
      );
      expect(operations).toBeGreaterThan(30);
    },
  );

  test('of opening what is damaged: opening it again recovers the same', async () => {
    const damaged = async () => {
      const files = new MemoryFiles();
      await playUntilCrash(files);
      await files.writeAtomically('workspace.json', '{"half');
      const journal = (await files.read('journal.ndjson')) ?? '';
      await files.writeAtomically('journal.ndjson', journal.slice(0, -20));
      return files;
    };
    const expected = asPlain((await openedOn(await damaged()))!);
    const operations = await atEveryOperation(async (crashAt) => {
      const files = await damaged();
      const crashing = new CrashingFiles(files, crashAt, point);
      await openedOn(crashing).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      expect(asPlain((await openedOn(files))!)).toEqual(expected);
      return !crashing.hasCrashed;
    });
    expect(operations).toBeGreaterThan(3);
  });

  test('of saving another workspace over this one: it is the one or the other, whole', async () => {
    const another = asPlain(newWorkspace('Another'));
    const seen = new Set<string>();
    await atEveryOperation(async (crashAt) => {
      const files = new MemoryFiles();
      // All in the journal, whose entries would fit the other workspace as well.
      await playUntilCrash(files, NEVER);
      const crashing = new CrashingFiles(files, crashAt, point);
      try {
        const store = new LowdbStore(crashing);
        await store.open();
        await store.save(newWorkspace('Another'));
        await store.close();
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      const { workspace, recovered } = await foundOn(files);
      expect(recovered).toEqual([]);
      seen.add(workspace!.title);
      expect(asPlain(workspace!)).toEqual(workspace!.title === 'Another' ? another : expectedAt(entries.length));
      await goOn(files);
      return !crashing.hasCrashed;
    });
    expect(seen.has('Another')).toBe(true);
    expect(seen.has('Everything at once')).toBe(true);
  });
});

/** The whole simulator is killed in attack-kills; here the very entries are known. */
const KILLS = Math.ceil(Number(process.env.ATTACK_KILLS ?? 200) / 10);
const SEED = Number(process.env.ATTACK_SEED ?? 1);

describe('a process that is killed', () => {
  const WRITER = fileURLToPath(new URL('../support/store-writer.ts', import.meta.url));

  /** Waits for the writer to acknowledge `seq`; what it said last. */
  async function acknowledgedAtLeast(writer: ChildProcess, seq: number): Promise<number> {
    for await (const line of createInterface({ input: writer.stdout! })) if (Number(line) >= seq) return Number(line);
    throw new Error('the writer ended');
  }

  /** Kills a writer when it has acknowledged entry `seq`, and looks at what it left. */
  async function killAfter(seq: number): Promise<void> {
    const folder = await temporaryFolder();
    const writer = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(writer, 'exit');
    const acknowledged = await acknowledgedAtLeast(writer, seq);
    await expect(createDiskStore(folder).open()).rejects.toThrow(`process ${writer.pid} on this computer`);
    writer.kill('SIGKILL');
    await ended;

    const store = createDiskStore(folder);
    const { workspace } = await store.open();
    await store.close();
    expect(workspace!.seq).toBeGreaterThanOrEqual(acknowledged);
    // Behind the acts the writer only lets time pass, one entry a second of virtual time.
    const more = Array.from({ length: Math.max(0, workspace!.seq - entries.length) }, (_, index) => ({
      seq: entries.length + index + 1,
      at: entries.at(-1)!.at + (index + 1) * 1_000,
      input: { type: 'advanced' } as const,
    }));
    const expected = replay(newWorkspace(), [...entries, ...more].slice(0, workspace!.seq));
    expect(asPlain(workspace!)).toEqual(asPlain(expected));
  }

  test(`${KILLS} times, wherever it is: what it acknowledged is there, and its lock is taken over`, {
    timeout: KILLS * 5_000,
  }, async () => {
    // Saves come every fifty entries behind the acts: some kills meet one.
    const moments = Array.from(
      { length: KILLS },
      (_, number) => 1 + ((hash64(SEED, 'kill', String(number)).low >>> 0) % 500),
    );
    const next = moments.values();
    const killing = async () => {
      for (const seq of next) await killAfter(seq);
    };
    await Promise.all([killing(), killing(), killing()]);
  });
});
