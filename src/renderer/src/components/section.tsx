/** A card whose title names it as a region. */
import type { ReactNode } from 'react';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** Beside the title, such as a count. */
  readonly aside?: ReactNode;
  /** At the right end of the title's line. */
  readonly actions?: ReactNode;
  /** No padding around the content: for tables. */
  readonly flush?: boolean | undefined;
  readonly children: ReactNode;
}

export function Section({ title, aside, actions, flush = false, children }: SectionProps) {
  return (
    <section aria-label={title} className={classes.section}>
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={flush ? classes.flush : classes.content}>{children}</div>
    </section>
  );
}
