/** What everybody must know before working on: the connection is lost, something was recovered. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { IconInfo, IconWarning } from '../../components/icons.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './banners.module.css';

export function Banners() {
  return (
    <>
      <ConnectionBanner />
      <NotSavedBanner />
      <RecoveredBanner />
    </>
  );
}

function ConnectionBanner() {
  const isLost = useWorkspace((state) => state.connection === 'lost');
  return isLost ? <Lost /> : null;
}

function Lost() {
  const isForbidden = useIsForbidden();
  return (
    <div role="alert" className={classes.banner} data-tone="danger">
      <IconWarning />
      <span>
        {isForbidden
          ? 'The simulator was started again and does not know this window any more. Open the address that it printed in its terminal.'
          : 'The connection to the simulator is lost. What you see may be out of date; it is tried again until it answers.'}
      </span>
    </div>
  );
}

const ASK_AGAIN_MS = 2_000;

/** Whether the loopback host is there but lets this window in no more: each start has a token of its own. */
function useIsForbidden(): boolean {
  const [isForbidden, setIsForbidden] = useState(false);
  useEffect(() => {
    if (location.protocol === 'app:') return;
    const ask = () => {
      fetch('/', { cache: 'no-store' }).then(
        ({ status }) => setIsForbidden(status === 403),
        () => setIsForbidden(false),
      );
    };
    const timer = setInterval(ask, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return isForbidden;
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
