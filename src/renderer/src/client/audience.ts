/** The audience's window: opened for the other screen, and told which Action the presenter looks at. */
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { actionAt, paths } from '../stores/address.ts';
import { useWorkspace, workspace } from '../stores/workspace.ts';
import { showDone } from './act.ts';
import { client } from './client.ts';
import { isDesktop } from './host.ts';

/** There is one: opening it again brings it to the front. */
const NAME = 'trigger-lab-audience';

/** Opens the audience's window, or brings it to the front. */
export function openAudience(): void {
  const opened = window.open(`#${paths.audience}`, NAME);
  // The desktop app opens a window of its own, and answers nothing.
  if (opened === null && !isDesktop())
    showDone(`Your browser opened no window. Open ${location.origin}/#${paths.audience} in another one.`);
}

/** Nobody misses it where the connection is lost: it is told again with the next step. */
const look = (action: string | null) =>
  void client()
    .presenter.look({ action })
    .catch(() => undefined);

/**
 * This window is a presenter's: what it shows leads the audience, as long as no other presenter's window was used since. To be
 * mounted once.
 */
export function usePresenting(): void {
  const [path] = useLocation();
  const action = actionAt(path);
  const isConnected = useWorkspace(({ connection, world }) => connection === 'connected' && world !== null);
  const reported = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (!isConnected) return;
    // Connected again the simulator still knows, unless it is another one.
    if (reported.current === action && workspace.getState().presenter.action !== null) return;
    reported.current = action;
    look(action);
  }, [action, isConnected]);
  useEffect(() => {
    const lead = () => {
      const { presenter, connection } = workspace.getState();
      if (action !== null && connection === 'connected' && presenter.action !== action) look(action);
    };
    document.addEventListener('pointerdown', lead, true);
    document.addEventListener('keydown', lead, true);
    return () => {
      document.removeEventListener('pointerdown', lead, true);
      document.removeEventListener('keydown', lead, true);
    };
  }, [action]);
}
