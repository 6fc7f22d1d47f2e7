/** What can be put into the editor: a file, the current workspace, or nothing yet. */
import { Button, FileButton, Menu } from '@mantine/core';
import { attempt } from '../../client/act.ts';
import { editEmpty, editText, editWorkspace } from '../../client/edit-scenario.ts';
import { readText } from '../../client/open-scenario.ts';
import { IconChevronDown } from '../../components/icons.tsx';

async function editChosen(file: File): Promise<void> {
  const text = await attempt(readText(file));
  if (text !== null) await editText({ fileName: file.name, text });
}

export function OpenMenu() {
  return (
    <FileButton accept=".yaml,.yml,.json" onChange={(file) => file && void editChosen(file)}>
      {({ onClick }) => (
        <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={12} />}>
              Open in editor
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onClick}>A file</Menu.Item>
            <Menu.Item onClick={() => void editWorkspace()}>The current workspace</Menu.Item>
            <Menu.Item onClick={() => void editEmpty()}>An empty scenario</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </FileButton>
  );
}
