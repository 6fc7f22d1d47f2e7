/** How large a workspace is: what a list of workspaces and a list of backups both say. */
import type { PlainColumn } from '../../table/plain-table.tsx';

interface Counted {
  readonly caseCount: number;
  readonly actionCount: number;
}

export const COUNT_COLUMNS: readonly PlainColumn<Counted>[] = [
  { key: 'cases', header: 'Cases', align: 'right', render: ({ caseCount }) => caseCount.toLocaleString('en') },
  { key: 'actions', header: 'Actions', align: 'right', render: ({ actionCount }) => actionCount.toLocaleString('en') },
];
