/**
 * One writer at a time. Not proper-lockfile: it knows a lock's age and not its owner, so that after a crash a restart would wait
 * ten seconds, and a laptop that slept would lose its lock.
 *
 * The lock is a folder that holds one file, named by a fresh id, which says who has it. Three properties make it safe between
 * processes, without a moment in which two have it:
 *
 * 1. A prepared folder is renamed to the lock's name: it appears with its content, and only if there is none or an empty one.
 * 2. A dead owner's file is deleted by its id: whoever took the lock over in the meantime has another id and is not touched.
 * 3. An empty folder is nobody's.
 */
import { randomUUID } from 'node:crypto';
import { lstat, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { ensureFolder, errorCode, unlessMissing } from './durable.ts';
import { meaningOf } from './failure.ts';
import { isRunning, processStamp } from './process-identity.ts';
import { StoreRefusal } from './refusal.ts';

/** Keeps other writers out. */
export interface WriterLock {
  /** Takes the lock; throws a `StoreRefusal` that names who has it. */
  acquire(): Promise<void>;
  /** Gives it back; nothing happens where it is not held. */
  release(): Promise<void>;
}

const holderSchema = z.object({
  pid: z.int().min(1),
  host: z.string(),
  since: z.iso.datetime(),
  stamp: z.string().nullable(),
});
type Holder = z.output<typeof holderSchema>;

/** What a rename onto a lock that somebody holds fails with; EPERM is Windows'. */
const TAKEN = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']);
/** Each try finds a lock that was free or stale and is taken by somebody else before us; so many losses are no chance. */
const TRIES = 20;

export class FolderLock implements WriterLock {
  readonly #path: string;
  #id: string | null = null;

  /** `path` is the lock's own name, beside what it guards. */
  constructor(path: string) {
    this.#path = path;
  }

  async acquire(): Promise<void> {
    const id = randomUUID();
    const prepared = `${this.#path}.${id}`;
    const holder: Holder = {
      pid: process.pid,
      host: hostname(),
      since: new Date().toISOString(),
      stamp: await processStamp(process.pid),
    };
    try {
      await ensureFolder(prepared);
      await writeFile(join(prepared, `${id}.json`), JSON.stringify(holder), { mode: 0o600 });
      await this.#take(prepared);
      this.#id = id;
    } catch (error) {
      if (error instanceof StoreRefusal || errorCode(error) === undefined) throw error;
      // Nothing can be kept where the lock cannot be taken.
      const why = (await this.#whatStandsThere()) ?? meaningOf(error);
      const message = `The workspace cannot be stored in ${dirname(this.#path)}: ${why}.`;
      throw Object.assign(new StoreRefusal('unusable', message), { cause: error });
    } finally {
      await rm(prepared, { recursive: true, force: true }).catch(() => undefined);
    }
  }

  async release(): Promise<void> {
    if (this.#id === null) return;
    await this.#vacate(this.#id);
    this.#id = null;
  }

  async #take(prepared: string): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await rename(prepared, this.#path);
        return;
      } catch (error) {
        if (!TAKEN.has(errorCode(error) ?? '') || tries === TRIES) throw error;
      }
      await this.#clearStale();
    }
  }

  async #clearStale(): Promise<void> {
    const names = (await unlessMissing(readdir(this.#path))) ?? [];
    for (const name of names.filter((each) => each.endsWith('.json'))) {
      const holder = await this.#holder(name);
      if (holder && (holder.host !== hostname() || (await isRunning(holder)))) throw this.#refusal(holder);
      await this.#vacate(basename(name, '.json'));
    }
    // What else lies in it is nobody's lock: a desktop's own files, or what somebody put there. It is kept, beside the lock.
    for (const name of names.filter((each) => !each.endsWith('.json'))) {
      await unlessMissing(rename(join(this.#path, name), `${this.#path}.stray-${name}`));
    }
    // An owner may have ended between its two steps of letting go.
    await this.#removeIfEmpty();
  }

  /** Why no lock can be taken, where what has its name is no folder: nobody's lock, and somebody's file. */
  async #whatStandsThere(): Promise<string | null> {
    const found = await lstat(this.#path).catch(() => null);
    if (found === null || found.isDirectory()) return null;
    const what = found.isSymbolicLink() ? 'a link' : found.isFile() ? 'a file' : 'something else';
    return `${what} is where the folder ${basename(this.#path)} must go while the workspace is open; move it away`;
  }

  /** `null` where it cannot be read: a power cut left it, or it is gone. */
  async #holder(name: string): Promise<Holder | null> {
    const text = await unlessMissing(readFile(join(this.#path, name), 'utf8'));
    try {
      return holderSchema.parse(JSON.parse(text ?? ''));
    } catch {
      return null;
    }
  }

  async #vacate(id: string): Promise<void> {
    await rm(join(this.#path, `${id}.json`), { force: true });
    await this.#removeIfEmpty();
  }

  async #removeIfEmpty(): Promise<void> {
    try {
      await rmdir(this.#path);
    } catch {
      // Somebody else's by now, or gone: both are as they should be.
    }
  }

  #refusal({ pid, host, since }: Holder): StoreRefusal {
    const place = dirname(this.#path);
    const who =
      host !== hostname()
        ? `process ${pid} on ${host}`
        : pid === process.pid
          ? `this same process (${pid} on ${host})`
          : `process ${pid} on this computer (${host})`;
    const advice =
      host === hostname()
        ? 'Close it there first.'
        : `Close it there first; if that process has ended, delete ${this.#path}.`;
    return new StoreRefusal('locked', `The workspace in ${place} is open in ${who} since ${since}. ${advice}`);
  }
}
