/** How fast virtual time really runs while it plays: where much happens at once, every call takes its real moment. */
import { useEffect, useState } from 'react';
import { speedInWords } from '../../../../shared/speeds.ts';
import { useClock, workspace } from '../../stores/workspace.ts';

const MEASURE_MS = 1_000;
/** Below this share of the chosen speed it is worth a word. */
const WORTH_SAYING = 0.8;

/** `about 38× of 1,000×`; `null` where time keeps up with what was chosen, or stands still. */
export function useReachedSpeed(): string | null {
  const isPlaying = useClock(({ playing }) => playing);
  const speed = useClock((clock) => clock.speed);
  const [reached, setReached] = useState<number | null>(null);
  // Another speed is measured again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    setReached(null);
    if (!isPlaying) return;
    const look = () => ({ at: performance.now(), now: workspace.getState().clock?.now ?? 0 });
    let before = look();
    const timer = setInterval(() => {
      const present = look();
      setReached((present.now - before.now) / (present.at - before.at));
      before = present;
    }, MEASURE_MS);
    return () => clearInterval(timer);
  }, [isPlaying, speed]);
  if (reached === null || reached >= speed * WORTH_SAYING) return null;
  return `about ${speedInWords(reached < 10 ? Math.round(reached * 10) / 10 : Math.round(reached))} of ${speedInWords(speed)}`;
}
