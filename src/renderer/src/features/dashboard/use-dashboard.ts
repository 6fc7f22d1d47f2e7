/** What happened so far, for the screen: read from the timelines once, then kept up with as facts arrive, on other screens too. */
import type { World } from '../../../../shared/world.ts';
import { DashboardTally, type DashboardView } from '../../../../views/dashboard/dashboard-tally.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';
import { clockOf, followFacts, workspace } from '../../stores/workspace.ts';

let kept: { readonly world: World; readonly tally: DashboardTally } | null = null;

followFacts((facts) => {
  if (facts === null) kept = null;
  else for (const fact of facts) kept?.tally.add(fact);
});

function tallyOf(world: World): DashboardTally {
  if (kept?.world !== world) kept = { world, tally: DashboardTally.of(world) };
  return kept.tally;
}

/** Again at most four times a second; `null` until the workspace is there. */
export const useDashboard = (): DashboardView | null =>
  useFromSettledWorld((world) => tallyOf(world).read(clockOf(workspace.getState()).now), []);
