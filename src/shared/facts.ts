/**
 * Facts: what happened. `decide` states them, `evolve` folds them into the world, the journal and the event stream carry
 * them, the timeline shows them (R51).
 */
import type { CustomData } from './definitions.ts';
import type { Edit, EditCourse } from './edits.ts';
import type {
  ActionRef,
  CallFailure,
  CallPlan,
  CallTrigger,
  CaseRef,
  Delivery,
  Instant,
  ResponseBody,
} from './model.ts';
import type { ApiSwitch, Phase, Reason, ResolutionMethod, ResponseClock, Status } from './words.ts';

/** Who did it, when nobody of the users: the simulator's own rules, or the external system. */
export const SYSTEM = 'System';
export const INTEGRATION = 'Integration';

/** How the wait before a retry came about (S2). */
export interface IntervalArithmetic {
  readonly firstMs: number;
  readonly factor: number;
  readonly capMs: number;
  readonly jitter: number;
  /** The draw in [0, 1) that the jitter used; absent without jitter. */
  readonly draw?: number | undefined;
  readonly intervalMs: number;
}

/** How the assignee was found (R41). */
export type AllocationChoice = 'user' | 'secondary user' | 'nobody available' | 'no user named';

/** What became of a response (R25–R30). */
export type ResponseVerdict = 'accepted' | 'duplicate' | 'conflicting' | 'late' | 'malformed' | 'wrong token';

interface OfAction {
  readonly at: Instant;
  readonly actionRef: ActionRef;
}
interface OfCase {
  readonly at: Instant;
  readonly caseRef: CaseRef;
}

export type ActionFact = OfAction &
  (
    | {
        readonly type: 'actionCreated';
        readonly caseRef: CaseRef;
        readonly actionType: string;
        readonly title: string;
        readonly copy: number;
        readonly place: string;
        readonly stream: string;
        readonly position?: { readonly step: number; readonly member: number } | undefined;
        readonly alias?: string | undefined;
        readonly token?: string | undefined;
        readonly owner: string;
        readonly by: string;
        readonly maximum: number;
        readonly dueAt: Instant | null;
        readonly responseClock: ResponseClock;
        /** Set at launch only where the response clock starts there (R35). */
        readonly responseDeadlineAt: Instant | null;
      }
    | {
        readonly type: 'callStarted';
        readonly callNumber: number;
        readonly trigger: CallTrigger;
        readonly by: string;
        readonly retryCount: number;
        readonly externalApi: string;
        readonly url: string;
        /** The `Action` part of the request's body (R3). */
        readonly action: CustomData;
      }
    | { readonly type: 'callPlanned'; readonly callNumber: number; readonly plan: CallPlan }
    | {
        readonly type: 'callFailed';
        readonly callNumber: number;
        readonly failure: CallFailure;
        readonly tookMs: number;
      }
    | {
        /** The Action left `calling` otherwise than by the call's result (R39). */
        readonly type: 'callCutOff';
        readonly callNumber: number;
        readonly tookMs: number;
      }
    | {
        readonly type: 'connected';
        readonly callNumber: number;
        readonly status: number;
        readonly tookMs: number;
        readonly responseExpected: boolean;
        readonly responseDeadlineAt: Instant | null;
      }
    | {
        readonly type: 'retryScheduled';
        readonly retryNumber: number;
        /** `null` where it would come after the end of time: then it never does. */
        readonly nextRetryAt: Instant | null;
        readonly arithmetic: IntervalArithmetic;
      }
    | {
        readonly type: 'maximumSaved';
        /** The setting, before and after. */
        readonly from: number;
        readonly to: number;
        /** What the Action shows from now on (R18). */
        readonly displayedMaximum: number;
        readonly by: string;
      }
    | {
        readonly type: 'statusChanged';
        readonly from: Status | null;
        readonly to: Status;
        readonly phase: Phase;
        readonly reason: Reason;
        readonly resolutionMethod: ResolutionMethod | null;
        readonly by: string;
        /** A person's words (R47). */
        readonly note?: string | undefined;
        /** True where the error bar stays on the closed Action (R10). */
        readonly keepsErrorBar?: boolean | undefined;
      }
    | {
        readonly type: 'allocated';
        readonly queue: string | null;
        readonly assignee: string | null;
        readonly choice: AllocationChoice | 'taken' | 'unassigned';
        readonly by: string;
      }
    | {
        readonly type: 'responseReceived';
        readonly verdict: ResponseVerdict;
        readonly httpStatus: 200 | 400 | 401 | 409;
        /** Whole where it decided; of one that changed nothing the beginning, where it is long. */
        readonly body: ResponseBody | null;
        /** How long the whole body was, in bytes, where only the beginning is kept. */
        readonly cutFromBytes?: number | undefined;
      }
    | { readonly type: 'becameOverdue' }
    | { readonly type: 'escalated'; readonly caseRef: CaseRef; readonly owner: string }
  );

export type CaseFact = OfCase &
  (
    | {
        readonly type: 'caseCreated';
        readonly caseType: string | null;
        readonly owner: string;
        readonly data: CustomData;
        readonly process: readonly (readonly string[])[];
      }
    | {
        readonly type: 'caseStatusChanged';
        readonly from: Status;
        readonly to: Status;
        readonly reason: Reason;
        readonly resolutionMethod: ResolutionMethod | null;
        readonly by: string;
        readonly needsAttention: boolean;
        readonly problemAction: ActionRef | null;
      }
    | { readonly type: 'processStepStarted'; readonly step: number }
    | { readonly type: 'caseDataWritten'; readonly data: CustomData; readonly by: string }
    | { readonly type: 'casePaused'; readonly by: string }
    | { readonly type: 'caseResumed'; readonly by: string }
  );

export type WorldFact = { readonly at: Instant } & (
  | { readonly type: 'apiSwitched'; readonly name: string; readonly to: ApiSwitch; readonly by: string }
  | {
      /** A definition was made, saved, moved or deleted, or the settings saved; or an earlier edit undone or redone. */
      readonly type: 'definitionEdited';
      readonly edit: Edit;
      readonly course: EditCourse;
      readonly by: string;
    }
  | { readonly type: 'casesNumbered'; readonly prefix: string; readonly last: number }
  | {
      readonly type: 'launchPlanned';
      readonly id: string;
      readonly launchAt: Instant;
      readonly caseType: string;
      readonly caseRef: CaseRef;
    }
  | { readonly type: 'plannedLaunchReached'; readonly id: string }
  | {
      readonly type: 'responsePlanned';
      readonly id: string;
      readonly responseAt: Instant;
      readonly actionRef: ActionRef;
      readonly delivery: Delivery;
    }
  | { readonly type: 'plannedResponseSent'; readonly id: string }
  | { readonly type: 'notificationsRead'; readonly user: string }
  /** The oldest closed Cases made room, with all that was theirs. */
  | { readonly type: 'casesRemoved'; readonly caseRefs: readonly CaseRef[] }
);

export type Fact = ActionFact | CaseFact | WorldFact;

/** The facts of one type. */
export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;
