/** Scenarios: the built-in library, a file of one's own, and the player of the one that is open. */

import { openChosen } from '../../client/open-scenario.ts';
import { Page } from '../../components/page.tsx';
import { FileProblems } from './file-problems.tsx';
import { LibrarySection } from './library-list.tsx';
import { PlayerPanel } from './player.tsx';
import classes from './scenarios.module.css';
import { useFileDrop } from './use-file-drop.ts';
import { WorkspaceVerbs } from './workspace-verbs.tsx';

export function ScenariosScreen() {
  const isOver = useFileDrop((files) => void openChosen(files));
  return (
    <Page title="Scenarios" actions={<WorkspaceVerbs />}>
      <div className={classes.drop}>
        <FileProblems />
        <div className={classes.columns}>
          <LibrarySection />
          <PlayerPanel />
        </div>
        {isOver && (
          <div className={classes.dropHere}>
            Drop a .yaml, .yml or .json scenario file to open it, with those that it includes
          </div>
        )}
      </div>
    </Page>
  );
}
