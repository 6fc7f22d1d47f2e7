/** The data folders that earlier programs left, and what those programs said of them. */
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClockState } from '../../src/shared/clock-contract.ts';
import type { Run, RunInfo } from '../../src/shared/lab.ts';
import type { PlayerState } from '../../src/shared/stream.ts';
import { exportedSense } from './exported-sense.ts';
import { temporaryFolder } from './temporary-folder.ts';

const fixture = (version: 3 | 4) => join(import.meta.dirname, `../fixtures/workspace-${version}`);

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
  /** What the workspace as a scenario file says. */
  readonly exported: unknown;
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
  const said = JSON.parse(await readFile(join(fixture(3), 'said.json'), 'utf8'));
  return { ...said, sample: inSense(said.sample), present: inSense(said.present) };
}

/** What the last program of version 4 with four kinds of saves said: of what it had stored, and of what was there when it was killed. */
export async function saidOfVersion4(): Promise<{ readonly stored: unknown; readonly present: unknown }> {
  const { stored, present } = JSON.parse(await readFile(join(fixture(4), 'said.json'), 'utf8'));
  return { stored: inSense(stored), present: inSense(present) };
}

/** Files are written otherwise today; what they say is the same. */
const inSense = <T extends { readonly exported: string }>(said: T) => ({
  ...said,
  exported: exportedSense(said.exported),
});

/** Copies of them, which may be written. */
export const folderOfVersion3 = () => copyOf(3);
export const folderOfVersion4 = () => copyOf(4);

async function copyOf(version: 3 | 4): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(fixture(version), 'data'), folder, { recursive: true });
  return folder;
}
