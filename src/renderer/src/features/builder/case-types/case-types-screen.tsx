/** The Case types: all of them as a list, or the form of one. */
import { useState } from 'react';
import { AppLink } from '../../../components/app-link.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { DefinitionList } from '../../../definition-list/definition-list.tsx';
import { create } from '../../../definition-list/definition-verbs.ts';
import { NameDialog } from '../../../definition-list/name-dialog.tsx';
import type { OrderedRow } from '../../../definition-list/ordered-table.tsx';
import { navigate, paths } from '../../../stores/address.ts';
import { useFromSettledWorld } from '../../../stores/settled.ts';
import { useWorkspace } from '../../../stores/workspace.ts';
import type { Column } from '../../../table/column.ts';
import classes from '../builder.module.css';
import { processInWords } from './case-type-draft.ts';
import { CaseTypeForm } from './case-type-form.tsx';

interface CaseTypeRow extends OrderedRow {
  readonly owner: string | null;
  /** Its process in words. */
  readonly process: string | null;
  readonly stepCount: number;
  readonly fieldNames: string;
}

const none = <span className={classes.dimmed}>–</span>;

const COLUMNS: readonly Column<CaseTypeRow>[] = [
  {
    key: 'name',
    header: 'Name',
    width: 180,
    render: ({ name }) => <AppLink to={paths.builderCaseType(name)}>{name}</AppLink>,
    sortValue: ({ name }) => name,
  },
  {
    key: 'owner',
    header: 'Case owner',
    width: 130,
    render: ({ owner }) => owner ?? <span className={classes.dimmed}>none yet</span>,
    sortValue: ({ owner }) => owner,
  },
  {
    key: 'process',
    header: 'Process',
    render: ({ process }) => process ?? <span className={classes.dimmed}>no steps yet</span>,
    sortValue: ({ stepCount }) => stepCount,
  },
  { key: 'data', header: 'Custom data', width: 190, render: ({ fieldNames }) => fieldNames || none },
];

/** What is searched. */
const textOf = ({ name, owner, process }: CaseTypeRow) => [name, owner, process].join('\n');
const open = ({ name }: CaseTypeRow) => navigate(paths.builderCaseType(name));

export function CaseTypesScreen({ name }: { readonly name: string | null }) {
  const caseType = useWorkspace((state) => (name === null ? undefined : state.world?.caseTypes.get(name)));
  if (name === null) return <CaseTypeList />;
  if (caseType === undefined) {
    return (
      <EmptyState
        sentence={`This workspace has no Case type “${name}”.`}
        action={<AppLink to={paths.builderCaseTypes}>All Case types</AppLink>}
      />
    );
  }
  return <CaseTypeForm key={name} name={name} caseType={caseType} />;
}

function CaseTypeList() {
  const [isCreating, setCreating] = useState(false);
  const rows = useFromSettledWorld((world) => {
    const titleOf = (type: string) => world.actionTypes.get(type)?.title ?? type;
    return [...world.caseTypes].map(
      ([name, { owner, process, data }], place): CaseTypeRow => ({
        name,
        place,
        owner: owner ?? null,
        process: processInWords(process, titleOf),
        stepCount: process?.length ?? 0,
        fieldNames: Object.keys(data ?? {}).join(', '),
      }),
    );
  }, []);
  if (rows === null) return null;
  return (
    <>
      <DefinitionList
        section="caseTypes"
        label="Case types"
        rows={rows}
        columns={COLUMNS}
        textOf={textOf}
        onOpen={open}
        onNew={() => setCreating(true)}
        none="There are no Case types yet. A Case type is the template that Cases are launched from: who owns them, what data they start with, and the Action types of their process in order."
        notFound="No matching Case types."
      />
      {isCreating && (
        <NameDialog
          title="New Case type"
          section="caseTypes"
          help="Cases take its name, numbered: NAME-1, NAME-2."
          verb="Create"
          onSubmit={async (name) => {
            const isDone = await create({ section: 'caseTypes', name, value: {} });
            if (isDone) navigate(paths.builderCaseType(name));
            return isDone;
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  );
}
