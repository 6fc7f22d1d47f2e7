/** A card whose title names it as a region. */
import type { ReactNode } from 'react';
import type { About } from './about.ts';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** Beside the title, such as a count. */
  readonly aside?: ReactNode;
  /** At the right end of the title's line. */
  readonly actions?: ReactNode;
  /** No padding around the content: for tables. */
  readonly flush?: boolean | undefined;
  /** What it is about, where it can change by itself. */
  readonly about?: About | undefined;
  /** A part of another card: without a border of its own. */
  readonly isPart?: boolean | undefined;
  readonly children: ReactNode;
}

export function Section({ title, aside, actions, flush = false, about, isPart = false, children }: SectionProps) {
  const Heading = isPart ? 'h3' : 'h2';
  return (
    <section aria-label={title} {...about} className={isPart ? classes.part : classes.section}>
      <header className={classes.header}>
        <Heading className={classes.title}>{title}</Heading>
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={flush ? classes.flush : classes.content}>{children}</div>
    </section>
  );
}
