/** The users: made in their list, ordered; the form of the chosen one beside the list. */
import { AppLink } from '../../../components/app-link.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { DefinitionList } from '../../../definition-list/definition-list.tsx';
import { NewHere } from '../../../definition-list/new-here.tsx';
import { navigate, paths } from '../../../stores/address.ts';
import { useFromSettledWorld } from '../../../stores/settled.ts';
import { useWorkspace } from '../../../stores/workspace.ts';
import { UserForm } from './user-form.tsx';
import classes from './users.module.css';
import { USER_COLUMNS, type UserRow } from './users-columns.tsx';

const open = ({ name }: UserRow) => navigate(paths.builderUser(name));

export function UsersScreen({ name }: { readonly name: string | null }) {
  const user = useWorkspace((state) => (name === null ? undefined : state.world?.users.get(name)));
  const rows = useFromSettledWorld(
    (world) => [...world.users].map(([each, value], place): UserRow => ({ name: each, user: value, place })),
    [],
  );
  if (rows === null) return null;
  return (
    <>
      <NewHere
        section="users"
        definitionOf={(each) => ({ section: 'users', name: each, value: { available: true, queues: [] } })}
      />
      <div className={classes.columns}>
        <DefinitionList
          section="users"
          label="Users"
          rows={rows}
          columns={USER_COLUMNS}
          onOpen={open}
          none="There are no users yet. Type a name above and press Enter: users own Cases and do what needs a person."
        />
        {name === null
          ? rows.length > 0 && (
              <p className={classes.hint}>Choose a user to say which queues they work, to rename or to delete them.</p>
            )
          : (user === undefined && (
              <EmptyState
                sentence={`This workspace has no user “${name}”.`}
                action={<AppLink to={paths.builderUsers}>All users</AppLink>}
              />
            )) ||
            (user && <UserForm key={name} name={name} user={user} />)}
      </div>
    </>
  );
}
