/** What everybody must know before working on: the connection is lost, nothing is saved, something was recovered. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { GUIDES } from '../../../../views/guide/guide.ts';
import { useGuide } from '../../client/guide.ts';
import { returnToWorkspace, stayHere } from '../../client/workspaces.ts';
import { IconInfo, IconWarning } from '../../components/icons.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './banners.module.css';

export function Banners() {
  return (
    <>
      <ConnectionBanner />
      <NotSavedBanner />
      <RecoveredBanner />
      <WayBackBar />
    </>
  );
}

function ConnectionBanner() {
  const isLost = useWorkspace((state) => state.connection === 'lost');
  if (!isLost) return null;
  return (
    <div role="alert" className={classes.banner} data-tone="danger">
      <IconWarning />
      <span>The connection to the simulator is lost. What you see may be out of date. Trying to reconnect.</span>
    </div>
  );
}

function NotSavedBanner() {
  const notSaved = useWorkspace(({ clock }) => clock?.notSaved ?? null);
  if (notSaved === null) return null;
  return (
    <div role="alert" className={classes.banner} data-tone="danger">
      <IconWarning />
      <span>{notSaved}</span>
    </div>
  );
}

/** Another workspace was opened, or this one was replaced: the way back, until that is dismissed. */
function WayBackBar() {
  const name = useWorkspace((state) => state.workspace.name);
  const backTo = useWorkspace((state) => state.workspace.backTo);
  const guide = useGuide();
  if (backTo === null) return null;
  const isForGuide = guide !== null && guide.leftBehind === backTo;
  return (
    <section aria-label="Another workspace was opened" className={classes.banner} data-tone="plain">
      <IconInfo />
      <span>
        {isForGuide
          ? `“${name}” is a fresh sample, opened for “${GUIDES[guide.guide].title}”; “${backTo}” stays as you left it.`
          : `“${name}” is open.`}
      </span>
      <Button variant="default" size="compact-xs" onClick={() => void returnToWorkspace()}>
        Back to “{backTo}”
      </Button>
      <Button variant="subtle" size="compact-xs" className={classes.dismiss ?? ''} onClick={() => void stayHere()}>
        Dismiss
      </Button>
    </section>
  );
}

function RecoveredBanner() {
  const recovered = useWorkspace((state) => state.recovered);
  const [dismissed, setDismissed] = useState('');
  const text = recovered.join('\n');
  if (text === '' || text === dismissed) return null;
  return (
    <div role="alert" className={classes.banner} data-tone="notice">
      <IconInfo />
      <div>
        {recovered.map((message) => (
          <div key={message}>{message}</div>
        ))}
      </div>
      <Button variant="default" size="compact-xs" className={classes.dismiss ?? ''} onClick={() => setDismissed(text)}>
        Dismiss
      </Button>
    </div>
  );
}
