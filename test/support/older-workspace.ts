/** The data folder of version 3 that an earlier program left, and what that program said of it. */
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClockState, PlayerState } from '../../src/shared/contract.ts';
import type { Run, RunInfo } from '../../src/shared/lab.ts';
import { temporaryFolder } from './temporary-folder.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/workspace-3');

/** The world as JSON, as far as this cares: its Actions under their references. */
interface SaidWorld extends Record<string, unknown> {
  readonly actions: readonly (readonly [ref: string, action: Record<string, unknown>])[];
}

export interface Said {
  readonly title: string;
  readonly now: number;
  readonly world: SaidWorld;
  readonly player: PlayerState | null;
  readonly scheduledCount: number;
  readonly next: ClockState['next'];
  /** The workspace as a scenario file. */
  readonly exported: string;
}

interface AllSaid {
  /** The sample workspace, before a library scenario was opened; backups 2 and 3. */
  readonly sample: Said;
  /** The library scenario, when the program was killed. */
  readonly present: Said;
  readonly lab: readonly RunInfo[];
  readonly run: Run;
}

export async function saidOfVersion3(): Promise<AllSaid> {
  return JSON.parse(await readFile(join(FIXTURE, 'said.json'), 'utf8'));
}

/** A copy of it, which may be written. */
export async function folderOfVersion3(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(FIXTURE, 'data'), folder, { recursive: true });
  return folder;
}
