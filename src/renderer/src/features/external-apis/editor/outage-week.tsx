/** Outages that come again, on seven days by the clock, with the present instant. */
import { DAY_MS, HOUR_MS } from '../../../../../shared/duration.ts';
import { outageAt } from '../../../../../shared/outage-times.ts';
import { upperFirst } from '../../../../../views/words/figures.ts';
import { outageInWords } from '../../../../../views/words/outage-words.ts';
import { clockTime, instantInWords } from '../../../../../views/words/time-words.ts';
import { useClock } from '../../../stores/workspace.ts';
import type { TypedOutage } from '../draft/outage-draft.ts';
import { outageWeek } from '../draft/outage-week.ts';
import classes from './ruler.module.css';
import { rulerEnd } from './ruler-end.ts';

/** Every six hours, and midnight once more at the end: so many have room beside the odds. */
const TICKS = Array.from({ length: 5 }, (_, index) => index * 6 * HOUR_MS);
/** Their text beside the bands of a day: more would not fit. */
const MOST_TEXTS = 2;

const percent = (share: number) => `${share * 100}%`;

export function OutageWeek({ typed }: { readonly typed: readonly TypedOutage[] }) {
  const startAt = useClock((clock) => clock.startAt);
  const now = useClock((clock) => clock.now);
  const days = outageWeek(typed, startAt, now);
  const outages = typed.map(({ outage }) => outage);
  const present = `now ${instantInWords(now, startAt)}, ${outageAt(outages, startAt, now) === null ? 'in none' : 'in an outage'}`;
  const words = outages.map(outageInWords).join('; ');
  const span = `${days[0]?.name} to ${days.at(-1)?.name}`;
  return (
    <div className={classes.week} role="img" aria-label={`Outages by the clock, ${span}: ${words}; ${present}`}>
      {days.map(({ dayAt, name, bands }) => (
        <div key={dayAt} className={classes.day}>
          <span className={classes.dayName}>{name}</span>
          <div className={classes.track}>
            {bands.map(({ key, from, until, text }) => (
              <span
                key={key}
                className={classes.band}
                title={text}
                style={{ left: percent(from), right: percent(1 - until) }}
              />
            ))}
            {dayAt <= now && now < dayAt + DAY_MS && (
              <span className={classes.now} style={{ left: percent((now - dayAt) / DAY_MS) }} />
            )}
          </div>
          <span className={classes.dayText}>
            {bands.length > MOST_TEXTS ? `${bands.length} times` : bands.map(({ text }) => text).join(', ')}
          </span>
        </div>
      ))}
      <div className={classes.day}>
        <span />
        <div className={classes.clock}>
          {TICKS.map((ms) => (
            <span key={ms} className={classes.tick} style={{ left: percent(ms / DAY_MS) }}>
              <span className={classes.tickText} data-end={rulerEnd(ms / DAY_MS)}>
                {ms === DAY_MS ? '24:00' : clockTime(ms)}
              </span>
            </span>
          ))}
        </div>
        <span />
      </div>
      <p className={classes.weekWords}>{upperFirst(words)}. Times are in UTC, as all virtual time.</p>
    </div>
  );
}
