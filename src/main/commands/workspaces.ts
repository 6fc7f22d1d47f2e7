/** `trigger-lab workspaces`: which workspaces a data folder has; and finding one of them by its name. */
import { plainJson, plainText } from '../../shared/plain-text.ts';
import type { WorkspaceInfo } from '../../shared/workspaces-contract.ts';
import { dataDirOf } from './data-dir.ts';
import { listDiskWorkspaces } from './disk-backups.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { oneOf } from './options.ts';
import type { Output } from './output.ts';
import { refused, unlessRefused } from './store-refusals.ts';
import { textTable, wholeSeconds } from './table.ts';

/** Lists the workspaces in a data folder; 2 if there are none. */
export function workspacesCommand(
  values: { readonly dataDir?: string; readonly reporter: string },
  output: Output,
): Promise<ExitStatus> {
  const reporter = oneOf('--reporter', values.reporter, ['text', 'json'] as const);
  const dataDir = dataDirOf(values.dataDir);
  return unlessRefused(dataDir, output, async () => {
    const workspaces = await listDiskWorkspaces(dataDir);
    if (workspaces.length === 0) {
      return refused(`There are no workspaces in ${dataDir}: expected a workspace's data folder.`, output);
    }
    const rows = [['NAME', 'SAVED', 'CASES', 'ACTIONS', 'ID'], ...workspaces.map(cells)];
    output.out(reporter === 'json' ? `${plainJson({ workspaces })}\n` : textTable(rows, new Set([2, 3])));
    return EXIT.passed;
  });
}

function cells({ id, name, savedAt, caseCount, actionCount, isOpen, problem }: WorkspaceInfo): string[] {
  const named = `${plainText(name)}${isOpen ? ' (open last)' : ''}`;
  if (problem !== null) return [named, `cannot be read: ${plainText(problem)}`, '', '', id];
  const saved = savedAt === null ? 'by an earlier version' : wholeSeconds(savedAt);
  return [named, saved, String(caseCount), String(actionCount), id];
}

/** The workspace with that name or id; without one, the one that is open or was last. `null` where the folder has none. */
export async function workspaceNamed(dataDir: string, named: string | undefined): Promise<string | null> {
  const workspaces = await listDiskWorkspaces(dataDir);
  if (named === undefined) return workspaces.find(({ isOpen }) => isOpen)?.id ?? null;
  const found = workspaces.filter(({ id, name }) => id === named || name === named);
  const [one, another] = found;
  if (one === undefined) {
    const those = workspaces.map(({ name }) => `“${name}”`).join(', ') || 'none: the data folder is empty';
    throw new UsageError(`--workspace ${named}: there is no such workspace, expected one of ${those}`);
  }
  if (another !== undefined) {
    const ids = found.map(({ id }) => id).join(', ');
    throw new UsageError(`--workspace ${named}: several have this name, expected an id: ${ids}`);
  }
  return one.id;
}
