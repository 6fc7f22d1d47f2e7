/** A link to a screen of this app, such as `/cases/C1`. */
import { Anchor, type AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

interface AppLinkProps extends AnchorProps {
  readonly to: string;
  readonly title?: string | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly children: ReactNode;
}

export function AppLink({ to, title, onClick, children, ...rest }: AppLinkProps) {
  return (
    <Anchor inherit {...rest} renderRoot={(props) => <Link {...props} href={to} title={title} onClick={onClick} />}>
      {children}
    </Anchor>
  );
}
