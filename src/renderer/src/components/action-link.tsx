/** A link to exactly one copy of an Action. */
import type { ReactNode } from 'react';
import { findAction } from '../../../engine/decide.ts';
import type { ActionRef } from '../../../shared/model.ts';
import { paths } from '../stores/address.ts';
import { workspace } from '../stores/workspace.ts';
import { AppLink } from './app-link.tsx';

/** The reference that means this copy: without a number it would mean the newest, so an older first copy is named `…/1`. */
export function referenceOfCopy(actionRef: ActionRef): string {
  const { world } = workspace.getState();
  const isNamed = world === null || findAction(world, actionRef)?.ref === actionRef;
  return isNamed ? actionRef : `${actionRef}/1`;
}

/** The address of this copy. */
export const pathOfCopy = (actionRef: ActionRef): string => paths.action(referenceOfCopy(actionRef));

interface ActionLinkProps {
  readonly actionRef: ActionRef;
  readonly title?: string | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly children?: ReactNode;
}

export function ActionLink({ actionRef, children, ...rest }: ActionLinkProps) {
  return (
    <AppLink to={pathOfCopy(actionRef)} {...rest}>
      {children ?? actionRef}
    </AppLink>
  );
}
