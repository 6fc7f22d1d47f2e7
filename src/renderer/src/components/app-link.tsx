/** A link to a screen of this app, such as `/cases/C1`. */
import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'wouter';
import { useIsOpenShown } from '../stores/workspace.ts';
import classes from './app-link.module.css';

interface AppLinkProps {
  readonly to: string;
  readonly title?: string | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly onClick?: (() => void) | undefined;
  /** `hover` for a link that is not within a sentence; in tables and navigation that is the default. */
  readonly underline?: 'always' | 'hover' | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly children: ReactNode;
}

// Not Mantine's Anchor: a list shows one in every row.
export function AppLink({ to, className, underline = 'always', ...rest }: AppLinkProps) {
  // Links lead into the open workspace.
  if (!useIsOpenShown()) return <span className={className}>{rest.children}</span>;
  return <Link {...rest} href={to} data-underline={underline} className={`${classes.link} ${className ?? ''}`} />;
}
