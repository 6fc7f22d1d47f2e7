/** The Case types: all of them as a list, or the form of one. */
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { AppLink } from '../../../components/app-link.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FilterBar, useListQuery } from '../../../components/filter-bar.tsx';
import { IconPlus } from '../../../components/icons.tsx';
import { navigate, paths } from '../../../stores/address.ts';
import { useSettledWorld } from '../../../stores/settled.ts';
import { useWorkspace } from '../../../stores/workspace.ts';
import type { Column } from '../../../table/column.ts';
import classes from '../builder.module.css';
import { countOf } from '../shared/count.ts';
import { create } from '../shared/definition-verbs.ts';
import { NameDialog } from '../shared/name-dialog.tsx';
import { moveColumn, type OrderedRow, OrderedTable, placeColumn } from '../shared/ordered-table.tsx';
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
  placeColumn(),
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
  moveColumn('caseTypes'),
];

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
  const { world, version } = useSettledWorld();
  const query = useListQuery();
  const [isCreating, setCreating] = useState(false);
  // The world changes in place: its version says when.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const rows = useMemo(() => {
    const titleOf = (type: string) => world?.actionTypes.get(type)?.title ?? type;
    return [...(world?.caseTypes ?? [])].map(
      ([name, { owner, process, data }], place): CaseTypeRow => ({
        name,
        place,
        owner: owner ?? null,
        process: processInWords(process, titleOf),
        stepCount: process?.length ?? 0,
        fieldNames: Object.keys(data ?? {}).join(', '),
      }),
    );
  }, [world, version]);
  const shown = useMemo(
    () => rows.filter(({ name, owner, process }) => `${name}\n${owner}\n${process}`.toLowerCase().includes(query.q)),
    [rows, query.q],
  );
  const newButton = (
    <Button leftSection={<IconPlus size={14} />} onClick={() => setCreating(true)}>
      New Case type
    </Button>
  );
  return (
    <>
      {rows.length > 0 && (
        <FilterBar
          query={query}
          searchLabel="Search Case types"
          summary={countOf(shown.length, rows.length, 'Case type')}
          actions={newButton}
        />
      )}
      <OrderedTable
        label="Case types"
        section="caseTypes"
        rows={shown}
        columns={COLUMNS}
        onOpen={open}
        maxHeight="calc(100dvh - 242px)"
        empty={
          rows.length > 0 ? (
            <EmptyState
              sentence="No Case type has this in its name, owner or process."
              action={
                <Button variant="default" onClick={query.clear}>
                  Show all
                </Button>
              }
            />
          ) : (
            <EmptyState
              sentence="There are no Case types yet. A Case type is the template that Cases are launched from: who owns them, what data they start with, and the Action types of their process in order."
              action={newButton}
            />
          )
        }
      />
      {isCreating && (
        <NameDialog
          title="New Case type"
          section="caseTypes"
          help="Its Cases are called like it, and numbered: NAME-1, NAME-2."
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
