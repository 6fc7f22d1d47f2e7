/** What people, scenarios and outside systems do in the open workspace, act by act: each in its turn, and a point to go back to. */
import { isRejection, type Rejection, reject } from '../../shared/errors.ts';
import type { Command } from '../../shared/inputs.ts';
import type { Delivery } from '../../shared/model.ts';
import type { RespondTo } from '../../shared/scenario.ts';
import type { CallbackReply, Outcome } from '../runtime/ports.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { unlessReplaced } from '../runtime/workspace-replaced.ts';
import { addressed } from '../scenario/delivery.ts';
import type { Clock } from './clock.ts';
import type { Saver } from './saver.ts';

export interface ActsOptions {
  readonly runtime: () => Runtime;
  readonly clock: () => Pick<Clock, 'isPlaying' | 'occasion'>;
  readonly saver: Saver;
  /** Why nothing can be changed; `null` where it can. */
  readonly readOnly: () => string | null;
}

export class Acts {
  readonly #options: ActsOptions;

  constructor(options: ActsOptions) {
    this.#options = options;
  }

  /** A wish of a person or a settings screen; while playing, what follows from it happens in the play. */
  act(command: Command): Promise<Outcome> {
    const job = () => this.change(() => this.#runtime.submit(command, { settle: this.#settles }));
    // Reading changes nothing that one would go back on.
    return command.type === 'readNotifications' ? this.#runtime.onOccasion(null, job) : job();
  }

  /** Wishes that belong together, one after the other: one point to go back to, whatever is refused among them. */
  actAll(commands: readonly Command[]): Promise<Outcome[] | Rejection> {
    const settle = this.#settles;
    return this.change(() => Promise.all(commands.map((command) => this.#runtime.submit(command, { settle }))));
  }

  /** A wish of a scenario's step, and all that happens at this instant because of it. */
  submit(command: Command): Promise<Outcome> {
    return this.change(() => this.#runtime.submit(command));
  }

  /** The external system answers an Action now, as a scenario's `respond` or the *Respond by hand* panel says. */
  async respond(response: RespondTo): Promise<CallbackReply | Rejection> {
    const sent = addressed(this.#runtime.world, response);
    return isRejection(sent) ? sent : this.change(() => this.#runtime.respond(sent.ref, sent.delivery));
  }

  /** A response that came in by the real callback address. */
  async receiveCallback(actionRef: string, delivery: Delivery): Promise<CallbackReply> {
    const reply = await this.change(() => this.#runtime.respond(actionRef, delivery));
    return isRejection(reply) ? { httpStatus: 404, message: reply.message } : reply;
  }

  /** Something a person does: the point before it is one to go back to. Then a save where much was journalled. */
  change<T>(job: () => Promise<T>): Promise<T | Rejection> {
    const { clock, readOnly: whyNot, saver } = this.#options;
    const readOnly = whyNot();
    if (readOnly !== null) return Promise.resolve(reject('notAllowed', readOnly));
    const run = this.#runtime.onOccasion(clock().occasion, job);
    return unlessReplaced(async () => {
      const result = await run;
      saver.saveIfDue();
      return result;
    });
  }

  get #runtime(): Runtime {
    return this.#options.runtime();
  }

  /** Whether what follows from a wish happens with it, not in the play. */
  get #settles(): boolean {
    return !this.#options.clock().isPlaying;
  }
}
