/** One line under the ticks: what the latest event changed; while one points at a tick, what that was. */
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
  return (
    <div className={classes.change} data-read={read !== null || undefined} title={read ?? text}>
      {event !== undefined && text !== '' && (
        <span aria-hidden="true" className={classes.when}>
          {briefInstant(event.at, startAt)}
        </span>
      )}
      {/* Read out once things stand still: while time runs, it would drown everything else. */}
      <span className={classes.sentence} aria-live={playing ? 'off' : 'polite'}>
        {text}
      </span>
      {read !== null && (
        <span aria-hidden="true" className={classes.read}>
          {read}
        </span>
      )}
    </div>
  );
}
