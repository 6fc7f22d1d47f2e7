/** What can be done with the text as a whole. */

import { Button, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { SCENARIO_FILE } from '../../../../shared/file-parts.ts';
import { showDone } from '../../client/act.ts';
import { openFile } from '../../client/open-scenario.ts';
import { saveFile } from '../../components/save-file.ts';
import { navigate, paths } from '../../stores/address.ts';
import { changeDraft, type EditorDraft } from '../../stores/editor-draft.ts';
import classes from './editor.module.css';
import { OpenMenu } from './open-menu.tsx';

interface EditorVerbsProps {
  readonly draft: EditorDraft;
  readonly problemCount: number;
  readonly isRunning: boolean;
  readonly onRun: () => void;
}

export function EditorVerbs({ draft, problemCount, isRunning, onRun }: EditorVerbsProps) {
  const { fileName, text } = draft;
  const save = () => {
    const name = SCENARIO_FILE.test(fileName) ? fileName : `${fileName || 'scenario'}.yaml`;
    saveFile(name, text);
    changeDraft({ fileName: name, savedText: text });
    showDone(`The text was saved as ${name}.`);
  };
  const play = async () => {
    if (await openFile({ fileName, text })) navigate(paths.scenarios);
  };
  // In fields and in the text too.
  useHotkeys([['mod+S', save]], [], true);
  return (
    <>
      <TextInput
        className={classes.fileName}
        size="xs"
        aria-label="File name"
        value={fileName}
        spellCheck={false}
        onChange={(event) => changeDraft({ fileName: event.currentTarget.value })}
      />
      <OpenMenu />
      <Button variant="default" onClick={save}>
        Save to file
      </Button>
      <Button
        variant="default"
        title="Opens it as a workspace, none of its steps taken"
        disabled={problemCount > 0}
        onClick={() => void play()}
      >
        Open in player
      </Button>
      <Button loading={isRunning} title="Runs it on a fresh simulator; the workspace stays as it is" onClick={onRun}>
        Run
      </Button>
    </>
  );
}
