/** What can be done with the workspace as a whole: a file in, a file out, starting over. */
import { Button, FileButton, Menu } from '@mantine/core';
import { attempt, showDone } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { openChosen } from '../../client/open-scenario.ts';
import { openWorkspace } from '../../client/workspaces.ts';
import { confirm } from '../../components/confirm.tsx';
import { IconChevronDown } from '../../components/icons.tsx';
import { saveFile } from '../../components/save-file.ts';
import { navigate, paths } from '../../stores/address.ts';

async function exportWorkspace(): Promise<void> {
  const file = await attempt(client().scenarios.export());
  if (file === null) return;
  saveFile(file.fileName, file.text);
  showDone(`The workspace was exported as ${file.fileName}.`);
}

const WORKSPACES = {
  sample: {
    label: 'Sample workspace',
    open: () => client().workspace.openSample({ keepsCurrent: true }),
    done: 'The sample workspace is open.',
  },
  empty: {
    label: 'Empty workspace',
    open: () => client().workspace.openEmpty({ keepsCurrent: true }),
    done: 'An empty workspace is open.',
  },
} as const;

async function startOver(which: keyof typeof WORKSPACES): Promise<void> {
  const { label, open, done } = WORKSPACES[which];
  const goOn = await confirm({
    title: `Start over with the ${label.toLowerCase()}?`,
    message: `It opens as another workspace. “${openWorkspace().name}” stays as it is among your workspaces.`,
    confirmLabel: 'Start over',
  });
  if (goOn && (await attempt(open())) !== null) showDone(done);
}

export function WorkspaceVerbs() {
  return (
    <>
      <FileButton accept=".yaml,.yml,.json" onChange={(file) => file && void openChosen(file)}>
        {(props) => (
          <Button {...props} variant="default" title="Opens a scenario file; it can be dropped here too">
            Choose a file
          </Button>
        )}
      </FileButton>
      <Button
        variant="default"
        title="Steps as forms, beside their text"
        onClick={() => navigate(paths.scenarioEditor)}
      >
        Editor
      </Button>
      <Button variant="default" title="The current workspace as a scenario file" onClick={() => void exportWorkspace()}>
        Export workspace
      </Button>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={12} />}>
            Start over
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void startOver('sample')}>{WORKSPACES.sample.label}</Menu.Item>
          <Menu.Item onClick={() => void startOver('empty')}>{WORKSPACES.empty.label}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
