/** How many Cases are launched an hour: one number for all hours, or one for each, counted from the day's start. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { HOUR_MS } from '../../../../../../shared/duration.ts';
import { clockTime } from '../../../../../../views/words/time-words.ts';
import formClasses from '../../../../form/form.module.css';
import { hourCountOf, lengthOf, MOST_HOURS, rateText } from '../draft/day-draft.ts';
import classes from './day-form.module.css';
import type { DayForm } from './use-day-form.ts';

export function LaunchesFields({ form }: { readonly form: DayForm }) {
  const { draft, setting, change, errorOf } = form;
  const hours = Array.from({ length: hourCountOf(draft) }, (_, hour) => hour);
  const problems = hours.flatMap((hour) => {
    const sentence = errorOf(`rates.${hour}`);
    return sentence === undefined ? [] : [`${clockTime(setting.startAt + hour * HOUR_MS)}: ${sentence}`];
  });
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legendName}>Launches per hour</legend>
      <div className={classes.groupHead}>
        <SegmentedControl
          size="xs"
          aria-label="Launches per hour are"
          value={draft.isByHour ? 'each' : 'all'}
          onChange={(value) => change({ isByHour: value === 'each' })}
          data={[
            { value: 'all', label: 'The same all day' },
            { value: 'each', label: 'By the hour' },
          ]}
        />
        {!draft.isByHour && (
          <TextInput
            className={classes.rate}
            type="number"
            inputMode="decimal"
            step="any"
            min={0}
            aria-label="Launches per hour"
            {...form.field('rate')}
            onWheel={(event) => event.currentTarget.blur()}
          />
        )}
      </div>
      {draft.isByHour && (
        <>
          <div className={classes.hourly}>
            {hours.map((hour) => {
              const clock = clockTime(setting.startAt + hour * HOUR_MS);
              return (
                <TextInput
                  key={hour}
                  size="xs"
                  type="number"
                  inputMode="decimal"
                  step="any"
                  min={0}
                  label={clock}
                  aria-label={`Launches per hour from ${clock}`}
                  {...form.field(`rates.${hour}`)}
                  value={rateText(draft, hour)}
                  error={errorOf(`rates.${hour}`) !== undefined}
                  onWheel={(event) => event.currentTarget.blur()}
                />
              );
            })}
          </div>
          {problems.map((sentence) => (
            <p key={sentence} className={formClasses.problem}>
              {sentence}
            </p>
          ))}
          {lengthOf(draft) > MOST_HOURS * HOUR_MS && (
            <p className={formClasses.note}>After {MOST_HOURS} hours, the last number continues.</p>
          )}
        </>
      )}
    </fieldset>
  );
}
