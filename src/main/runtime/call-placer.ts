/**
 * The calls that Actions have to make. Those to simulated APIs are placed together while time stands still (3), those to real
 * APIs beside the jobs (9), and only when it is on disk that they were started (6).
 */
import type { CallPlan, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { callRequest, startedCall } from './call-request.ts';
import { CallsBeside } from './calls-beside.ts';
import type { CallRequest, ExternalApiCaller } from './ports.ts';

/** Calls placed at a time; more would only queue in the process. */
const CALLS_AT_ONCE = 64;

export interface CallPlacerOptions {
  readonly world: World;
  readonly caller: ExternalApiCaller;
  /** Takes what comes of a call into the world. */
  readonly onPlan: (request: CallRequest, plan: CallPlan) => void;
  /** Does something as a job of its own, and what is due because of it; `now` is where time stands then. Never rejects. */
  readonly asJob: (act: (now: Instant) => void) => Promise<void>;
  /** Told of what should never happen while nobody waits for an answer. */
  readonly onBug: (error: unknown) => void;
}

export class CallPlacer {
  readonly #options: CallPlacerOptions;
  #beside: CallsBeside;
  /** In the order in which they were started; those before `#placedCount` are placed. */
  #toPlace: string[];
  #placedCount = 0;
  /** Of calls to real APIs that nobody outside may hear of yet. */
  #toGoOut: string[] = [];

  constructor(options: CallPlacerOptions) {
    this.#options = options;
    this.#toPlace = this.#unplanned();
    this.#beside = this.#callsBeside();
  }

  /** The world is at another point: gives up the calls to real APIs, and places those that it waits for there. */
  startAgain(): void {
    this.#beside.giveUp();
    this.#beside = this.#callsBeside();
    this.#toPlace = this.#unplanned();
    this.#placedCount = 0;
    this.#toGoOut = [];
  }

  /** Whether calls are still to be placed. */
  get isWaiting(): boolean {
    return this.#placedCount < this.#toPlace.length;
  }

  /** Whether a retry that came by itself is still to be placed. */
  holdsRetry(): boolean {
    const { world } = this.#options;
    return this.#toPlace.slice(this.#placedCount).some((ref) => startedCall(world, ref)?.trigger === 'automatic');
  }

  /** The Action has started a call. */
  add(actionRef: string): void {
    this.#toPlace.push(actionRef);
  }

  /** Places as many as can be at a time; a promise only where the transport needs one. */
  place(): Promise<void> | undefined {
    const { world, caller, onPlan } = this.#options;
    const refs = this.#toPlace.slice(this.#placedCount, this.#placedCount + CALLS_AT_ONCE);
    this.#placedCount += refs.length;
    if (!this.isWaiting) {
      this.#toPlace = [];
      this.#placedCount = 0;
    }
    const requests = refs
      .flatMap((actionRef) => callRequest(world, actionRef) ?? [])
      .filter((request) => !this.#isPlacedBeside(request));
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
    for (const actionRef of this.#toGoOut.splice(0)) this.#beside.place(actionRef);
  }

  /** Ends the calls to real APIs, and places none any more. */
  giveUp(): void {
    this.#beside.giveUp();
  }

  /** Calls whose result was not known when the app was closed are placed again; they are drawn the same. */
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

  #isPlacedBeside(request: CallRequest): boolean {
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
