/**
 * The calls that Actions have to make. Those to simulated APIs are made together while time stands still (3), those to real
 * APIs beside the jobs (9), and only when it is on disk that they were started (6).
 */
import type { CallPlan, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { callRequest, startedCall } from './call-request.ts';
import { CallsBeside } from './calls-beside.ts';
import type { CallRequest, ExternalApiCaller } from './ports.ts';

/** Calls made at a time; more would only queue in the process. */
const CALLS_AT_ONCE = 64;

export interface OutgoingCallsOptions {
  readonly world: World;
  readonly caller: ExternalApiCaller;
  /** Takes what comes of a call into the world. */
  readonly onPlan: (request: CallRequest, plan: CallPlan) => void;
  /** Does something as a job of its own, and what is due because of it; `now` is where time stands then. Never rejects. */
  readonly asJob: (act: (now: Instant) => void) => Promise<void>;
  /** Told of what should never happen while nobody waits for an answer. */
  readonly onBug: (error: unknown) => void;
}

export class OutgoingCalls {
  readonly #options: OutgoingCallsOptions;
  #beside: CallsBeside;
  /** In the order in which they were started; those before `#madeCount` are made. */
  #toMake: string[];
  #madeCount = 0;
  /** Of calls to real APIs that nobody outside may hear of yet. */
  #toGoOut: string[] = [];

  constructor(options: OutgoingCallsOptions) {
    this.#options = options;
    this.#toMake = this.#unplanned();
    this.#beside = this.#callsBeside();
  }

  /** The world is at another point: gives up the calls to real APIs, and makes those that it waits for there. */
  startAgain(): void {
    this.#beside.giveUp();
    this.#beside = this.#callsBeside();
    this.#toMake = this.#unplanned();
    this.#madeCount = 0;
    this.#toGoOut = [];
  }

  /** Whether calls are still to be made. */
  get isWaiting(): boolean {
    return this.#madeCount < this.#toMake.length;
  }

  /** Whether an automatic retry is still to be made. */
  holdsRetry(): boolean {
    const { world } = this.#options;
    return this.#toMake.slice(this.#madeCount).some((ref) => startedCall(world, ref)?.trigger === 'automatic');
  }

  /** The Action has started a call. */
  add(actionRef: string): void {
    this.#toMake.push(actionRef);
  }

  /** Makes as many as can be made at a time; a promise only where the transport needs one. */
  make(): Promise<void> | undefined {
    const { world, caller, onPlan } = this.#options;
    const refs = this.#toMake.slice(this.#madeCount, this.#madeCount + CALLS_AT_ONCE);
    this.#madeCount += refs.length;
    if (!this.isWaiting) {
      this.#toMake = [];
      this.#madeCount = 0;
    }
    const requests = refs
      .flatMap((actionRef) => callRequest(world, actionRef) ?? [])
      .filter((request) => !this.#goesOut(request));
    const plans = requests.map((request) => caller.call(request));
    const take = (all: readonly CallPlan[]) => {
      for (const [index, plan] of all.entries()) onPlan(requests[index] as CallRequest, plan);
    };
    if (plans.some((plan) => plan instanceof Promise)) return Promise.all(plans).then(take);
    take(plans as CallPlan[]);
    return undefined;
  }

  /** Lets the calls to real APIs go out; to be called when all that was recorded is on disk. */
  goOut(): void {
    if (this.#toGoOut.length === 0) return;
    for (const actionRef of this.#toGoOut.splice(0)) this.#beside.make(actionRef);
  }

  /** Ends the calls to real APIs, and makes no more. */
  giveUp(): void {
    this.#beside.giveUp();
  }

  /** Calls whose result was not known when the app was closed are made again; they are drawn the same. */
  #unplanned(): string[] {
    const refs: string[] = [];
    for (const { ref, phase, plan } of this.#options.world.actions.values()) {
      if (phase === 'calling' && plan === null) refs.push(ref);
    }
    return refs;
  }

  #callsBeside(): CallsBeside {
    const { caller, onBug } = this.#options;
    const beside: CallsBeside = new CallsBeside({
      caller,
      requestOf: (actionRef) => this.#realRequest(actionRef),
      onPlan: (request, plan) => this.#takeResult(request, plan, beside),
      onBug,
    });
    return beside;
  }

  #goesOut(request: CallRequest): boolean {
    if (request.switch !== 'Real') return false;
    this.#toGoOut.push(request.actionRef);
    return true;
  }

  #realRequest(actionRef: string): CallRequest | undefined {
    const { world, asJob } = this.#options;
    const request = callRequest(world, actionRef);
    if (request === undefined || request.switch === 'Real') return request;
    // Switched away while the call waited for its turn: now it is a simulated one.
    void asJob(() => this.add(actionRef));
    return undefined;
  }

  #takeResult(request: CallRequest, plan: CallPlan, beside: CallsBeside): Promise<void> {
    const { world, onPlan, asJob } = this.#options;
    return asJob((now) => {
      if (beside !== this.#beside) return;
      // A response, the due date or the Case's owner may have ended the Action meanwhile.
      const isAwaited = callRequest(world, request.actionRef)?.callNumber === request.callNumber;
      if (isAwaited) onPlan(request, { ...plan, latencyMs: now - request.at, real: true });
    });
  }
}
