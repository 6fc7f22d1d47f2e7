/** What can be done with a definition, in a menu: clone, move, delete. */
import { Menu } from '@mantine/core';
import type { Section } from '../../../shared/edits.ts';
import { IconButton } from '../components/icon-button.tsx';
import { IconMore } from '../components/icons.tsx';
import { moveBy, remove } from './definition-verbs.ts';

interface DefinitionMenuProps {
  readonly section: Section;
  readonly name: string;
  readonly onClone: (name: string) => void;
  readonly onDeleted?: (() => void) | undefined;
}

export function DefinitionMenu({ section, name, onClone, onDeleted }: DefinitionMenuProps) {
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <IconButton name={`More for ${name}`} title="Clone, move, delete" icon={IconMore} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onClone(name)}>Clone</Menu.Item>
        {/* Stays open: a long way is several steps. */}
        <Menu.Item closeMenuOnClick={false} onClick={() => void moveBy(section, name, -1)}>
          Move up
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => void moveBy(section, name, 1)}>
          Move down
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void remove(section, name).then((isGone) => isGone && onDeleted?.())}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
