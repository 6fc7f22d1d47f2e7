/** The audience's window: what the presenter looks at, as on the stage. Nothing in it can be pressed, and nothing tells what will come. */
import { useDocumentTitle } from '@mantine/hooks';
import { findAction } from '../../../../../engine/decide.ts';
import { ProjectedOn } from '../../../stores/projection.ts';
import { useWorkspace } from '../../../stores/workspace.ts';
import classes from './stage.module.css';
import { StagePicture } from './stage-picture.tsx';

export function AudienceScreen() {
  const action = useWorkspace(({ world, presenter }) =>
    world === null || presenter.action === null ? undefined : findAction(world, presenter.action),
  );
  const isLost = useWorkspace((state) => state.connection === 'lost');
  useDocumentTitle('Audience · Trigger Lab');
  return (
    <ProjectedOn value="audience">
      <main className={classes.audience}>
        {isLost && <p className={classes.lost}>The connection is lost. This picture may be old.</p>}
        {action === undefined ? <Waiting /> : <StagePicture key={action.ref} action={action} />}
      </main>
    </ProjectedOn>
  );
}

/** Before anything was looked at, and while the Action is not there: in a new workspace, in its past. */
function Waiting() {
  const name = useWorkspace((state) => state.workspace.name);
  return (
    <section aria-label="Stage" className={classes.waiting}>
      <h1>{name === '' ? 'Trigger Lab' : name}</h1>
      <p>The next Action the presenter opens is shown here.</p>
    </section>
  );
}
