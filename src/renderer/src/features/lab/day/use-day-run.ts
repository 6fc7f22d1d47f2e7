/** The run on screen, looked at again and again while it is being played. */
import { useEffect } from 'react';
import type { DayRun } from '../../../../../shared/lab-day.ts';
import { lookAgain, useDayState } from './day-store.ts';

const LOOK_EVERY_MS = 300;

export function useDayRun(): DayRun | null {
  const run = useDayState((state) => state.run);
  const runningId = run?.state === 'running' ? run.id : null;
  useEffect(() => {
    if (runningId === null) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isGone = false;
    const look = async () => {
      const goesOn = await lookAgain(runningId);
      if (goesOn && !isGone) timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    return () => {
      isGone = true;
      if (timer !== null) clearTimeout(timer);
    };
  }, [runningId]);
  return run;
}
