/** Asks the worker of odds: one request at a time, and where questions come faster than answers, the latest of them. */
import type { OddsQuestion } from '../../../lab/odds.ts';
import type { OddsReply, OddsRequest } from './serve-odds.ts';

export type OddsListener = (question: OddsQuestion, reply: OddsReply) => void;

export class OddsClient {
  readonly #onReply: OddsListener;
  #worker: Worker | null = null;
  /** What the worker is busy with; `null` where it waits. */
  #asked: OddsQuestion | null = null;
  /** What is asked as soon as it is free. */
  #next: OddsQuestion | null = null;

  constructor(onReply: OddsListener) {
    this.#onReply = onReply;
  }

  /** The worker starts with the first question. What is asked in between is not answered. */
  ask(question: OddsQuestion): void {
    if (this.#asked === null) this.#send(question, question);
    else this.#next = question;
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#asked = null;
    this.#next = null;
  }

  #send(question: OddsQuestion, request: OddsRequest): void {
    this.#asked = question;
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./odds-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<OddsReply>) => this.#take(data);
    worker.onerror = ({ message }) => {
      // The next question starts another one.
      worker.terminate();
      this.#worker = null;
      this.#take({ problem: message || 'its worker could not be started' });
    };
    return worker;
  }

  #take(reply: OddsReply): void {
    const question = this.#asked;
    if (question === null) return;
    const next = this.#next;
    this.#asked = null;
    this.#next = null;
    this.#onReply(question, reply);
    if (next !== null) this.#send(next, next);
    else if ('odds' in reply && !reply.isComplete) this.#send(question, null);
  }
}
