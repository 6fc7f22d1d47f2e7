/** What the API is configured to do, in words. */
import { behaviourLines, outagesInWords } from '../../../../engine/api-words.ts';
import { describeDuration } from '../../../../shared/duration.ts';
import type { ExternalApiState } from '../../../../shared/model.ts';
import { InstantText } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { useClock } from '../../stores/workspace.ts';
import classes from './external-apis.module.css';

export function Configuration({ api }: { readonly api: ExternalApiState }) {
  const { definition } = api;
  return (
    <Section title="Configuration" aside={definition.random ? 'at random' : 'a script'}>
      <dl className={classes.lines}>
        {behaviourLines(definition).map(({ label, text }) => (
          <Line key={label} label={label} text={text} />
        ))}
      </dl>
      <Outages api={api} />
      <p className={classes.note}>
        {api.switch === 'As configured'
          ? `${definition.calls === undefined ? '' : 'Calls are counted for each Action. '}It comes from the scenario file and is read only here.`
          : `Not in force while the API is ${api.switch}.`}
      </p>
    </Section>
  );
}

function Line({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}

function Outages({ api }: { readonly api: ExternalApiState }) {
  const startAt = useClock((clock) => clock.startAt);
  const outages = outagesInWords(api.definition, startAt);
  if (outages.length === 0) return null;
  return (
    <>
      <h3 className={classes.subtitle}>Outages</h3>
      <ul className={classes.outages}>
        {outages.map(({ from, until, text }, index) => (
          // Outages have no name; the list changes only as a whole.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className={classes.outage}>
            <span>
              <InstantText at={from} /> to <InstantText at={until} />
              <span className={classes.dimmed}>, {describeDuration(until - from)}</span>
              <OutageNow from={from} until={until} />
            </span>
            <span className={classes.dimmed}>Every call: {text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function OutageNow({ from, until }: { readonly from: number; readonly until: number }) {
  const isNow = useClock(({ now }) => from <= now && now < until);
  return isNow && <span className={classes.now}> · now</span>;
}
