/**
 * A world that steps are taken on without a workspace around it: no store, no history. What is played here comes to the same as in the
 * simulator, in a fraction of the time.
 */
import { createWorld } from '../../engine/create-world.ts';
import { isRejection } from '../../shared/errors.ts';
import { parseIso } from '../../shared/instant.ts';
import type { RuleChange } from '../../shared/rule-change.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import { copyWorld } from '../../shared/world-json.ts';
import { directCaller, directSender } from '../external-system/direct.ts';
import type { ExternalApiCaller, ResponseSender } from '../runtime/ports.ts';
import { Runtime } from '../runtime/runtime.ts';
import { addressed } from '../scenario/delivery.ts';
import type { StepTarget } from '../scenario/take-step.ts';

/** Where responses arrive when no host listens: a name that only simulated APIs reach. */
export const UNHOSTED_CALLBACK_BASE = 'https://trigger-lab.test';

const NO_JOURNAL = { record: () => undefined, flush: () => undefined };

export interface BareStageOptions {
  /** Makes the change of the rules that the world is played under. */
  readonly change?: ((world: World) => RuleChange) | undefined;
  /** How many timers one step may run before it is given up as a runaway; left out, as many as in the simulator. */
  readonly stepBudget?: number | undefined;
  /** Ends what goes on once it is raised, also within a step. */
  readonly signal?: AbortSignal | undefined;
  /** How calls and responses travel; left out, without HTTP. */
  readonly network?: StageNetwork;
}

/** Both ways between the Actions and their external systems. */
export interface StageNetwork {
  readonly caller: ExternalApiCaller;
  readonly sender: ResponseSender;
}

const DIRECT: StageNetwork = { caller: directCaller, sender: directSender };

/** Of a scenario none of whose steps is taken. Nothing needs to be closed. */
export function bareStage(scenario: Scenario, options: BareStageOptions = {}): StepTarget {
  const { change, stepBudget, signal, network = DIRECT } = options;
  const startAt = parseIso(scenario.start) ?? 0;
  const changed = (world: World): World =>
    change === undefined ? world : Object.assign(world, { ruleChange: change(world) });
  const runtimeOf = (world: World, now: number) =>
    new Runtime({
      world: changed(world),
      now,
      seq: 0,
      ...network,
      journal: NO_JOURNAL,
      signal,
      ...(stepBudget === undefined ? {} : { stepBudget }),
    });
  let runtime = runtimeOf(createWorld(scenario, startAt, scenario.seed), startAt);
  return {
    get world() {
      return runtime.world;
    },
    get now() {
      return runtime.now;
    },
    get scheduledCount() {
      return runtime.scheduledCount;
    },
    get nextAt() {
      return runtime.next?.at ?? null;
    },
    callbackBase: UNHOSTED_CALLBACK_BASE,
    act: (command) => runtime.submit(command),
    respond: async (response) => {
      const sent = addressed(runtime.world, response);
      return isRejection(sent) ? sent : runtime.respond(sent.ref, sent.delivery);
    },
    advance: (wish) => ('by' in wish ? runtime.advanceBy(wish.by) : runtime.advanceTo(wish.to)),
    next: (count) => runtime.advanceToNext(count),
    untilIdle: () => runtime.advanceUntilIdle(),
    restart: async () => {
      // All that an app that is closed and opened again has is its world.
      runtime = runtimeOf(copyWorld(runtime.world), runtime.now);
      await runtime.settle();
    },
  };
}
