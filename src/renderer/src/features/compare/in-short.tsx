/** Which variant is better for what, before any detail; each story by itself. */

import type { Advantage } from '../../../../views/compare/figures.ts';
import { STORIES, STORY_WORDS } from '../../../../views/compare/stories.ts';
import { Section } from '../../components/section.tsx';
import formClasses from '../../form/form.module.css';
import classes from './compare.module.css';

/** `null` while the fields of a side are not right. */
export function InShort({ found }: { readonly found: readonly Advantage[] | null }) {
  return (
    <Section title="Better for what">
      {found === null ? (
        <p className={formClasses.note}>The comparison returns once all fields are valid.</p>
      ) : (
        <div className={classes.stories}>
          {STORIES.map((story) => (
            <section key={story} aria-label={`Better, ${STORY_WORDS[story]}`}>
              <h3 className={classes.story}>{STORY_WORDS[story]}</h3>
              <InStory found={found.filter((each) => each.story === story)} />
            </section>
          ))}
        </div>
      )}
    </Section>
  );
}

function InStory({ found }: { readonly found: readonly Advantage[] }) {
  if (found.length === 0) return <p className={formClasses.note}>Both variants give the same results.</p>;
  return (
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
  );
}
