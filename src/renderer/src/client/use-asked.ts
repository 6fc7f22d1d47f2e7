/** What the simulator says of workspaces; asked again when another one is open, one has another name, or on request. */
import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../stores/workspace.ts';
import { attempt } from './act.ts';

/** `undefined` until the first answer; and the way to ask again. `ask` must be the same function each time. */
export function useAsked<T>(ask: () => Promise<T>): [T | undefined, () => void] {
  const [answer, setAnswer] = useState<T>();
  const [turn, setTurn] = useState(0);
  const open = useWorkspace((state) => state.workspace);
  const isConnected = useWorkspace(({ connection }) => connection === 'connected');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `open` and `turn` say when to ask again
  useEffect(() => {
    if (!isConnected) return;
    let isCurrent = true;
    void attempt(ask()).then((next) => {
      if (isCurrent && next !== null) setAnswer(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [ask, isConnected, open, turn]);
  return [answer, useCallback(() => setTurn((before) => before + 1), [])];
}
