/** Take and Unassign, from the list, where the rules allow them (R50). */
import { Button, Menu } from '@mantine/core';
import type { Action } from '../../../../shared/model.ts';
import type { World } from '../../../../shared/world.ts';
import { workOptions } from '../../../../views/options/action-options.ts';
import { likelyTakers } from '../../../../views/rows/people-rows.ts';
import { act } from '../../client/act.ts';
import { useView } from '../../stores/view.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './people.module.css';

interface WorkVerbsProps {
  readonly action: Action;
  /** Told before it is acted on. */
  readonly onActing: (action: Action) => void;
}

export function WorkVerbs({ action, onActing }: WorkVerbsProps) {
  const world = useWorkspace((state) => state.world);
  const viewAs = useView((state) => state.viewAs);
  if (world === null) return null;
  const { take, unassign } = workOptions(world, action, viewAs ?? '', world.startAt);
  return (
    <span className={classes.verbs}>
      {take === null && <Take action={action} world={world} viewAs={viewAs} onActing={onActing} />}
      {unassign === null && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            onActing(action);
            void act({ type: 'unassign', action: action.ref });
          }}
        >
          Unassign
        </Button>
      )}
    </span>
  );
}

interface TakeProps extends WorkVerbsProps {
  readonly world: World;
  readonly viewAs: string | null;
}

interface TakersProps {
  readonly action: Action;
  readonly world: World;
  readonly onTake: (user: string) => void;
}

/** There only while the menu is open, so it knows who is available now. */
function Takers({ action, world, onTake }: TakersProps) {
  return (
    <>
      <Menu.Label>Take it as</Menu.Label>
      {likelyTakers(world, action).map((user) => (
        <Menu.Item key={user} onClick={() => onTake(user)}>
          {user}
          {world.users.get(user)?.available === false && <span className={classes.away}> (not available)</span>}
        </Menu.Item>
      ))}
    </>
  );
}

/** As the person one looks as; as everybody one chooses who. */
function Take({ action, world, viewAs, onActing }: TakeProps) {
  const take = (by: string) => {
    onActing(action);
    void act({ type: 'take', action: action.ref, by });
  };
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
        <Button size="compact-xs" disabled={world.users.size === 0}>
          Take
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Takers action={action} world={world} onTake={take} />
      </Menu.Dropdown>
    </Menu>
  );
}
