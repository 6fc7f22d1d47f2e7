/** Outages: windows that lie over script and chance, in which every call fails alike; the first that covers a call decides. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { IconPlus } from '../../../components/icons.tsx';
import formClasses from '../../../form/form.module.css';
import { clockOf, useClock, workspace } from '../../../stores/workspace.ts';
import { newOutage, nextRoundHour, outagesIn, type TypedOutage } from '../draft/outage-draft.ts';
import { coverEffects, overEffect } from '../draft/without-effect.ts';
import classes from './editor.module.css';
import { OutageRow } from './outage-row.tsx';
import { OutageRuler } from './outage-ruler.tsx';
import { OutageWeek } from './outage-week.tsx';
import type { ApiForm } from './use-api-form.ts';

export function OutagesEditor({ form }: { readonly form: ApiForm }) {
  const { outages } = form.draft;
  const typed = useMemo(() => outagesIn(outages), [outages]);
  const effects = useEffectsOf(typed);
  const add = () => {
    const { now, startAt } = clockOf(workspace.getState());
    form.insert('outages', newOutage(nextRoundHour(now, startAt)));
  };
  return (
    <section aria-label="Outages" className={classes.part}>
      <div className={classes.partHead}>
        <h3 className={classes.partTitle}>Outages</h3>
        <span className={formClasses.note}>
          {outages.length === 0 ? 'None. In an outage every call fails alike.' : 'In an outage every call fails alike.'}
        </span>
      </div>
      {outages.length > 0 && (
        <>
          <Pictures typed={typed} />
          <ol className={classes.responses} aria-label="Outages">
            {outages.map((outage, index) => (
              <OutageRow
                key={outage.id}
                outage={outage}
                name={`Outage ${index + 1}`}
                form={form}
                at={`outages.${index}`}
                noEffect={effects.get(outage.id) ?? null}
                onRemove={() => form.remove('outages', index)}
              />
            ))}
          </ol>
        </>
      )}
      <div>
        <Button variant="default" leftSection={<IconPlus size={13} />} onClick={add}>
          Add outage
        </Button>
      </div>
    </section>
  );
}

/** Those that come again on days by the clock, the others on a ruler of virtual time. */
function Pictures({ typed }: { readonly typed: readonly TypedOutage[] }) {
  const again = typed.filter(({ outage }) => outage.every !== undefined);
  const once = typed.filter(({ outage }) => outage.every === undefined);
  return (
    <>
      {again.length > 0 && <OutageWeek typed={again} />}
      {once.length > 0 && <OutageRuler typed={once} />}
    </>
  );
}

/** Why rows have no effect, by id. */
function useEffectsOf(typed: readonly TypedOutage[]): ReadonlyMap<string, string> {
  const startAt = useClock((clock) => clock.startAt);
  // The clock changes many times a second; how many are over, seldom.
  useClock(({ now }) => typed.filter((each) => overEffect(each, startAt, now) !== null).length);
  const covers = useMemo(() => coverEffects(typed, startAt), [typed, startAt]);
  const { now } = clockOf(workspace.getState());
  const over = typed.flatMap((each) => {
    const why = overEffect(each, startAt, now);
    return why === null ? [] : [[each.id, why] as const];
  });
  return new Map([...covers, ...over]);
}
