/** `trigger-lab backups` and `restore`: the last few saves of a workspace, and putting one into its place. */
import { parseArgs } from 'node:util';
import { plainJson, plainText } from '../../shared/plain-text.ts';
import { StoreFailure } from '../../shared/store-failure.ts';
import type { BackupInfo } from '../../shared/workspace-contract.ts';
import { failureOf } from '../store/failure.ts';
import { StoreRefusal } from '../store/refusal.ts';
import { defaultDataDir } from './data-dir.ts';
import { listDiskBackups, restoreDiskBackup } from './disk-backups.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { oneOf, wholeNumber } from './options.ts';
import type { Output } from './output.ts';

export const BACKUPS_USAGE = '[--data-dir D] [--reporter text|json]';
export const RESTORE_USAGE = 'NUMBER [--data-dir D]';

const BACKUPS_REPORTERS = ['text', 'json'] as const;

/** Lists the backups in a data folder, newest first; 2 if there are none. */
export function backupsCommand(args: readonly string[], output: Output): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'data-dir': { type: 'string' }, reporter: { type: 'string', default: 'text' } },
  });
  const reporter = oneOf('--reporter', values.reporter, BACKUPS_REPORTERS);
  const dataDir = dataDirOf(values['data-dir']);
  return unlessRefused(dataDir, output, async () => {
    const backups = await listDiskBackups(dataDir);
    if (backups.length === 0) return noBackups(dataDir, output);
    output.out(reporter === 'json' ? `${plainJson({ backups })}\n` : table(backups));
    return EXIT.passed;
  });
}

/** Restores a backup; 2 where it cannot be, or the folder is open elsewhere, 3 where no backup has that number. */
export function restoreCommand(args: readonly string[], output: Output): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'data-dir': { type: 'string' } },
  });
  const [number, ...others] = positionals;
  if (number === undefined)
    throw new UsageError('no NUMBER given: expected the number of a backup, as listed by trigger-lab backups');
  if (others.length > 0) throw new UsageError(`one backup at a time, not ${positionals.join(' and ')}`);
  const saveNumber = wholeNumber('NUMBER', number);
  const dataDir = dataDirOf(values['data-dir']);
  return unlessRefused(dataDir, output, async () => {
    const backups = await listDiskBackups(dataDir);
    if (backups.length === 0) return noBackups(dataDir, output);
    const backup = backups.find((each) => each.saveNumber === saveNumber);
    if (!backup) {
      const those = backups.map((each) => each.saveNumber).join(', ');
      throw new UsageError(`NUMBER ${number}: there is no such backup, expected one of ${those}`);
    }
    const restored = await restoreDiskBackup(dataDir, saveNumber);
    if (!restored.ok) return refused(restored.problem, output);
    for (const sentence of restored.recovered) output.err(`trigger-lab: ${plainText(sentence)}\n`);
    const { keptAs } = restored;
    output.out(
      `Backup ${saveNumber}, “${plainText(backup.title)}”, is now the workspace in ${plainText(dataDir)}. The one it replaced is backup ${keptAs}.\n`,
    );
    return EXIT.passed;
  });
}

function dataDirOf(value: string | undefined): string {
  if (value === '') throw new UsageError('--data-dir: expected a folder');
  return value ?? defaultDataDir();
}

/** What the disk or another writer refuses is a sentence. */
async function unlessRefused(dataDir: string, output: Output, job: () => Promise<ExitStatus>): Promise<ExitStatus> {
  try {
    return await job();
  } catch (error) {
    const failure = failureOf(error, dataDir);
    if (failure instanceof StoreFailure || failure instanceof StoreRefusal) return refused(failure.message, output);
    throw error;
  }
}

function noBackups(dataDir: string, output: Output): ExitStatus {
  return refused(`There are no backups in ${dataDir}: expected a workspace's data folder.`, output);
}

function refused(sentence: string, output: Output): ExitStatus {
  output.err(`trigger-lab: ${plainText(sentence)}\n`);
  return EXIT.invalidFile;
}

const HEADINGS = ['NUMBER', 'SAVED', 'VIRTUAL TIME', 'CASES', 'ACTIONS', 'TITLE'] as const;
const ALIGNS_RIGHT: ReadonlySet<number> = new Set([0, 3, 4]);

/** Times are UTC. */
function table(backups: readonly BackupInfo[]): string {
  const rows = [HEADINGS, ...backups.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return ALIGNS_RIGHT.has(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

function cells({ saveNumber, savedAt, title, now, caseCount, actionCount, problem }: BackupInfo): string[] {
  if (problem !== null) return [String(saveNumber), '', '', '', '', `cannot be read: ${plainText(problem)}`];
  const saved = savedAt === null ? 'by an earlier version' : seconds(savedAt);
  const at = seconds(new Date(now).toISOString());
  return [String(saveNumber), saved, at, String(caseCount), String(actionCount), plainText(title)];
}

/** `2026-01-05T09:31:00Z`. */
const seconds = (iso: string) => iso.replace(/\.\d+Z$/, 'Z');
