/** The columns of the users: availability is switched right in the list. */
import { Switch } from '@mantine/core';
import type { User } from '../../../../../shared/definitions.ts';
import { act } from '../../../client/act.ts';
import { useWish } from '../../../client/use-wish.ts';
import { AppLink } from '../../../components/app-link.tsx';
import type { OrderedRow } from '../../../definition-list/ordered-table.tsx';
import { paths } from '../../../stores/address.ts';
import type { Column } from '../../../table/column.ts';
import classes from '../builder.module.css';

export interface UserRow extends OrderedRow {
  readonly user: User;
}

export const USER_COLUMNS: readonly Column<UserRow>[] = [
  {
    key: 'name',
    header: 'Name',
    render: ({ name }) => <AppLink to={paths.builderUser(name)}>{name}</AppLink>,
    sortValue: ({ name }) => name,
  },
  {
    key: 'available',
    header: 'Available',
    width: 90,
    render: (row) => <Availability row={row} />,
    sortValue: ({ user }) => (user.available ? 0 : 1),
  },
  {
    key: 'queues',
    header: 'Works',
    render: ({ user: { queues } }) =>
      queues.length > 0 ? queues.join(', ') : <span className={classes.dimmed}>no queue</span>,
    sortValue: ({ user }) => user.queues.join(', '),
  },
];

function Availability({ row: { name, user } }: { readonly row: UserRow }) {
  const [shown, wish] = useWish(user.available, (available) =>
    act({ type: 'saveDefinition', definition: { section: 'users', name, change: { available } } }),
  );
  return (
    <Switch
      size="xs"
      aria-label={`${name} is available`}
      checked={shown}
      onChange={(event) => wish(event.currentTarget.checked)}
    />
  );
}
