/** What the Case screen is made from: the Case and its Actions, again only when one of them changed. */
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Action, Case } from '../../../../shared/model.ts';
import type { World } from '../../../../shared/world.ts';
import { useCase, useWorkspace } from '../../stores/workspace.ts';

export interface CaseView {
  readonly world: World;
  readonly caseInstance: Case;
  /** Every copy, in order of creation. */
  readonly actions: readonly Action[];
}

const NO_ACTIONS: readonly Action[] = [];

/** The Case, or `null` where there is none of this reference; the same object until it or one of its Actions changed. */
export function useCaseView(caseRef: string): CaseView | null {
  const world = useWorkspace((state) => state.world);
  const caseInstance = useCase(caseRef);
  const actions = useWorkspace(
    useShallow((state) => {
      const { world } = state;
      const refs = world?.cases.get(caseRef)?.actions;
      return world && refs ? refs.flatMap((ref) => world.actions.get(ref) ?? []) : NO_ACTIONS;
    }),
  );
  return useMemo(
    () => (world && caseInstance ? { world, caseInstance, actions } : null),
    [world, caseInstance, actions],
  );
}
