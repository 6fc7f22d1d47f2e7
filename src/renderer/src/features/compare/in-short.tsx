/** Which variant is better for what, before any detail. */
import { Section } from '../../components/section.tsx';
import formClasses from '../../form/form.module.css';
import classes from './compare.module.css';
import type { Advantage } from './figures.ts';

/** `null` while the fields of a side are not right. */
export function InShort({ found }: { readonly found: readonly Advantage[] | null }) {
  return (
    <Section title="Better for what" aside="if the API never connects">
      {found === null ? (
        <p className={formClasses.note}>The comparison returns once all fields are valid.</p>
      ) : found.length === 0 ? (
        <p className={formClasses.note}>Both variants give the same results.</p>
      ) : (
        <dl className={classes.advantages}>
          {found.map(({ purpose, side, words }) => (
            <div key={purpose}>
              <dt>{purpose}</dt>
              <dd>
                <b className={classes.side}>{side}</b> {words}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
