/** What can be done with the workspace as a whole: a file in, a file out, starting over. */
import { Button, FileButton, Menu } from '@mantine/core';
import { openChosen, SCENARIO_FILES } from '../../client/open-scenario.ts';
import { beginRecording, useIsRecording } from '../../client/record.ts';
import { exportWorkspace, startOver, WORKSPACES } from '../../client/start-over.ts';
import { IconChevronDown } from '../../components/icons.tsx';
import { navigate, paths } from '../../stores/address.ts';

export function WorkspaceVerbs() {
  const isRecording = useIsRecording();
  return (
    <>
      <FileButton multiple accept={SCENARIO_FILES} onChange={(files) => void openChosen(files)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            title="Opens a scenario file, together with those that it includes; they can be dropped here too"
          >
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
      <Button
        variant="default"
        title="What of the state table, endings, rules and settings the scenarios exercise"
        onClick={() => navigate(paths.coverage)}
      >
        Coverage
      </Button>
      <Button variant="default" title="The current workspace as a scenario file" onClick={() => void exportWorkspace()}>
        Export workspace
      </Button>
      <Button
        variant="default"
        disabled={isRecording}
        title="What you do from here on becomes the steps of a scenario or a lesson"
        onClick={() => void beginRecording()}
      >
        Record
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
