/** The workspace that is open, by its name, and what can be done with it and the others. */
import { Menu, UnstyledButton } from '@mantine/core';
import { COMMANDS } from '../../../../shared/commands.ts';
import { IconChevronDown, IconSaved, IconWarning, IconWorkspaces } from '../../components/icons.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { doCommand } from './do-command.ts';
import classes from './navigation.module.css';

const VERBS = ['workspace.rename', 'workspace.duplicate', 'workspace.list', 'workspace.backups'] as const;

/** Whether everything that was done is on disk; a banner says why it is not. */
function useSaved(): 'saved' | 'not saved' | 'unknown' {
  return useWorkspace(({ clock, connection }) => {
    if (connection !== 'connected' || clock === null) return 'unknown';
    return clock.notSaved === null ? 'saved' : 'not saved';
  });
}

const SIGNS = {
  saved: { words: 'Saved as you go', icon: <IconSaved size={12} /> },
  'not saved': { words: 'Not saved', icon: <IconWarning size={12} /> },
  unknown: { words: 'Not connected', icon: null },
} as const;

export function WorkspaceMenu() {
  const name = useWorkspace((state) => state.workspace.name);
  const isThere = useWorkspace((state) => state.world !== null);
  const { words, icon } = SIGNS[useSaved()];
  if (!isThere) return null;
  return (
    <Menu position="bottom-start" transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.workspace} aria-label={`Workspace ${name}`} title={name}>
          <span className={classes.workspaceIcon}>
            <IconWorkspaces />
          </span>
          <span className={classes.workspaceName}>{name}</span>
          <span className={classes.sign} title={words}>
            {icon}
          </span>
          <IconChevronDown size={12} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words}</Menu.Label>
        {VERBS.map((id) => (
          <Menu.Item key={id} onClick={() => doCommand(id)}>
            {COMMANDS[id].label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
