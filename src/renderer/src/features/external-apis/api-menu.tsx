/** A row's verbs: clone, move, delete. */
import { Menu } from '@mantine/core';
import { IconMore } from '../../components/icons.tsx';
import { deleteApi, moveApi } from './api-verbs.ts';
import classes from './external-apis.module.css';

interface ApiMenuProps {
  readonly name: string;
  readonly onClone: (name: string) => void;
  readonly onDeleted?: (() => void) | undefined;
}

export function ApiMenu({ name, onClone, onDeleted }: ApiMenuProps) {
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={classes.more} aria-label={`More for ${name}`} title="Clone, move, delete">
          <IconMore size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onClone(name)}>Clone</Menu.Item>
        {/* Stays open: a long way is several steps. */}
        <Menu.Item closeMenuOnClick={false} onClick={() => void moveApi(name, -1)}>
          Move up
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => void moveApi(name, 1)}>
          Move down
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void deleteApi(name).then((isGone) => isGone && onDeleted?.())}>Delete</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
