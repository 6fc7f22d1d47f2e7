/** This Action's life so far as a scenario file: on the clipboard, ready to paste into a test. */
import { Button } from '@mantine/core';
import { exactReference } from '../../../../engine/decide.ts';
import type { Action } from '../../../../shared/model.ts';
import { attempt, showDone } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { saveFile } from '../../components/save-file.ts';

async function copy(action: Action): Promise<void> {
  const file = await attempt(client().scenarios.exportAction({ action: exactReference(action) }));
  if (file === null) return;
  try {
    await navigator.clipboard.writeText(file.text);
    showDone('Copied as a scenario. Run it to play this Action’s life again.');
  } catch {
    // Where the clipboard is closed to us the file is the next best.
    saveFile(file.fileName, file.text);
    showDone(`The clipboard cannot be reached, so the scenario was saved as ${file.fileName}.`);
  }
}

export function CopyAsScenario({ action }: { readonly action: Action }) {
  return (
    <Button
      size="xs"
      variant="default"
      title="A scenario file that reproduces exactly this Action's life so far"
      onClick={() => void copy(action)}
    >
      Copy as scenario
    </Button>
  );
}
