import type { StepTarget } from '../scenario/take-step.ts';
import type { LiveWorkspace } from './live-workspace.ts';

/** What the steps of a scenario act on in a workspace, each of its acts asked for by `ask`. */
export function stepTarget(workspace: LiveWorkspace, ask: <T>(act: () => T) => T = (act) => act()): StepTarget {
  const { clock } = workspace;
  return {
    get world() {
      return workspace.world;
    },
    get now() {
      return workspace.now;
    },
    get scheduledCount() {
      return workspace.scheduledCount;
    },
    get nextAt() {
      return workspace.nextAt;
    },
    callbackBase: workspace.callbackBase,
    act: (command) => ask(() => workspace.acts.submit(command)),
    respond: (response) => ask(() => workspace.acts.respond(response)),
    advance: (wish) => ask(() => clock.advance(wish)),
    next: (count) => ask(() => clock.next(count)),
    untilIdle: () => ask(() => clock.untilIdle()),
    restart: () => ask(() => workspace.restart()),
  };
}
