/** How large a workspace is: what a list of workspaces and a list of backups both say. */
import { countText } from '../../../../shared/counted.ts';
import type { PlainColumn } from '../../table/plain-table.tsx';

interface Counted {
  readonly caseCount: number;
  readonly actionCount: number;
}

export const COUNT_COLUMNS: readonly PlainColumn<Counted>[] = [
  { key: 'cases', header: 'Cases', align: 'right', render: ({ caseCount }) => countText(caseCount) },
  { key: 'actions', header: 'Actions', align: 'right', render: ({ actionCount }) => countText(actionCount) },
];
