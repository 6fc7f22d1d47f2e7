/**
 * A disk that fails for a while, wherever it wants, under a workspace that goes on, until the process ends: whatever was acknowledged is
 * there, whole, and every refusal was a sentence. `ATTACK_DISKS` says how many disks, `ATTACK_SEED` which.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JournalEntry } from '../../src/main/runtime/ports.ts';
import { replay } from '../../src/main/runtime/replay.ts';
import { LowdbStore } from '../../src/main/store/lowdb-store.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { StoreFailure } from '../../src/shared/store-failure.ts';
import { filesWith, textsOf } from '../support/copied-files.ts';
import { Crash, CrashingFiles } from '../support/crashing-files.ts';
import { FailingFiles, type Fault, type Operation } from '../support/failing-files.ts';
import { ACTS, act, asPlain, newWorkspace, runtimeOf, workspaceOf } from '../support/stored-workspace.ts';

const PARAMETERS = { numRuns: Number(process.env.ATTACK_DISKS ?? 300), seed: Number(process.env.ATTACK_SEED ?? 1) };
const TIMEOUT_MS = 60_000 + PARAMETERS.numRuns * 100;

const WRITING: readonly Operation[] = [
  'resumeLog',
  'flush',
  'verify',
  'writeAtomically',
  'write',
  'keepNames',
  'copy',
  'move',
];
/** From one operation on, for so many: all that write, or those of one kind. */
const stretch = fc.record({
  from: fc.nat(160),
  count: fc.integer({ min: 1, max: 40 }),
  only: fc.option(fc.constantFrom(...WRITING)),
  fault: fc.record<Fault>({
    code: fc.constantFrom('ENOSPC', 'EROFS', 'EIO'),
    when: fc.constantFrom('before', 'after'),
  }),
});
type Stretch = { from: number; count: number; only: Operation | null; fault: Fault };

function failingIn(stretches: readonly Stretch[]) {
  let count = 0;
  return (operation: Operation): Fault | null => {
    if (!WRITING.includes(operation)) return null;
    count += 1;
    const isIn = ({ from, count: length, only }: Stretch) =>
      count >= from && count < from + length && (only ?? operation) === operation;
    return stretches.find(isIn)?.fault ?? null;
  };
}

/** Every entry that an unbroken run of the acts journals. */
const entries: JournalEntry[] = [];
await act(runtimeOf(newWorkspace(), { record: (entry) => void entries.push(entry), flush: () => undefined }));

/** Whether it was done; a refusal must be one that people can read. */
async function isDone(job: () => Promise<unknown> | undefined): Promise<boolean> {
  try {
    await job();
    return true;
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    expect(error.message).not.toMatch(/\bE[A-Z]{3,}\b/);
    return false;
  }
}

/** Acts and saves until the process ends; the last entry that was acknowledged. */
async function livedOn(files: FailingFiles, stretches: readonly Stretch[]): Promise<number> {
  let acknowledged = 0;
  try {
    const store = new LowdbStore(files);
    await store.open();
    const workspace = newWorkspace();
    await store.save(workspace);
    files.faults = failingIn(stretches);
    const runtime = runtimeOf(workspace, store);
    for (let index = 0; index < ACTS.length; index += 1) {
      await isDone(() => act(runtime, index, index + 1));
      if (await isDone(() => store.flush())) acknowledged = runtime.seq;
      if (index % 3 === 1 && (await isDone(() => store.save(workspaceOf(runtime, workspace)))))
        acknowledged = runtime.seq;
    }
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  return acknowledged;
}

it(
  'that fails to write, and a process that ends: what was acknowledged is there',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stretch, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 5, max: 400 }),
        async (stretches, endsAt) => {
          const disk = new MemoryFiles();
          const acknowledged = await livedOn(new FailingFiles(new CrashingFiles(disk, endsAt, 'before')), stretches);
          const store = new LowdbStore(disk);
          const { workspace } = await store.open();
          await store.close();
          const seq = workspace?.seq ?? 0;
          expect(seq).toBeGreaterThanOrEqual(acknowledged);
          if (workspace === null) return;
          expect(asPlain(workspace)).toEqual(asPlain(replay(newWorkspace(), entries.slice(0, seq))));
        },
      ),
      PARAMETERS,
    );
  },
  TIMEOUT_MS,
);

it(
  'that fails while a workspace is opened: opening says so, and destroys nothing',
  async () => {
    const disk = new MemoryFiles();
    const store = new LowdbStore(disk);
    await store.open();
    const lived = newWorkspace();
    await store.save(lived);
    const runtime = runtimeOf(lived, store);
    await act(runtime, 0, 8);
    await store.save(workspaceOf(runtime, lived));
    await act(runtime, 8, 14);
    await store.close();
    const whole = JSON.stringify(asPlain(workspaceOf(runtime, lived)));
    const texts = await textsOf(disk);

    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom<Fault['code']>('EIO', 'EACCES', 'ENOSPC', 'EROFS'),
        async (from, length, code) => {
          const files = await filesWith(texts);
          let count = 0;
          const failing = new FailingFiles(files, () => {
            count += 1;
            return count > from && count <= from + length ? { code, when: 'before' } : null;
          });
          const sentences: string[] = [];
          const opening = new LowdbStore(failing);
          await isDone(async () => {
            const { workspace, recovered, readOnly } = await opening.open();
            sentences.push(...recovered, ...(readOnly === null ? [] : [readOnly]));
            if (JSON.stringify(workspace && asPlain(workspace)) !== whole) expect(sentences).not.toEqual([]);
          });
          await isDone(() => opening.close());
          // On a disk that is well again: only what could not be read, and was said to be moved aside, may be missing.
          const again = new LowdbStore(files);
          const { workspace } = await again.open();
          const isWhole = JSON.stringify(workspace && asPlain(workspace)) === whole;
          if (code !== 'EIO' || sentences.length === 0) expect(isWhole, sentences.join('\n')).toBe(true);
        },
      ),
      PARAMETERS,
    );
  },
  TIMEOUT_MS,
);
