/** One line under the ticks: what the latest event changed; while one points at a tick, what that was. */
import { useTimeout } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { briefInstant } from '../../../../../views/words/time-words.ts';
import type { EventLine } from '../../../stores/event-line.ts';
import { useWhatChanged } from '../../../stores/what-changed.ts';
import { useClock } from '../../../stores/workspace.ts';
import { useOutline } from './outline.ts';
import classes from './strip.module.css';

interface ChangeLineProps {
  readonly line: EventLine | null;
  /** What is pointed at, in words. */
  readonly read: string | null;
}

export function ChangeLine({ line, read }: ChangeLineProps) {
  const { change } = useWhatChanged();
  useOutline();
  const startAt = useClock((clock) => clock.startAt);
  const playing = useClock((clock) => clock.playing);
  const event = line?.events[line.presentIndex];
  const isStart = line !== null && event === undefined;
  const text = isStart ? 'At the start: nothing has happened yet.' : (change?.sentence ?? '');
  const isAwaited = useIsAwaited(line === null);
  return (
    <div className={classes.change} data-read={read !== null || undefined} title={read ?? text}>
      {event !== undefined && text !== '' && (
        <span aria-hidden="true" className={classes.when}>
          {briefInstant(event.at, startAt)}
        </span>
      )}
      {/* Read out once things stand still: while time runs, it would drown everything else. */}
      <span className={classes.sentence} aria-live={playing ? 'off' : 'polite'}>
        {isAwaited ? 'Earlier events are being read…' : text}
      </span>
      {read !== null && (
        <span aria-hidden="true" className={classes.read}>
          {read}
        </span>
      )}
    </div>
  );
}

/** Real time after which whoever waits is told what for: most workspaces are read before it. */
const PATIENCE_MS = 200;

/** Whether one has waited for some time; a workspace that was opened may have much of a past to read first. */
function useIsAwaited(isMissing: boolean): boolean {
  const [isAwaited, setIsAwaited] = useState(false);
  const { start, clear } = useTimeout(() => setIsAwaited(true), PATIENCE_MS);
  useEffect(() => {
    if (isMissing) start();
    return () => {
      clear();
      setIsAwaited(false);
    };
  }, [isMissing, start, clear]);
  return isMissing && isAwaited;
}
