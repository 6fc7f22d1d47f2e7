/**
 * The world: what exists at one instant of virtual time. A container of Maps whose values are immutable and replaced by
 * `evolve`; so one fact costs the same with ten Actions and with a hundred thousand.
 */
import type { ActionType, CaseType, Settings, User } from './definitions.ts';
import type { Edits } from './edits.ts';
import type { Fact } from './facts.ts';
import type {
  Action,
  ActionRef,
  Case,
  CaseRef,
  ExternalApiState,
  Instant,
  Notification,
  PlannedLaunch,
  PlannedResponse,
} from './model.ts';
import type { RuleChange } from './rule-change.ts';

export interface World {
  readonly startAt: Instant;
  readonly seed: number;
  /** What the secrets of callback tokens are made with in a workspace of the app; `null` where they follow from the seed. */
  readonly callbackKey: string | null;
  /** Left out but where `mutate` plays: the simulator's own rules. */
  readonly ruleChange?: RuleChange;
  settings: Settings;
  queues: readonly string[];
  users: Map<string, User>;
  externalApis: Map<string, ExternalApiState>;
  actionTypes: Map<string, ActionType>;
  caseTypes: Map<string, CaseType>;
  edits: Edits;
  readonly cases: Map<CaseRef, Case>;
  readonly actions: Map<ActionRef, Action>;
  /** How many Cases each launch name has numbered so far: after `inv-40` the next is `inv-41`. */
  readonly caseNumbers: Map<string, number>;
  /** Names given by `as`. */
  readonly aliases: Map<string, ActionRef>;
  /** Of each person, oldest first; appended to, and replaced when they are read. */
  readonly notifications: Map<string, Notification[]>;
  readonly plannedLaunches: Map<string, PlannedLaunch>;
  readonly plannedResponses: Map<string, PlannedResponse>;
  /** What happened to each Action and Case, by its reference; appended to, never rewritten (R51). */
  readonly timelines: Map<string, Fact[]>;
  /** Of each Case: to whose timeline, its own or an Action's, one fact after the other went. */
  readonly timelineOrders: Map<CaseRef, (CaseRef | ActionRef)[]>;
  /** The next creation number. */
  sequence: number;
}
