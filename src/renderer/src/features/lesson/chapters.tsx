/** The chapters as dots; of those to come not even the titles show. */
import type { LessonState } from '../../../../shared/lesson-contract.ts';
import classes from './lesson-dock.module.css';

export function Chapters({ lesson: { chapters, chapterCount } }: { readonly lesson: LessonState }) {
  if (chapterCount === 0) return null;
  return (
    <div className={classes.chapters}>
      <ol aria-label="Chapters" className={classes.dots}>
        {Array.from({ length: chapterCount }, (_, index) => {
          const name = [`Chapter ${index + 1} of ${chapterCount}`, chapters[index]].filter(Boolean).join(': ');
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a chapter is its place
              key={index}
              className={classes.dot}
              data-begun={index < chapters.length || undefined}
              aria-current={index === chapters.length - 1 ? 'step' : undefined}
              title={name}
            >
              <span className="visually-hidden">{name}</span>
            </li>
          );
        })}
      </ol>
      <span aria-hidden="true" className={classes.chapter}>
        {chapters.at(-1)}
      </span>
    </div>
  );
}
