/** Scenarios: the built-in library, a file of one's own, and the player of the one that is open. */

import { Page } from '../../components/page.tsx';
import { FileProblems } from './file-problems.tsx';
import { LibrarySection } from './library-list.tsx';
import { PlayerPanel } from './player.tsx';
import classes from './scenarios.module.css';
import { WorkspaceVerbs } from './workspace-verbs.tsx';

export function ScenariosScreen() {
  return (
    <Page title="Scenarios" actions={<WorkspaceVerbs />}>
      <div className={classes.all}>
        <FileProblems />
        <div className={classes.columns}>
          <LibrarySection />
          <PlayerPanel />
        </div>
      </div>
    </Page>
  );
}
