/** What the rules say about an Action now, as narrow values: a component renders again only when an answer changes. */
import { maximumFor } from '../../../../engine/action/move.ts';
import type { Action } from '../../../../shared/model.ts';
import type { World } from '../../../../shared/world.ts';
import { refusesRetry, type WorkOption, workOptions } from '../../../../views/options/action-options.ts';
import { refusesRelaunch } from '../../../../views/options/owner-options.ts';
import { useView } from '../../stores/view.ts';
import { useWorkspace } from '../../stores/workspace.ts';

function useRule<T>(read: (world: World, now: number) => T, before: T): T {
  return useWorkspace(({ world, clock }) => (world === null || clock === null ? before : read(world, clock.now)));
}

/** In whose name the rules are asked, and what is done: the person one looks as, else the Case owner. */
function usePerson(action: Action): string {
  const viewAs = useView((state) => state.viewAs);
  return useRule((world) => viewAs ?? world.cases.get(action.caseRef)?.owner ?? '', '');
}

/** Why *Retry* is not allowed, or `null` where it is. */
export function useRetryRefusal(action: Action): string | null {
  const by = usePerson(action);
  return useRule((world, now) => refusesRetry(world, action, by, now)?.message ?? null, null);
}

/** Why no fresh copy can be started, or `null` where one can (R49). */
export function useRelaunchRefusal(action: Action): string | null {
  return useRule((world, now) => refusesRelaunch(world, action, now)?.message ?? null, null);
}

/** Why one kind of manual work is not allowed, or `null` where it is. */
export function useWorkRefusal(action: Action, option: WorkOption): string | null {
  const by = usePerson(action);
  return useRule((world, now) => workOptions(world, action, by, now)[option]?.message ?? null, null);
}

/** The retry setting in force for the Action. */
export function useMaximum(action: Action): number {
  return useRule((world) => maximumFor(world, action), action.displayedMaximum);
}
