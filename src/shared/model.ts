/** What the world is made of: values that are immutable and replaced by `evolve`. The world that holds them is `world.ts`. */
import type { CustomData, ExternalApi } from './definitions.ts';
import type { ApiSwitch, ConnectionFailure, Phase, Reason, ResolutionMethod, ResponseClock, Status } from './words.ts';

/** A whole number of milliseconds since 1970, virtual time. */
export type Instant = number;

/** `C1/post-invoice`; the second copy of it is `C1/post-invoice/2`. */
export type ActionRef = string;
export type CaseRef = string;

/** Why a call did not connect (R7): a connection failure, or a status outside 2xx. */
export interface CallFailure {
  readonly kind: ConnectionFailure | 'status';
  /** The HTTP status when `kind` is `status`. */
  readonly status?: number;
  /** What the Retry-After header asked for; shown, not followed. */
  readonly retryAfterMs?: number;
}

/** What came of a call: a 2xx, or a failure to connect (R7). */
export type CallResult =
  | { readonly connected: true; readonly status: number }
  | { readonly connected: false; readonly failure: CallFailure };

/** What the external system says later (R25, R26), as it is in the callback's body. */
export interface ResponseBody {
  readonly outcome: 'success' | 'unsuccessful';
  readonly reason?: string | undefined;
  readonly data?: CustomData | undefined;
}

/** An answer on its way to the callback: a body, or one that cannot be read; with the right token, or a wrong one. */
export interface Delivery {
  readonly body: ResponseBody | null;
  readonly token: 'right' | 'wrong';
  /** Only the beginning of the body is left, since it changes nothing: how long the whole was, and whether it repeated what decided. */
  readonly cut?: { readonly bytes: number; readonly isRepeat: boolean };
}

/** An answer that the external system sends `afterMs` its acceptance. */
export interface PlannedAnswer {
  readonly afterMs: number;
  readonly delivery: Delivery;
}

/** All that comes of one call: what the simulated external system decides, or what a real one did. */
export interface CallPlan {
  readonly result: CallResult;
  /** Virtual time until the caller knows the result. */
  readonly latencyMs: number;
  /** What is sent to the callback, in order of `afterMs`; empty unless connected. */
  readonly answers: readonly PlannedAnswer[];
  /** The call really went out: this is what came back, and nobody knows what is answered later. */
  readonly real?: true;
}

export type CallTrigger = 'first' | 'automatic' | 'manual';

/** What an Action's error bar is made from (R8). */
export interface LastFailure {
  readonly callNumber: number;
  readonly occurredAt: Instant;
  readonly failure: CallFailure;
}

/** One copy of an Action. A manual Action has the phase `manual` or `closed` and makes no calls. */
export interface Action {
  readonly ref: ActionRef;
  readonly caseRef: CaseRef;
  readonly actionType: string;
  readonly title: string;
  /** 1 for the first of its Case and type, 2 for the next. */
  readonly copy: number;
  /** What it is a copy of: all copies of one Action have the same, and no other Action has it. */
  readonly place: string;
  /** The name of its random stream: the same whatever other Actions there are. */
  readonly stream: string;
  /** Where it stands in the Case's process; absent on an ad-hoc Action. */
  readonly position?: { readonly step: number; readonly member: number } | undefined;
  /** Creation order over the whole world; settles ties (R37). */
  readonly sequence: number;
  /** The secret in its callback URL; absent on a manual Action. */
  readonly token?: string | undefined;

  readonly phase: Phase;
  readonly status: Status;
  readonly reason: Reason;
  readonly resolutionMethod: ResolutionMethod | null;
  /** Why the external system said no (R26); never removed. */
  readonly rejectedReason: string | null;
  /** When, and by whom, the status was set. */
  readonly statusSince: Instant;
  readonly statusBy: string;

  /** `n`: retries started so far (R11). */
  readonly retryCount: number;
  /** `d`: the maximum shown on the Action (R18). */
  readonly displayedMaximum: number;
  readonly callCount: number;
  /** When the call in flight started. */
  readonly callStartedAt: Instant | null;
  /** What the call in flight will come to, once the external system has decided. */
  readonly plan: CallPlan | null;
  /** Present while the error bar shows (R6, R10). */
  readonly lastFailure: LastFailure | null;
  /** While a retry is pending: when it starts; `null` where that would be after the end of time. */
  readonly nextRetryAt: Instant | null;
  readonly connectedAt: Instant | null;
  /** Where its response clock starts, fixed at launch (R35, R38). */
  readonly responseClock: ResponseClock;
  /** When its response clock runs out; from launch on only where it starts there. */
  readonly responseDeadlineAt: Instant | null;
  /** Present until reached or closed. */
  readonly dueAt: Instant | null;
  readonly overdue: boolean;

  readonly owner: string | null;
  readonly assignee: string | null;
  readonly queue: string | null;

  /** The response that decided (R28). */
  readonly decidedBy: ResponseBody | null;
  /** How many responses changed nothing (R28–R30); the timeline has the latest of them. */
  readonly unheededResponses: number;
  readonly escalated: boolean;
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
}

/** A piece of work and its process. Before it is launched its status is `Draft`. */
export interface Case {
  readonly ref: CaseRef;
  readonly caseType: string | null;
  readonly owner: string;
  readonly data: CustomData;
  /** Action types in order; the members of an inner list start together. */
  readonly process: readonly (readonly string[])[];
  /** The step that runs now; -1 before launch, `process.length` after the last. */
  readonly currentStep: number;
  readonly sequence: number;
  readonly status: Status;
  readonly reason: Reason | null;
  readonly resolutionMethod: ResolutionMethod | null;
  readonly statusSince: Instant;
  readonly needsAttention: boolean;
  readonly problemAction: ActionRef | null;
  readonly paused: boolean;
  /** Every copy, in creation order. */
  readonly actions: readonly ActionRef[];
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
}

export interface Notification {
  readonly sequence: number;
  readonly at: Instant;
  readonly user: string;
  readonly kind: string;
  readonly caseRef: CaseRef;
  readonly actionRef: ActionRef;
  readonly read: boolean;
}

/** A Case that `launch … every` will create. */
export interface PlannedLaunch {
  readonly id: string;
  readonly sequence: number;
  readonly at: Instant;
  readonly caseType: string;
  readonly caseRef: CaseRef;
}

/** An answer on its way from an external system. */
export interface PlannedResponse {
  readonly id: string;
  readonly sequence: number;
  readonly at: Instant;
  readonly actionRef: ActionRef;
  readonly delivery: Delivery;
}

/** An External API as it stands now. */
export interface ExternalApiState {
  readonly definition: ExternalApi;
  readonly switch: ApiSwitch;
  readonly callCount: number;
  readonly lastRequest: { readonly actionRef: ActionRef; readonly action: CustomData } | null;
}
