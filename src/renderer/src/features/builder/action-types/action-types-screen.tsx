/** The Action types: all of them as a list, or the form of one. */
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { AppLink } from '../../../components/app-link.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FilterBar, useListQuery } from '../../../components/filter-bar.tsx';
import { IconPlus } from '../../../components/icons.tsx';
import { paths } from '../../../stores/address.ts';
import { useSettledWorld } from '../../../stores/settled.ts';
import { useWorkspace } from '../../../stores/workspace.ts';
import { countOf } from '../shared/count.ts';
import { ActionTypeForm } from './action-type-form.tsx';
import { type ActionTypeRow, ActionTypesTable } from './action-types-table.tsx';
import { NewActionTypeDialog } from './new-action-type-dialog.tsx';

export function ActionTypesScreen({ name }: { readonly name: string | null }) {
  const settings = useWorkspace((state) => state.world?.settings);
  const actionType = useWorkspace((state) => (name === null ? undefined : state.world?.actionTypes.get(name)));
  if (settings === undefined) return null;
  if (name === null) return <ActionTypeList />;
  if (actionType === undefined) {
    return (
      <EmptyState
        sentence={`This workspace has no Action type “${name}”.`}
        action={<AppLink to={paths.builderActionTypes}>All Action types</AppLink>}
      />
    );
  }
  return <ActionTypeForm key={name} name={name} actionType={actionType} settings={settings} />;
}

function ActionTypeList() {
  const { world, version } = useSettledWorld();
  const query = useListQuery();
  const [isCreating, setCreating] = useState(false);
  // The world changes in place: its version says when.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const rows = useMemo(
    () =>
      [...(world?.actionTypes ?? [])].map(([name, actionType], place): ActionTypeRow => ({ name, actionType, place })),
    [world, version],
  );
  const shown = useMemo(() => rows.filter((row) => textOf(row).includes(query.q)), [rows, query.q]);
  if (world === null) return null;
  const newButton = (
    <Button leftSection={<IconPlus size={14} />} onClick={() => setCreating(true)}>
      New Action type
    </Button>
  );
  return (
    <>
      {rows.length > 0 && (
        <FilterBar
          query={query}
          searchLabel="Search Action types"
          summary={countOf(shown.length, rows.length, 'Action type')}
          actions={newButton}
        />
      )}
      <ActionTypesTable
        rows={shown}
        settings={world.settings}
        empty={
          rows.length > 0 ? (
            <EmptyState
              sentence="No Action type has this in its title, name, API or allocation."
              action={
                <Button variant="default" onClick={query.clear}>
                  Show all
                </Button>
              }
            />
          ) : (
            <EmptyState
              sentence="There are no Action types yet. An Action type says what a step of a process does: which external API it calls, how long it waits, who gets it when it needs a person."
              action={newButton}
            />
          )
        }
      />
      {isCreating && <NewActionTypeDialog onClose={() => setCreating(false)} />}
    </>
  );
}

/** What is searched. */
function textOf({ name, actionType: { title, externalApi, allocation } }: ActionTypeRow): string {
  const { queue, user, secondaryUser } = allocation ?? {};
  return [name, title, externalApi ?? 'manual', queue, user, secondaryUser].join('\n').toLowerCase();
}
