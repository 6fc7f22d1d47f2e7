/** What a test does with the workspace beside the page: acts, moves the clock, switches External APIs, answers, and asks. */
import type { z } from 'zod';
import type { CommandText } from '../shared/inputs.ts';
import type { RunReport } from '../shared/played.ts';
import type { respondTo } from '../shared/scenario.ts';
import type { CheckedExpectation, ClockReading, RequestState } from '../shared/state.ts';
import { createClient, type LabClient } from './client.ts';
import { LabAction, LabCase, LabUser, PAGE } from './subjects.ts';

/** A response as a scenario file writes it: `{ action: 'C1/post', outcome: 'success', data: {} }`. */
export type Response = z.input<typeof respondTo>;
/** An expectation as a scenario file writes it. */
export type ExpectationText = Parameters<LabClient['state']['expect']>[0];

/** The workspace of a test. What the rules refuse is thrown, with the reason as its message. */
export class Lab {
  /** The page's address, with its token where it has one. */
  readonly address: URL;
  /** Whatever else the contract has. */
  readonly client: LabClient;

  /** `client`: where it cannot be had from the address. */
  constructor(address: URL, client: LabClient = createClient(address)) {
    this.address = address;
    this.client = client;
  }

  /** The whole address of a screen such as `/cases/C1`, with the token. */
  at(screen: string): string {
    return `${this.address.href}#${screen}`;
  }

  /** One act of a person or a settings screen: `{ type: 'take', action: 'C1/post', by: 'omar' }`. */
  async act(command: CommandText): Promise<void> {
    await this.client.act(command);
  }
  /** Launches a Case that is still a draft. */
  launch(caseRef: string): Promise<void> {
    return this.act({ type: 'launchCase', case: caseRef });
  }
  /** *Retry* on the error bar of an Action. */
  retry(action: string): Promise<void> {
    return this.act({ type: 'retry', action });
  }
  /** The switch of an External API, `API is`. */
  switchApi(name: string, to: Extract<CommandText, { type: 'switchApi' }>['to']): Promise<void> {
    return this.act({ type: 'switchApi', name, to });
  }
  /** The external system responds now; resolves to the HTTP status that it gets, 200 where the response was taken. */
  async respond(response: Response): Promise<number> {
    return (await this.client.respond(response)).httpStatus;
  }

  /** Moves virtual time: by a duration, `31m`, or to an instant, `{ to: '+2h' }`. */
  async advance(by: string | { readonly to: string }): Promise<void> {
    await this.client.clock.advance(typeof by === 'string' ? { by } : by);
  }
  /** Moves to the next scheduled event, one or more times; resolves to how many there were. */
  async next(count = 1): Promise<number> {
    return (await this.client.clock.next({ count })).moved;
  }
  /** Moves to the next automatic retry; false where none is scheduled. */
  async nextRetry(): Promise<boolean> {
    return (await this.client.clock.nextRetry()).moved;
  }
  /** Moves on until nothing is scheduled; false where nothing was. */
  async untilIdle(): Promise<boolean> {
    return (await this.client.clock.untilIdle()).moved;
  }
  clock(): Promise<ClockReading> {
    return this.client.state.clock();
  }

  /** Takes the steps of the scenario that are left, and says how each ended. */
  play(): Promise<RunReport> {
    return this.client.scenarios.run();
  }

  /** An Action as files name it: an alias, `C1/post` for the newest copy, or `C1/post/2`. */
  action(reference: string): LabAction {
    return new LabAction(this.client, reference);
  }
  case(reference: string): LabCase {
    return new LabCase(this.client, reference);
  }
  user(name: string): LabUser {
    return new LabUser(this.client, name);
  }
  /** The calls that an External API got, oldest first: the first thousand. */
  async requests(externalApi: string): Promise<RequestState[]> {
    return (await this.client.state.requests({ name: externalApi, ...PAGE })).requests;
  }
  /** Whether an expectation of a scenario file holds now, and every field in which it does not. */
  check(expectation: ExpectationText): Promise<CheckedExpectation> {
    return this.client.state.expect(expectation);
  }
}
