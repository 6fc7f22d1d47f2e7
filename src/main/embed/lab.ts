/// <reference lib="esnext.disposable" preserve="true" />
import { findAction } from '../../engine/decide.ts';
import { isRejection, type Rejection } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Scenario, StepText, StepVerb } from '../../shared/scenario.ts';
import type {
  ActionState,
  CaseState,
  ClockReading,
  NotificationState,
  RequestState,
  TimelineEntryState,
} from '../../shared/state.ts';
import type { ApiSwitch } from '../../shared/words.ts';
import { stateOfEntry } from '../../views/expected/state.ts';
import { timelineOf } from '../../views/timeline/entries.ts';
import { isActing } from '../scenario/commands.ts';
import type { Problem } from '../scenario/problem.ts';
import { readStep } from '../scenario/read-step.ts';
import { suggest } from '../scenario/suggest.ts';
import { type StepTarget, takeStep } from '../scenario/take-step.ts';
import type { Simulator } from '../simulator.ts';
import { InvalidScenarioError, RefusedError } from './errors.ts';
import { errorOf } from './failed-step.ts';

/** What stands after a verb in a scenario file: `{ case: 'C1' }` after `launch`. */
export type StepArgument<V extends StepVerb> = Extract<StepText, { readonly [K in V]: unknown }>[V];

/** Something that has happened to an Action or a Case. */
export interface LabEvent extends TimelineEntryState {
  /** The Action, `C1/post-invoice`, or the Case, `C1`. */
  readonly subject: string;
}

/** The whole of a list. */
const ALL = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/**
 * A scenario that is open: its people, External APIs, Action types and Cases, in memory and in virtual time. What is done takes effect in
 * the order in which it was asked for. What the rules refuse throws `RefusedError`, what is not as expected `ExpectationError`, a step
 * that is none `InvalidScenarioError`. `close` it, or declare it with `await using`.
 */
export class Lab implements AsyncDisposable {
  /** The scenario's title. */
  readonly title: string;
  readonly #simulator: Simulator;
  readonly #target: StepTarget;
  readonly #steps: IterableIterator<Scenario['steps'][number]>;
  #last: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | null = null;

  /** @internal */
  constructor(title: string, simulator: Simulator, target: StepTarget, steps: Scenario['steps']) {
    this.title = title;
    this.#simulator = simulator;
    this.#target = target;
    this.#steps = steps.values();
  }

  // ── What people and External APIs do ──────────────────────────────────────────────────────────────────────────────

  /** Starts a Case's process, an ad-hoc Action in a Case, or new Cases of a type. A text is the name of a Case. */
  launch(what: string | StepArgument<'launch'>): Promise<void> {
    return this.act({ launch: typeof what === 'string' ? { case: what } : what });
  }

  /** Clicks Retry on an Action: `C1/post-invoice`, an alias, or with who does it. */
  retry(what: string | StepArgument<'retry'>): Promise<void> {
    return this.act({ retry: typeof what === 'string' ? { action: what } : what });
  }

  /** The External API responds to an Action now: `{ action, outcome: 'success', data }`. */
  respond(response: StepArgument<'respond'>): Promise<void> {
    return this.act({ respond: response });
  }

  /** Saves settings, as the Builder would: `{ retry: { max: 7 } }`, `{ externalApi: 'erp', otherwise: { fail: 'dns' } }`. */
  set(change: StepArgument<'set'>): Promise<void> {
    return this.act({ set: change });
  }

  /** Switches an External API: `Up`, `As configured`, `Down` or `Silent`. */
  switchApi(externalApi: string, to: Exclude<ApiSwitch, 'Real'>): Promise<void> {
    return this.#inOrder(async () => {
      const outcome = await this.#target.act({ type: 'switchApi', name: externalApi, to });
      if (isRejection(outcome)) throw new RefusedError(outcome.message);
    });
  }

  /**
   * Takes a step as a scenario file has it: `{ take: { action, by } }`, `{ resolve: { action, as: 'complete' } }`,
   * `{ case: { case, do: 'pause' } }`, … What the rules refuse throws, but for a step with `refused: true`: that throws if they do not.
   */
  act(step: StepText): Promise<void> {
    const read = readStep(step, 'step');
    if (!('length' in read))
      return this.#inOrder(() => this.#take(isActing(read) ? { refused: false, ...read } : read));
    return Promise.reject(new InvalidScenarioError(read, tellOfStep));
  }

  /** Takes the steps of the scenario that are left, as `trigger-lab run` does; the first that fails throws. */
  play(): Promise<void> {
    return this.#inOrder(async () => {
      for (const step of this.#steps) await this.#take(step, { isScripted: true });
    });
  }

  /** Closes the app, as it were, and opens it again on what it stored. */
  restart(): Promise<void> {
    return this.act({ restart: {} });
  }

  // ── Virtual time ──────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Moves virtual time; everything due on the way happens in order. By a duration, `31m`; `{ to: '+2h' }`; `{ until: 'idle' }`, until
   * nothing is scheduled; or `{ until: { action, status: 'Closed' }, atMost: '2h' }`, which throws where that does not come true in time.
   */
  advance(how: StepArgument<'advance'>): Promise<void> {
    return this.act({ advance: how });
  }

  /** Moves to the next scheduled event, `count` times; fewer where no more are scheduled. */
  next(count = 1): Promise<void> {
    return this.act({ next: count });
  }

  // ── What is so ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Throws unless all is as expected now. One that names no field throws too: it would hold whatever happens. */
  expect(expectation: StepArgument<'expect'>): Promise<void> {
    return this.act({ expect: expectation } as StepText);
  }

  /** An Action as expectations see it: by its alias, or `CASE/actionType` for the newest copy. Throws where there is none. */
  action(reference: string): ActionState {
    return this.#found(this.#simulator.reading.action(reference), reference, [
      ...this.#target.world.actions.keys(),
      ...this.#target.world.aliases.keys(),
    ]);
  }

  /** All Actions, oldest first. */
  actions(): readonly ActionState[] {
    return this.#simulator.reading.actions(ALL).actions;
  }

  /** A Case as expectations see it. Throws where there is none. */
  case(reference: string): CaseState {
    return this.#found(this.#simulator.reading.case(reference), reference, this.#target.world.cases.keys());
  }

  /** All Cases, oldest first. */
  cases(): readonly CaseState[] {
    return this.#simulator.reading.cases(ALL).cases;
  }

  /** What happened to an Action, or to a Case itself, oldest first. Throws where there is none. */
  timeline(reference: string): readonly TimelineEntryState[] {
    const { reading } = this.#simulator;
    if (!this.#target.world.cases.has(reference)) this.action(reference);
    const timeline = this.#target.world.cases.has(reference)
      ? reading.timelineOfCase(reference, ALL)
      : reading.timelineOfAction(reference, ALL);
    return isRejection(timeline) ? [] : timeline.entries;
  }

  /** What a user was told, oldest first. Throws where there is no such user. */
  notifications(user: string): readonly NotificationState[] {
    const told = this.#simulator.reading.notifications(user, ALL);
    return this.#found(told, user, this.#target.world.users.keys()).notifications;
  }

  /** The calls that an External API got, oldest first. Throws where there is no such API. */
  requests(externalApi: string): readonly RequestState[] {
    const got = this.#simulator.reading.requests(externalApi, ALL);
    return this.#found(got, externalApi, this.#target.world.externalApis.keys()).requests;
  }

  /** Where virtual time stands, how many events are scheduled, and what comes next. */
  clock(): ClockReading {
    return this.#simulator.reading.clock();
  }

  /** Tells `listener` of all that happens to Actions and Cases from now on, in order; the returned function ends it. */
  subscribe(listener: (event: LabEvent) => void): () => void {
    const { workspace } = this.#simulator;
    return workspace.subscribe((event) => {
      if (event.type !== 'facts') return;
      for (const each of event.facts.flatMap((fact) => eventsOf(fact, workspace.world.startAt))) told(listener, each);
    });
  }

  /** Ends it, once what was asked for before is done. Asked again, it is the same closing. */
  close(): Promise<void> {
    this.#closing ??= this.#last.then(() => this.#simulator.close());
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  // ── Inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Does it once all that was asked for before is done. */
  #inOrder(job: () => Promise<void>): Promise<void> {
    if (this.#closing !== null) return Promise.reject(new RefusedError('the lab is closed'));
    const done = this.#last.then(job);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #take(step: Scenario['steps'][number], { isScripted = false } = {}): Promise<void> {
    const { failures, note, warning } = await takeStep(this.#target, step, 1);
    // What a scenario's own step is warned of has passed.
    const outcome = isScripted || warning === undefined ? { failures, note } : { failures, note, warning };
    const error = errorOf(step, outcome, (reference) => (this.#isThere(reference) ? this.timeline(reference) : []));
    if (error !== null) throw error;
  }

  #isThere(reference: string): boolean {
    const { world } = this.#target;
    return world.cases.has(reference) || findAction(world, reference) !== undefined;
  }

  #found<T>(answer: T | Rejection, reference: string, names: Iterable<string>): T {
    if (!isRejection(answer)) return answer;
    const suggestion = suggest(reference, names);
    const { message } = answer;
    throw new RefusedError(suggestion === undefined ? message : `${message} Did you mean ${suggestion}?`);
  }
}

/** A step has no file, and no lines. */
const tellOfStep = ({ path, message }: Problem) => (path === '$' ? message : `${path}: ${message}`);

/** The entry of a timeline that a fact makes, if it makes one. */
function eventsOf(fact: Fact, startAt: number): LabEvent[] {
  const subject = 'actionRef' in fact ? fact.actionRef : 'caseRef' in fact ? fact.caseRef : null;
  if (subject === null) return [];
  return timelineOf([fact]).map((entry) => ({ subject, ...stateOfEntry(entry, startAt) }));
}

/** A listener's error is its own: it must not reach what tells it. */
function told(listener: (event: LabEvent) => void, event: LabEvent): void {
  try {
    listener(event);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
