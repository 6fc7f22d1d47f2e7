/** Outages that come once, on a ruler of virtual time from the scenario's start, with the present instant. */
import { DAY_MS } from '../../../../../shared/duration.ts';
import { calendarDay } from '../../../../../shared/instant.ts';
import { outageTimes } from '../../../../../shared/outage-times.ts';
import { clockTime, instantInWords } from '../../../../../views/words/time-words.ts';
import { clockTicks } from '../../../chart/ticks.ts';
import { useClock } from '../../../stores/workspace.ts';
import type { TypedOutage } from '../draft/outage-draft.ts';
import classes from './ruler.module.css';
import { rulerEnd } from './ruler-end.ts';

export function OutageRuler({ typed }: { readonly typed: readonly TypedOutage[] }) {
  const startAt = useClock((clock) => clock.startAt);
  const now = useClock((clock) => clock.now);
  const windows = typed.map(({ id, outage }) => {
    const { fromAt, lengthMs } = outageTimes(outage, startAt);
    return { id, from: fromAt, until: fromAt + lengthMs };
  });
  const endAt = Math.max(now, startAt + 1, ...windows.map(({ until }) => until));
  const lengthMs = (endAt - startAt) * 1.08;
  const left = (at: number) => `${Math.min(100, Math.max(0, ((at - startAt) / lengthMs) * 100))}%`;
  const between = (from: number, until: number) => ({ left: left(from), right: `calc(100% - ${left(until)})` });
  const isDown = windows.some(({ from, until }) => from <= now && now < until);
  const tickText = (at: number) => {
    const { day, month } = calendarDay(at);
    if (lengthMs <= DAY_MS) return clockTime(at);
    return at % DAY_MS === 0 ? `${day} ${month}` : `${day} ${month} ${clockTime(at)}`;
  };

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
        {clockTicks(startAt, lengthMs, 4).map((ms) => (
          <span key={ms} className={classes.tick} style={{ left: left(startAt + ms) }}>
            <span className={classes.tickText} data-end={rulerEnd(ms / lengthMs)}>
              {tickText(startAt + ms)}
            </span>
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
