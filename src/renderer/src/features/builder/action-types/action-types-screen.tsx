/** The Action types: all of them as a list, or the form of one. */
import { useMemo, useState } from 'react';
import { AppLink } from '../../../components/app-link.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { DefinitionList } from '../../../definition-list/definition-list.tsx';
import { navigate, paths } from '../../../stores/address.ts';
import { useFromSettledWorld } from '../../../stores/settled.ts';
import { useWorkspace } from '../../../stores/workspace.ts';
import { type ActionTypeRow, actionTypeColumns } from './action-type-columns.tsx';
import { ActionTypeForm } from './action-type-form.tsx';
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
  const [isCreating, setCreating] = useState(false);
  const rows = useFromSettledWorld(
    (world) => [...world.actionTypes].map(([name, actionType], place): ActionTypeRow => ({ name, actionType, place })),
    [],
  );
  const settings = useWorkspace((state) => state.world?.settings);
  const columns = useMemo(() => (settings === undefined ? [] : actionTypeColumns(settings)), [settings]);
  if (rows === null) return null;
  return (
    <>
      <DefinitionList
        section="actionTypes"
        label="Action types"
        rows={rows}
        columns={columns}
        textOf={textOf}
        onOpen={open}
        onNew={() => setCreating(true)}
        none="There are no Action types yet. An Action type says what a step of a process does: which External API it calls, how long it waits, who gets it when it needs a person."
        notFound="No matching Action types."
      />
      {isCreating && <NewActionTypeDialog onClose={() => setCreating(false)} />}
    </>
  );
}

const open = ({ name }: ActionTypeRow) => navigate(paths.builderActionType(name));

/** What is searched. */
function textOf({ name, actionType: { title, externalApi, allocation } }: ActionTypeRow): string {
  const { queue, user, secondaryUser } = allocation ?? {};
  return [name, title, externalApi ?? 'manual', queue, user, secondaryUser].join('\n');
}
