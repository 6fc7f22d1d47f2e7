/** What is scheduled in a world, kept in step with its facts: only what a fact touched is looked at again. */
import { type Timer, timerOfLaunch, timerOfResponse, timersOfAction } from '../../engine/clocks/timers.ts';
import type { Touched } from '../../engine/history/touched.ts';
import type { Fact } from '../../shared/facts.ts';
import type { World } from '../../shared/world.ts';
import { TimerQueue } from './timer-queue.ts';

export class Agenda extends TimerQueue {
  readonly #world: World;

  constructor(world: World) {
    super();
    this.#world = world;
    for (const actionRef of world.actions.keys()) this.#lookAtAction(actionRef);
    for (const id of world.plannedLaunches.keys()) this.#lookAtLaunch(id);
    for (const id of world.plannedResponses.keys()) this.#lookAtResponse(id);
  }

  override set(owner: string, timers: readonly Timer[]): void {
    const rank = this.#world.ruleChange?.rank;
    super.set(owner, rank === undefined ? timers : timers.map((timer) => ({ ...timer, rank: rank(timer.rank) })));
  }

  /** Takes in facts that were folded already. */
  follow(facts: readonly Fact[]): void {
    // The facts of one Action mostly come together.
    let lookedAt: string | undefined;
    for (const fact of facts) {
      if (fact.type === 'launchPlanned' || fact.type === 'plannedLaunchReached') this.#lookAtLaunch(fact.id);
      else if (fact.type === 'responsePlanned' || fact.type === 'plannedResponseSent') this.#lookAtResponse(fact.id);
      else if ('actionRef' in fact && fact.actionRef !== lookedAt) {
        lookedAt = fact.actionRef;
        this.#lookAtAction(lookedAt);
      }
    }
  }

  /** Looks again at what going to another point touched. */
  look(touched: Touched): void {
    const { actions, plannedLaunches, plannedResponses } = this.#world;
    for (const actionRef of touched.entriesOf(actions).keys()) this.#lookAtAction(actionRef);
    for (const id of touched.entriesOf(plannedLaunches).keys()) this.#lookAtLaunch(id);
    for (const id of touched.entriesOf(plannedResponses).keys()) this.#lookAtResponse(id);
  }

  #lookAtAction(actionRef: string): void {
    const action = this.#world.actions.get(actionRef);
    this.set(actionRef, action ? timersOfAction(action) : NOTHING);
  }

  #lookAtLaunch(id: string): void {
    const planned = this.#world.plannedLaunches.get(id);
    this.set(`launch ${id}`, planned ? [timerOfLaunch(planned)] : NOTHING);
  }

  #lookAtResponse(id: string): void {
    const planned = this.#world.plannedResponses.get(id);
    const action = planned && this.#world.actions.get(planned.actionRef);
    this.set(`response ${id}`, planned && action ? [timerOfResponse(planned, action)] : NOTHING);
  }
}

const NOTHING: readonly Timer[] = [];
