/** One save: what was captured of a workspace, on its way to the disk while the workspace goes on. */
import { Breath } from '../runtime/breath.ts';
import { contentHash } from './checksum.ts';
import type { StoreFiles } from './files.ts';
import { BACKUP_PARTS, PARTS, partCopy, partFile } from './names.ts';
import { type PartKind, type PartRef, problemInPart } from './parts.ts';
import type { Captured, Run } from './shelf.ts';
import { capturedLines } from './shelves.ts';

/** A part is ended where it has become longer than this, in characters, unless it holds one value alone. */
const PART_LENGTH = 512 * 1024;

export interface WrittenRun {
  readonly ref: PartRef;
  readonly values: readonly Captured[];
}

/** Writes the runs of one kind that are not written yet, with pauses. Nobody relies on the files before their names are kept. */
export async function writeRuns(files: StoreFiles, kind: PartKind, runs: readonly Run[]): Promise<WrittenRun[]> {
  const breath = new Breath();
  const written: WrittenRun[] = [];
  for (const run of runs) {
    if ('ref' in run) {
      written.push(run);
      continue;
    }
    let lines: string[] = [];
    let length = 0;
    let start = 0;
    for (const [index, value] of run.values.entries()) {
      const line = capturedLines(kind, value);
      if (lines.length > 0 && length + line.length > PART_LENGTH) {
        written.push(await writePart(files, kind, run, start, lines, breath));
        [lines, length, start] = [[], 0, index];
      }
      lines.push(line);
      length += line.length;
      if (breath.isDue) await breath.take();
    }
    written.push(await writePart(files, kind, run, start, lines, breath));
  }
  return written;
}

async function writePart(
  files: StoreFiles,
  kind: PartKind,
  run: Extract<Run, { sequences: unknown }>,
  start: number,
  lines: readonly string[],
  breath: Breath,
): Promise<WrittenRun> {
  const text = lines.join('');
  // What could not be read again must not take the place of what can.
  const problem = await problemInPart(kind, text, breath);
  if (problem !== null) throw new Error(`a part of the workspace (${kind}) could not be read again: ${problem}`);
  const ref = { kind, from: run.sequences[start] as number, count: lines.length, hash: contentHash(text) };
  await Promise.all([files.write(partFile(ref.hash), text), files.write(partCopy(ref.hash), text)]);
  return { ref, values: run.values.slice(start, start + lines.length) };
}

/** Has the disk keep the names of all parts that were written. */
export async function keepParts(files: StoreFiles): Promise<void> {
  await files.keepNames(PARTS);
  await files.keepNames(BACKUP_PARTS);
}
