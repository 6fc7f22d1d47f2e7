/** Take and Unassign, from the list, where the rules allow them (R50). */
import { Button, Menu } from '@mantine/core';
import { workOptions } from '../../../../engine/action-options.ts';
import { likelyTakers } from '../../../../engine/people-rows.ts';
import type { Action, World } from '../../../../shared/model.ts';
import { act } from '../../client/act.ts';
import { IconChevronDown } from '../../components/icons.tsx';
import { useView } from '../../stores/view.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './people.module.css';

export function WorkVerbs({ action }: { readonly action: Action }) {
  const world = useWorkspace((state) => state.world);
  const viewAs = useView((state) => state.viewAs);
  if (world === null) return null;
  const { take, unassign } = workOptions(world, action, viewAs ?? '', world.startAt);
  return (
    <span className={classes.verbs}>
      {take === null && <Take action={action} world={world} viewAs={viewAs} />}
      {unassign === null && (
        <Button size="compact-xs" variant="default" onClick={() => void act({ type: 'unassign', action: action.ref })}>
          Unassign
        </Button>
      )}
    </span>
  );
}

interface TakeProps {
  readonly action: Action;
  readonly world: World;
  readonly viewAs: string | null;
}

/** As the person one looks as; as everybody one chooses who. */
function Take({ action, world, viewAs }: TakeProps) {
  const take = (by: string) => void act({ type: 'take', action: action.ref, by });
  if (viewAs !== null) {
    return (
      <Button size="compact-xs" onClick={() => take(viewAs)}>
        Take
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="compact-xs" rightSection={<IconChevronDown size={12} />} disabled={world.users.size === 0}>
          Take
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Take it as</Menu.Label>
        {likelyTakers(world, action).map((user) => (
          <Menu.Item key={user} onClick={() => take(user)}>
            {user}
            {world.users.get(user)?.available === false && <span className={classes.away}> (not available)</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
