/** What is drawn right after the first frame, so that a click is answered by what one looks at first. */
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { workspace } from '../stores/workspace.ts';

/** The lower parts of a screen. */
export function Later({ children }: { readonly children: ReactNode }) {
  return useDeferredValue(true, false) && children;
}

/** In a world with more Actions, title and content in one go keep a click waiting for more than 100 ms. */
const MANY_ACTIONS = 500;

/**
 * The content of a screen. In a small world it comes in one go with the title: nothing flickers, and a script that waits for
 * the screen finds all of it. In a big one, where a racing simulator leaves the window half a processor, the title answers
 * the click, and the content follows right after that frame.
 */
export function LaterInBigWorld({ children }: { readonly children: ReactNode }) {
  // Asked once for each screen: what is drawn stays, however the world grows.
  const [isDrawn, setDrawn] = useState(() => (workspace.getState().world?.actions.size ?? 0) <= MANY_ACTIONS);
  useEffect(() => {
    // Not deferred: each message of a racing clock, thirty a second, would interrupt it and restart it.
    const frame = requestAnimationFrame(() => setDrawn(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isDrawn && children;
}
