/** What matchers look at: an Action, a Case, a user. Each is a name; what it is like is asked whenever somebody wants to know. */
import { ORPCError } from '@orpc/client';
import type {
  ActionState,
  CaseState,
  CheckedExpectation,
  NotificationState,
  TimelineEntryState,
} from '../shared/state.ts';
import type { LabClient } from './client.ts';

/** The most that one question is answered with. */
export const PAGE = { offset: 0, limit: 1_000 };

/** What an expectation can be about. */
export interface Subject {
  /** `Action C1/post`. */
  readonly title: string;
  /** Whether these fields of it, as an `expect` of a scenario file has them, are so now. */
  check(fields: Record<string, unknown>): Promise<CheckedExpectation>;
  exists(): Promise<boolean>;
  /** Why it is as it is: its timeline, a line for each entry. */
  story(): Promise<string[]>;
}

type AnyExpectation = Parameters<LabClient['state']['expect']>[0];

/** Something with a life: an Action or a Case. */
abstract class LabLife<State> implements Subject {
  protected readonly client: LabClient;
  readonly reference: string;

  constructor(client: LabClient, reference: string) {
    this.client = client;
    this.reference = reference;
  }

  abstract get title(): string;
  /** All of it, in the words of a scenario's `expect`. Throws where there is none of this name. */
  abstract state(): Promise<State>;
  /** What happened to it, oldest first: the first thousand entries. */
  abstract timeline(): Promise<TimelineEntryState[]>;
  abstract check(fields: Record<string, unknown>): Promise<CheckedExpectation>;

  exists(): Promise<boolean> {
    return isThere(this.state());
  }
  async story(): Promise<string[]> {
    return (await this.timeline()).map(inALine);
  }
}

export class LabAction extends LabLife<ActionState> {
  get title(): string {
    return `Action ${this.reference}`;
  }
  state(): Promise<ActionState> {
    return this.client.state.action({ ref: this.reference });
  }
  async timeline(): Promise<TimelineEntryState[]> {
    return (await this.client.state.actionTimeline({ ref: this.reference, ...PAGE })).entries;
  }
  check(fields: Record<string, unknown>): Promise<CheckedExpectation> {
    return this.client.state.expect({ action: this.reference, ...fields } as AnyExpectation);
  }
}

/** What happened to its Actions is theirs. */
export class LabCase extends LabLife<CaseState> {
  get title(): string {
    return `Case ${this.reference}`;
  }
  state(): Promise<CaseState> {
    return this.client.state.case({ ref: this.reference });
  }
  async timeline(): Promise<TimelineEntryState[]> {
    return (await this.client.state.caseTimeline({ ref: this.reference, ...PAGE })).entries;
  }
  check(fields: Record<string, unknown>): Promise<CheckedExpectation> {
    return this.client.state.expect({ case: this.reference, ...fields } as AnyExpectation);
  }
}

export class LabUser implements Subject {
  readonly #client: LabClient;
  readonly name: string;

  constructor(client: LabClient, name: string) {
    this.#client = client;
    this.name = name;
  }

  get title(): string {
    return `user ${this.name}`;
  }
  exists(): Promise<boolean> {
    return isThere(this.notifications());
  }
  /** What this user was told, oldest first: the first thousand. Throws where there is no such user. */
  async notifications(): Promise<NotificationState[]> {
    return (await this.#client.state.notifications({ name: this.name, ...PAGE })).notifications;
  }
  check(fields: Record<string, unknown>): Promise<CheckedExpectation> {
    return this.#client.state.expect({ notifications: this.name, ...fields } as AnyExpectation);
  }
  async story(): Promise<string[]> {
    return (await this.notifications()).map(({ since, kind, action }) => `${since} ${kind}, ${action}`);
  }
}

/** False where the question is answered with that there is none of this name. */
function isThere(asked: Promise<unknown>): Promise<boolean> {
  return asked.then(
    () => true,
    (error: unknown) => {
      if (error instanceof ORPCError && error.code === 'NOT_FOUND') return false;
      throw error;
    },
  );
}

const inALine = ({ since, who, text }: TimelineEntryState) => `${since} ${who}: ${text}`;
