/** Given/when/then for the engine: a small world, inputs at instants, and what the world says afterwards. */
import { z } from 'zod';
import { timersOfAction } from '../../src/engine/clocks/timers.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { findAction } from '../../src/engine/decide.ts';
import { handle } from '../../src/engine/handle.ts';
import { isRejection, type Rejection } from '../../src/shared/errors.ts';
import type { Fact } from '../../src/shared/facts.ts';
import type { Input } from '../../src/shared/inputs.ts';
import type { Action, CallPlan, Case, ResponseBody } from '../../src/shared/model.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import type { World } from '../../src/shared/world.ts';

export const MINUTE = 60_000;
export const START = Date.parse('2026-01-05T09:00:00Z');

/** One API Action `post` of one Case `C1`, owned by dana, allocated to omar, else ines, in the queue AP. */
export const DEFINITIONS = {
  queues: ['AP'],
  users: { dana: {}, omar: { queues: ['AP'] }, ines: { queues: ['AP'] } },
  externalApis: { erp: { url: 'https://erp.example.test/invoices' } },
  actionTypes: {
    post: {
      title: 'Post invoice',
      externalApi: 'erp',
      responseWithin: '30m',
      allocation: { queue: 'AP', user: 'omar', secondaryUser: 'ines' },
    },
    check: { title: 'Check', manual: true, allocation: { queue: 'AP' } },
  },
  cases: { C1: { owner: 'dana', data: { invoiceId: 'INV-1' }, process: ['post'] } },
} as const satisfies ScenarioText;

export const REFUSED: CallPlan = {
  result: { connected: false, failure: { kind: 'refused' } },
  latencyMs: 0,
  answers: [],
};
export const ACCEPTED: CallPlan = { result: { connected: true, status: 202 }, latencyMs: 0, answers: [] };
export const SUCCESS: ResponseBody = { outcome: 'success', data: { poNumber: '4711' } };
export const UNSUCCESSFUL: ResponseBody = { outcome: 'unsuccessful', reason: 'PO 77 not found' };

/** A world under test and its clock. */
export class Given {
  readonly world: World;
  now = START;
  readonly facts: Fact[] = [];

  constructor(definitions: ScenarioText = DEFINITIONS) {
    this.world = createWorld(z.decode(scenario, definitions), START, definitions.seed ?? 1);
  }

  /** What the input leads to; throws where the rules refuse it. */
  when(input: Input): Fact[] {
    const outcome = this.tries(input);
    if (isRejection(outcome)) throw new Error(outcome.message);
    return outcome;
  }

  /** The same, where a refusal is an answer too. */
  tries(input: Input): Fact[] | Rejection {
    const outcome = handle(this.world, input, this.now);
    if (!isRejection(outcome)) this.facts.push(...outcome);
    return outcome;
  }

  after(durationMs: number): this {
    this.now += durationMs;
    return this;
  }

  action(reference = 'C1/post'): Action {
    const action = findAction(this.world, reference);
    if (!action) throw new Error(`no Action ${reference}`);
    return action;
  }

  case(reference = 'C1'): Case {
    const caseInstance = this.world.cases.get(reference);
    if (!caseInstance) throw new Error(`no Case ${reference}`);
    return caseInstance;
  }

  launched(): this {
    this.when({ type: 'launchCase', case: 'C1' });
    return this;
  }

  /** The call in flight comes to `plan`, at once. */
  callEnds(plan: CallPlan, reference = 'C1/post'): this {
    const { ref: actionRef, callCount: callNumber } = this.action(reference);
    this.when({ type: 'callPlanned', actionRef, callNumber, plan });
    this.after(plan.latencyMs).when({ type: 'callResultDue', actionRef });
    return this;
  }

  /** Fails until `retries` were made and the next is pending, or the Action closed. */
  failedUntil(retries: number, reference = 'C1/post'): this {
    this.callEnds(REFUSED, reference);
    while (this.action(reference).retryCount < retries) this.retryDue(reference).callEnds(REFUSED, reference);
    return this;
  }

  retryDue(reference = 'C1/post'): this {
    const { ref: actionRef, nextRetryAt } = this.action(reference);
    this.now = nextRetryAt ?? this.now;
    this.when({ type: 'retryDue', actionRef });
    return this;
  }

  answers(body: ResponseBody, reference = 'C1/post'): Fact[] | Rejection {
    return this.tries({ type: 'response', actionRef: this.action(reference).ref, delivery: { body, token: 'right' } });
  }

  maximum(max: number): this {
    this.when({ type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max } } } });
    return this;
  }

  /** `4/7`, as the Action shows it. */
  shown(reference = 'C1/post'): string {
    const { retryCount, displayedMaximum } = this.action(reference);
    return `${retryCount}/${displayedMaximum}`;
  }

  timers(reference = 'C1/post') {
    return timersOfAction(this.action(reference));
  }

  notificationsOf(user: string) {
    return this.world.notifications.get(user) ?? [];
  }
}

/** A world with the definitions of `DEFINITIONS`, `change` made to them. */
export function given(change: Partial<ScenarioText> = {}): Given {
  return new Given({ ...DEFINITIONS, ...change });
}

/** The Action type `post` with settings of its own. */
export function withPost(change: object): Partial<ScenarioText> {
  const { post, check } = DEFINITIONS.actionTypes;
  return { actionTypes: { check, post: { ...post, ...change } } };
}
