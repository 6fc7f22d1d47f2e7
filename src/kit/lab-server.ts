/** The server of a worker: one process, in which each test has a workspace of its own, at an address of its own. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { KitAnswer, KitRequest, ScenarioSource } from '../shared/kit-protocol.ts';

interface Running {
  readonly child: ChildProcess;
  readonly waiting: Map<number, (answer: KitAnswer) => void>;
  readonly ended: Promise<unknown>;
}

export class LabServer {
  readonly #url: URL;
  /** Started when it is first needed, and again where it has ended. */
  #running: Running | null = null;
  #count = 0;
  #said = '';

  /** `url`: of the built server. */
  constructor(url: URL) {
    this.#url = url;
  }

  /** Opens a fresh workspace and resolves to its address, with its token; the one before it ends. Throws where the scenario is invalid. */
  async open(scenario: ScenarioSource | null): Promise<URL> {
    this.#said = '';
    return new URL(await this.#ask((id) => ({ ask: 'open', id, scenario })));
  }

  /** A scenario as the text of a file that stands alone. Throws where it is invalid. */
  whole(scenario: ScenarioSource): Promise<string> {
    return this.#ask((id) => ({ ask: 'whole', id, scenario }));
  }

  /** What it wrote on standard error since the workspace was opened: nothing, where all is well. */
  get said(): string {
    return this.#said;
  }

  async close(): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    running.child.disconnect();
    await running.ended;
  }

  async #ask(request: (id: number) => KitRequest): Promise<string> {
    this.#running ??= this.#start();
    const { child, waiting } = this.#running;
    const id = ++this.#count;
    const answer = await new Promise<KitAnswer>((resolve) => {
      waiting.set(id, resolve);
      child.send(request(id));
    });
    if ('problem' in answer) throw new Error(answer.problem);
    return answer.said;
  }

  #start(): Running {
    // What the worker itself was started with (a loader, a debugger) is not for it.
    const child = fork(fileURLToPath(this.#url), { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const waiting: Running['waiting'] = new Map();
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said += text;
    });
    child.on('message', (answer: KitAnswer) => {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    });
    const ended = once(child, 'exit').then(() => {
      this.#running = null;
      for (const [id, tell] of waiting) tell({ id, problem: `Trigger Lab's server has ended. ${this.#said}` });
    });
    return { child, waiting, ended };
  }
}
