/** `--snapshot` and `--update-snapshots`: the files beside scenario files. */

import { stat } from 'node:fs/promises';
import type { Played } from '../runner/play-file.ts';
import { comparedWith, updatedSnapshot } from '../runner/snapshots.ts';
import { readText } from '../scenario/read-disk.ts';
import { unlessMissing } from '../store/durable.ts';
import { UsageError } from './exit-status.ts';
import { STANDARD_INPUT } from './files.ts';
import type { Output } from './output.ts';
import type { RunValues } from './run-values.ts';
import { type WriteTarget, writeTarget } from './write-target.ts';

/** What is done with the snapshots of the files of a run; a file is told by its index. */
export interface Snapshots {
  /** A scenario was played; answers with what came of it, the snapshot considered. */
  check(file: number, played: Played): Promise<Played>;
  /** All scenarios of a file were played. */
  done(file: number): Promise<void>;
}

/** `null` where nothing was asked about snapshots. */
export async function snapshotsOf(
  { snapshot = false, updateSnapshots = false }: RunValues,
  files: readonly string[],
  output: Output,
): Promise<Snapshots | null> {
  if (!snapshot && !updateSnapshots) return null;
  if (files.includes(STANDARD_INPUT)) {
    throw new UsageError('standard input has no snapshot, expected a file beside which it can be');
  }
  const names = files.map((file) => `${file}.trace`);
  if (!updateSnapshots) return comparing(names);
  const targets: WriteTarget[] = [];
  for (const name of names) targets.push(await writeTarget('--update-snapshots', name, files, output));
  return updating(names, targets);
}

function comparing(names: readonly string[]): Snapshots {
  const read = new Map<number, Promise<string | null>>();
  return {
    check: async (file, played) => {
      const name = names[file] as string;
      if (!read.has(file)) read.set(file, readSnapshot(name));
      return comparedWith(played, (await read.get(file)) ?? null, name);
    },
    done: async (file) => void read.delete(file),
  };
}

/** A file of which a scenario did not come to its end keeps its snapshot. */
function updating(names: readonly string[], targets: readonly WriteTarget[]): Snapshots {
  let played: Played[] = [];
  return {
    check: async (_, each) => {
      played.push(each);
      return each;
    },
    done: async (file) => {
      const all = played;
      played = [];
      if (all.length === 0 || all.some(({ trace }) => trace === null)) return;
      await targets[file]?.write(updatedSnapshot(await readSnapshot(names[file] as string), all));
    },
  };
}

/** `null` where there is none. */
async function readSnapshot(name: string): Promise<string | null> {
  if (!(await unlessMissing(stat(name)))) return null;
  const text = await readText(name);
  if (typeof text !== 'string') throw new UsageError(`${name} ${text.problem}`);
  return text;
}
