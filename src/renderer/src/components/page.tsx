/** One screen: where it is, its title, what can be done, and its content. */
import { Fragment, type ReactNode } from 'react';
import { useWorkspace } from '../stores/workspace.ts';
import { AppLink } from './app-link.tsx';
import { LaterInBigWorld } from './later.tsx';
import classes from './page.module.css';
import { useWindowTitle } from './window-title.ts';

interface Breadcrumb {
  readonly label: string;
  /** Where it leads, such as `/cases`; the last one has none. */
  readonly to?: string | undefined;
}

interface PageProps {
  readonly title: string;
  /** Beside the title: status, owner. */
  readonly aside?: ReactNode;
  /** From the list to here; the last is this screen. */
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined;
  readonly actions?: ReactNode;
  /** The name of the whole screen as a region, `Case K1`; the title without it. */
  readonly region?: string | undefined;
  readonly children: ReactNode;
}

export function Page({ title, aside, breadcrumbs, actions, region, children }: PageProps) {
  const name = useWorkspace((state) => state.workspace.name);
  useWindowTitle(title, name);
  return (
    <section aria-label={region ?? title} className={classes.page}>
      {breadcrumbs !== undefined && breadcrumbs.length > 0 && (
        <nav aria-label="Breadcrumb" className={classes.breadcrumbs}>
          {breadcrumbs.map(({ label, to }, index) => (
            <Fragment key={to ?? label}>
              {index > 0 && <span aria-hidden="true">›</span>}
              {to === undefined ? (
                <span aria-current="page" className={classes.here}>
                  {label}
                </span>
              ) : (
                <AppLink to={to}>{label}</AppLink>
              )}
            </Fragment>
          ))}
        </nav>
      )}
      <header className={classes.header}>
        <h1 className={classes.title} title={title}>
          {title}
        </h1>
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={classes.content}>
        <LaterInBigWorld>{children}</LaterInBigWorld>
      </div>
    </section>
  );
}
