/** Runs of the Lab as the simulator has them; asked again while one is under way. */
import { useCallback, useEffect, useState } from 'react';
import type { Run, RunInfo } from '../../../../shared/lab.ts';
import { attempt } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { useWorkspace } from '../../stores/workspace.ts';

const POLL_MS = 300;
/** After an answer it waits this many times as long as the answer took: while the simulator tells of many variants, their trials wait. */
const REST_FACTOR = 3;

/** `undefined` until the first answer. `isLive` says of an answer whether it is still going to change. */
export function usePolled<T>(ask: () => Promise<T>, isLive: (answer: T) => boolean): [T | undefined, () => void] {
  const [answer, setAnswer] = useState<T>();
  const [turn, setTurn] = useState(0);
  const isConnected = useWorkspace(({ connection }) => connection === 'connected');

  // `turn` is asked for from outside, and by the timer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!isConnected) return;
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askedAt = performance.now();
    void attempt(ask()).then((next) => {
      if (!isCurrent || next === null) return;
      setAnswer(next);
      const restMs = Math.max(POLL_MS, REST_FACTOR * (performance.now() - askedAt));
      if (isLive(next)) timer = setTimeout(() => setTurn((before) => before + 1), restMs);
    });
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, isLive, isConnected, turn]);
  return [answer, useCallback(() => setTurn((before) => before + 1), [])];
}

const isRunning = ({ state }: RunInfo) => state === 'running';
const isAnyRunning = (runs: readonly RunInfo[]) => runs.some(isRunning);
const askForRuns = () => client().lab.runs();

/** All runs, the latest first, and a way to ask again. */
export const useRuns = (): [readonly RunInfo[] | undefined, () => void] => usePolled(askForRuns, isAnyRunning);

const NEVER = () => false;
const askForProblems = () => client().lab.problems();

/** Which kept runs could not be read, and why. */
export const useRunProblems = (): readonly string[] => usePolled(askForProblems, NEVER)[0] ?? [];

/** One run; `undefined` until it is there. */
export function useRun(id: string): [Run | undefined, () => void] {
  return usePolled(
    useCallback(() => client().lab.run({ id }), [id]),
    isRunning,
  );
}
