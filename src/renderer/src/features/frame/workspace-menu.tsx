/** The workspace that is open, by its name, and what can be done with it and the others. */
import { Menu, UnstyledButton } from '@mantine/core';
import { duplicateWorkspace, openWorkspace, renameWorkspace } from '../../client/workspaces.ts';
import { IconChevronDown, IconWorkspaces } from '../../components/icons.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './navigation.module.css';

/** Its verbs, for the menu and the palette. */
export const WORKSPACE_VERBS: readonly { readonly label: string; readonly run: () => void }[] = [
  { label: 'Rename', run: () => void renameWorkspace(openWorkspace()) },
  { label: 'Duplicate', run: () => void duplicateWorkspace(openWorkspace()) },
  { label: 'Workspaces', run: () => navigate(paths.workspaces) },
  { label: 'Backups', run: () => navigate(paths.backups) },
];

export function WorkspaceMenu() {
  const name = useWorkspace((state) => state.workspace.name);
  const isThere = useWorkspace((state) => state.world !== null);
  if (!isThere) return null;
  return (
    <Menu position="bottom-start" transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.workspace} aria-label={`Workspace ${name}`} title={name}>
          <span className={classes.workspaceIcon}>
            <IconWorkspaces />
          </span>
          <span className={classes.workspaceName}>{name}</span>
          <IconChevronDown size={12} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {WORKSPACE_VERBS.map(({ label, run }) => (
          <Menu.Item key={label} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
