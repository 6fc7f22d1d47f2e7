/** A simulator without rules, for what only hands things on: it accepts everything but `retry`, and says what it was asked. */
import { createWorld } from '../../src/engine/create-world.ts';
import type { SimulatorSurface } from '../../src/main/hosts/simulator-surface.ts';
import { Lab } from '../../src/main/lab/lab.ts';
import type { SimulatorEvent } from '../../src/main/simulator.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import type { PlayerState } from '../../src/shared/contract.ts';
import { definitions } from '../../src/shared/definitions.ts';
import { type Rejection, reject } from '../../src/shared/errors.ts';
import type { Fact } from '../../src/shared/facts.ts';
import type { Command } from '../../src/shared/inputs.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';

export const START = Date.parse('2026-01-05T09:00:00Z');

const LAB_FILE: ScenarioText = {
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/x', random: { failRate: 0.5 } } },
  actionTypes: { post: { externalApi: 'erp', retry: { max: 1 } } },
};

/** Those with a higher number are missing, those with a lower one damaged. */
export const BACKUP = {
  saveNumber: 2,
  title: 'Fake',
  savedAt: '2026-11-28T06:00:00.000Z',
  now: START,
  caseCount: 3,
  actionCount: 4,
  problem: null,
} as const;

export class FakeSimulator implements SimulatorSurface {
  readonly asked: string[] = [];
  readonly title = 'Fake';
  readonly recovered: readonly string[] = [];
  readonly lab = new Lab({
    files: new MemoryFiles(),
    workerUrl: null,
    workerCount: 1,
    present: async () => ({ definitions: definitions.decode(LAB_FILE), startAt: START }),
  });
  world = createWorld(scenario.decode({}), START, 1);
  now = START;
  refusal: Rejection | null = null;
  failure: Error | null = null;
  #playing = false;
  #speed = 1;
  readonly #listeners = new Set<(event: SimulatorEvent) => void>();

  get subscriberCount(): number {
    return this.#listeners.size;
  }

  tell(event: SimulatorEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  clock() {
    return {
      now: this.now,
      startAt: START,
      playing: this.#playing,
      speed: this.#speed,
      scheduledCount: 0,
      next: null,
      canGoBack: false,
      callbackBase: null,
      notSaved: null,
    };
  }
  async look<T>(read: () => T): Promise<T> {
    return read();
  }
  async labTrial(): Promise<{ fileName: string; text: string }> {
    return { fileName: 'trial.yaml', text: 'title: A trial' };
  }
  player(): PlayerState | null {
    return null;
  }
  subscribe(listener: (event: SimulatorEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async act(command: { type: string }) {
    this.#ask('act', command.type);
    if (command.type === 'retry') return reject('closed', 'The Action is closed; nothing can be retried.', 'R15');
    this.tell({ type: 'facts', facts: [readFact(`by ${command.type}`)] });
    return { rejected: false as const, facts: [] };
  }
  actAll(commands: readonly Command[]) {
    return Promise.all(commands.map((command) => this.act(command)));
  }
  async respond() {
    this.#ask('respond');
    return this.refusal ?? { httpStatus: 200 as const, message: 'The response was accepted.' };
  }
  play(): void {
    this.#ask('play');
    this.#playing = true;
    this.tell({ type: 'clock' });
  }
  async pause() {
    this.#ask('pause');
    this.#playing = false;
  }
  setSpeed(speed: number): void {
    this.#ask('setSpeed', speed);
    this.#speed = speed;
  }
  async advance(wish: object) {
    this.#ask('advance', wish);
    return this.refusal;
  }
  async next(count = 1) {
    this.#ask('next', count);
    return this.refusal ?? count;
  }
  async nextRetry() {
    this.#ask('nextRetry');
    return this.refusal ?? true;
  }
  async untilIdle() {
    this.#ask('untilIdle');
    return this.refusal;
  }
  wallTimes(externalApi: string) {
    return externalApi === 'erp' ? [{ actionRef: 'C1/post', callNumber: 1, wallMs: 1.5 }] : [];
  }
  async back() {
    this.#ask('back');
    return true;
  }
  readonly history = {
    events: ({ limit = 100 }: { limit?: number | undefined }) => {
      this.#ask('events', limit);
      const event = { seq: 2, at: START, kind: 'call failed', subject: 'C1/post', text: 'call of C1/post failed' };
      return { events: [{ ...event, state: 'present' as const }], startSeq: 0, presentSeq: 2 };
    },
    goTo: async (seq: number) => {
      this.#ask('goTo', seq);
      return seq < 3;
    },
    previous: async () => {
      this.#ask('previous');
      return true;
    },
    next: async () => {
      this.#ask('next');
      return false;
    },
  };
  async library() {
    return [];
  }
  async openLibrary(id: string) {
    this.#ask('openLibrary', id);
    return { ok: true as const };
  }
  async openText(fileName: string, text: string) {
    this.#ask('openText', fileName);
    if (text !== 'wrong') return { ok: true as const };
    const problem = { file: fileName, line: 2, column: 3, path: 'steps[0]', message: 'expected a step' };
    return { ok: false as const, problems: [problem] };
  }
  async libraryText(id: string) {
    return id === 'known' ? { fileName: 'known.yaml', text: 'title: Known' } : null;
  }
  async stepScenario() {
    this.#ask('stepScenario');
    return this.refusal ?? { ok: true as const };
  }
  async runScenario() {
    this.#ask('runScenario');
    return this.refusal ?? { ok: true as const };
  }
  exportScenario() {
    return { fileName: 'fake.yaml', text: 'title: Fake' };
  }
  exportAction(reference: string) {
    return this.refusal ?? { fileName: 'fake-action.yaml', text: `title: ${reference}` };
  }
  async openSample() {
    this.#ask('openSample');
  }
  async openEmpty() {
    this.#ask('openEmpty');
  }
  async backups() {
    return [BACKUP];
  }
  async restoreBackup(saveNumber: number) {
    this.#ask('restoreBackup', saveNumber);
    if (saveNumber === BACKUP.saveNumber) return { ok: true as const };
    const reason = saveNumber > BACKUP.saveNumber ? ('missing' as const) : ('damaged' as const);
    return { ok: false as const, reason, message: `The backup ${saveNumber} is ${reason}.` };
  }

  #ask(what: string, about?: unknown): void {
    if (this.failure) throw this.failure;
    this.asked.push(
      about === undefined ? what : `${what} ${typeof about === 'string' ? about : JSON.stringify(about)}`,
    );
  }
}

/** A fact that can be told apart from others. */
export function readFact(user: string): Fact {
  return { at: START, type: 'notificationsRead', user };
}
