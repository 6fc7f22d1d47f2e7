/** The outages on a ruler of virtual time, from the scenario's start, with the present instant. */

import { describeDuration } from '../../../../../shared/duration.ts';
import { instantInWords } from '../../../../../views/words/time-words.ts';
import { durationTicks } from '../../../chart/ticks.ts';
import { useClock } from '../../../stores/workspace.ts';
import { type OutageDraft, windowsIn } from '../draft/outage-draft.ts';
import classes from './ruler.module.css';

export function OutageRuler({ outages }: { readonly outages: readonly OutageDraft[] }) {
  const startAt = useClock((clock) => clock.startAt);
  const now = useClock((clock) => clock.now);
  const windows = windowsIn(outages, startAt);
  const endAt = Math.max(now, startAt + 1, ...windows.map(({ until }) => until));
  const lengthMs = (endAt - startAt) * 1.08;
  const left = (at: number) => `${Math.min(100, Math.max(0, ((at - startAt) / lengthMs) * 100))}%`;
  const between = (from: number, until: number) => ({ left: left(from), right: `calc(100% - ${left(until)})` });
  const isDown = windows.some(({ from, until }) => from <= now && now < until);

  const inWords = windows.map(
    ({ from, until }) => `${instantInWords(from, startAt)} to ${instantInWords(until, startAt)}`,
  );
  const present = `now ${instantInWords(now, startAt)}, ${isDown ? 'in an outage' : 'in none'}`;
  return (
    <div className={classes.ruler} role="img" aria-label={`Outages: ${[...inWords, present].join('; ')}`}>
      <div className={classes.track}>
        {windows.map(({ id, from, until }) => (
          <span key={id} className={classes.band} style={between(from, until)} />
        ))}
        {durationTicks(lengthMs, 8).map((ms) => (
          <span key={ms} className={classes.tick} style={{ left: left(startAt + ms) }}>
            <span className={classes.tickText}>{ms === 0 ? 'start' : `+${describeDuration(ms)}`}</span>
          </span>
        ))}
        <span className={classes.now} style={{ left: left(now) }}>
          <span className={classes.nowText} data-side={(now - startAt) / lengthMs > 0.85 ? 'left' : 'right'}>
            {isDown ? 'now, down' : 'now'}
          </span>
        </span>
      </div>
    </div>
  );
}
