/**
 * `trigger-lab backups` and `restore`: the last few saves of a workspace, and putting one into its place. Without a name it is the one
 * that is open, or was last.
 */
import { plainJson, plainText } from '../../shared/plain-text.ts';
import type { BackupInfo } from '../../shared/workspace-contract.ts';
import { dataDirOf } from './data-dir.ts';
import { listDiskBackups, restoreDiskBackup } from './disk-backups.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { oneOf, wholeNumber } from './options.ts';
import type { Output } from './output.ts';
import { refused, unlessRefused } from './store-refusals.ts';
import { textTable, wholeSeconds } from './table.ts';
import { workspaceNamed } from './workspaces.ts';

interface StoredValues {
  readonly workspace?: string;
  readonly dataDir?: string;
}

const BACKUPS_REPORTERS = ['text', 'json'] as const;

/** Lists the backups in a data folder, newest first; 2 if there are none. */
export function backupsCommand(
  values: StoredValues & { readonly reporter: string },
  output: Output,
): Promise<ExitStatus> {
  const reporter = oneOf('--reporter', values.reporter, BACKUPS_REPORTERS);
  const dataDir = dataDirOf(values.dataDir);
  return unlessRefused(dataDir, output, async () => {
    const workspace = await workspaceNamed(dataDir, values.workspace);
    const backups = workspace === null ? [] : await listDiskBackups(dataDir, workspace);
    if (workspace === null || backups.length === 0) return noBackups(dataDir, output);
    output.out(reporter === 'json' ? `${plainJson({ backups })}\n` : table(backups));
    return EXIT.passed;
  });
}

/** Restores a backup; 2 where it cannot be, or the folder is open elsewhere, 3 where no backup has that number. */
export function restoreCommand(numbers: readonly string[], values: StoredValues, output: Output): Promise<ExitStatus> {
  const [number, ...others] = numbers;
  if (number === undefined)
    throw new UsageError('no NUMBER given: expected the number of a backup, as listed by trigger-lab backups');
  if (others.length > 0) throw new UsageError(`one backup at a time, not ${numbers.join(' and ')}`);
  const saveNumber = wholeNumber('NUMBER', number);
  const dataDir = dataDirOf(values.dataDir);
  return unlessRefused(dataDir, output, async () => {
    const workspace = await workspaceNamed(dataDir, values.workspace);
    const backups = workspace === null ? [] : await listDiskBackups(dataDir, workspace);
    if (workspace === null || backups.length === 0) return noBackups(dataDir, output);
    const backup = backups.find((each) => each.saveNumber === saveNumber);
    if (!backup) {
      const those = backups.map((each) => each.saveNumber).join(', ');
      throw new UsageError(`NUMBER ${number}: there is no such backup, expected one of ${those}`);
    }
    const restored = await restoreDiskBackup(dataDir, workspace, saveNumber);
    if (!restored.ok) return refused(restored.problem, output);
    for (const sentence of restored.recovered) output.err(`trigger-lab: ${plainText(sentence)}\n`);
    const { keptAs } = restored;
    output.out(
      `Backup ${saveNumber}, “${plainText(backup.title)}”, is now the workspace in ${plainText(dataDir)}. The one it replaced is backup ${keptAs}.\n`,
    );
    return EXIT.passed;
  });
}

function noBackups(dataDir: string, output: Output): ExitStatus {
  return refused(`There are no backups in ${dataDir}: expected a workspace's data folder.`, output);
}

const HEADINGS = ['NUMBER', 'SAVED', 'VIRTUAL TIME', 'CASES', 'ACTIONS', 'TITLE'] as const;
const ALIGNS_RIGHT: ReadonlySet<number> = new Set([0, 3, 4]);

/** Times are UTC. */
const table = (backups: readonly BackupInfo[]) => textTable([HEADINGS, ...backups.map(cells)], ALIGNS_RIGHT);

function cells({ saveNumber, savedAt, title, now, caseCount, actionCount, problem }: BackupInfo): string[] {
  if (problem !== null) return [String(saveNumber), '', '', '', '', `cannot be read: ${plainText(problem)}`];
  const saved = savedAt === null ? 'by an earlier version' : wholeSeconds(savedAt);
  const at = wholeSeconds(new Date(now).toISOString());
  return [String(saveNumber), saved, at, String(caseCount), String(actionCount), plainText(title)];
}
