/** A simulator without rules, for what only hands things on: it accepts everything but `retry`, and says what it was asked. */
import { coverageReport } from '../../src/coverage/coverage.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { Lab } from '../../src/main/lab/lab.ts';
import type { Simulator, SimulatorEvent } from '../../src/main/simulator.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import type { LiveWorkspace } from '../../src/main/workspace/live-workspace.ts';
import { Reading } from '../../src/main/workspace/reading.ts';
import { definitions } from '../../src/shared/definitions.ts';
import { type Rejection, reject } from '../../src/shared/errors.ts';
import type { Fact } from '../../src/shared/facts.ts';
import type { Command } from '../../src/shared/inputs.ts';
import type { LessonState } from '../../src/shared/lesson-contract.ts';
import type { RehearsedScenario } from '../../src/shared/played.ts';
import type { PresenterState } from '../../src/shared/presenter-contract.ts';
import type { RecordingState } from '../../src/shared/recorder-contract.ts';
import type { AddedStep, Expectable } from '../../src/shared/recording.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import type { PlayerState } from '../../src/shared/stream.ts';
import { worldToJson } from '../../src/shared/world-json.ts';

const START = Date.parse('2026-01-05T09:00:00Z');

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

export const HOLDINGS = {
  folder: '/data',
  workspaces: ['Fake'],
  backupCount: 2,
  runCount: 0,
  deletedCount: 0,
  hasWindow: false,
  fileCount: 9,
  bytes: 900,
  left: ['notes.txt'],
};

const STEP = { number: 1, verb: 'say', text: 'say: Fake', state: 'passed', note: 'Fake', failures: [] } as const;
export const RECORDING: RecordingState = {
  begunAt: START,
  leadCount: 2,
  begins: ['the queue AP'],
  steps: [
    { sentence: 'Launches C1.', added: null },
    { sentence: 'Says “Look.”', added: { id: 1, step: { say: 'Look.' } } },
  ],
};

const rehearsed = (file: string): RehearsedScenario => ({
  file,
  title: file,
  passed: true,
  failures: [],
  warnings: [],
  virtualDuration: 0,
  wallMs: 0,
  steps: [],
});

const wrongStep = (file: string) => ({ file, line: 2, column: 3, path: 'steps[0]', message: 'expected a step' });
const MISSING = { ok: false, reason: 'missing', message: 'There is no such workspace.' } as const;

export class FakeSimulator {
  readonly asked: string[] = [];
  refusal: Rejection | null = null;
  failure: Error | null = null;
  #playing = false;
  #eraseWindow: () => void = () => undefined;
  #speed = 1;
  readonly #listeners = new Set<(event: SimulatorEvent) => void>();

  /** For those who are given one. What a test calls has to be here, and nothing else. */
  get simulator(): Simulator {
    return this as unknown as Simulator;
  }

  get subscriberCount(): number {
    return this.#listeners.size;
  }

  tell(event: SimulatorEvent): void {
    this.workspace.toldSeq += 1;
    for (const listener of this.#listeners) listener(event);
  }

  readonly workspace = {
    title: 'Fake',
    recovered: [],
    world: createWorld(scenario.decode({}), START, 1),
    now: START,
    toldSeq: 0,
    look: async <T>(read: () => T): Promise<T> => read(),
    subscribe: (listener: (event: SimulatorEvent) => void): (() => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
    acts: {
      act: async (command: { type: string }) => {
        this.#ask('act', command.type);
        if (command.type === 'retry') return reject('closed', 'The Action is closed; nothing can be retried.', 'R15');
        this.tell({ type: 'facts', facts: [readFact(`by ${command.type}`)] });
        return { rejected: false as const, facts: [] };
      },
      actAll: (commands: readonly Command[]) =>
        Promise.all(commands.map((command) => this.workspace.acts.act(command))),
      respond: async () => {
        this.#ask('respond');
        return this.refusal ?? { httpStatus: 200 as const, message: 'The response was accepted.' };
      },
    },
    wallTimes: (externalApi: string) =>
      externalApi === 'erp' ? [{ actionRef: 'C1/post', callNumber: 1, wallMs: 1.5 }] : [],
    backups: async () => [BACKUP],
  };

  readonly eraser = {
    look: async () => HOLDINGS,
    all: async () => {
      this.#ask('eraseAll');
      this.#eraseWindow();
      return { fileCount: 9, bytes: 900, failed: [], left: ['notes.txt'], isWindowLater: false };
    },
    leaveWindowTo: (erase: () => void) => {
      this.#eraseWindow = erase;
    },
  };

  readonly clock = {
    state: () => ({
      now: this.workspace.now,
      startAt: START,
      playing: this.#playing,
      speed: this.#speed,
      scheduledCount: 0,
      next: null,
      canGoBack: false,
      recordedCount: null,
      callbackBase: null,
      notSaved: null,
    }),
    play: () => {
      this.#ask('play');
      this.#playing = true;
      this.tell({ type: 'clock' });
    },
    pause: async () => {
      this.#ask('pause');
      this.#playing = false;
    },
    setSpeed: (speed: number) => {
      this.#ask('setSpeed', speed);
      this.#speed = speed;
    },
    advance: async (wish: object) => {
      this.#ask('advance', wish);
      return this.refusal;
    },
    next: async (count = 1) => {
      this.#ask('next', count);
      return this.refusal ?? count;
    },
    nextRetry: async () => {
      this.#ask('nextRetry');
      return this.refusal ?? true;
    },
    untilIdle: async () => {
      this.#ask('untilIdle');
      return this.refusal;
    },
  };

  readonly reading = new Reading({
    ...this.workspace,
    clock: this.clock,
    scheduledCount: 0,
  } as unknown as LiveWorkspace);

  readonly rehearsal = {
    check: async (file: string, text: string) => (text === 'right' ? [] : [wrongStep(file)]),
    run: async (file: string, text: string) =>
      text === 'right'
        ? { ok: true, report: { passed: true, scenarios: [rehearsed(file)] } }
        : { ok: false, problems: [wrongStep(file)] },
  };

  readonly coverage = {
    scenarios: async () => {
      const scenarios = [{ file: 'known.yaml', id: 'known', title: 'Known' }];
      return { ...coverageReport([{ file: 'known.yaml', rules: ['R1'] }]), scenarios, unplayed: null };
    },
    workspace: async () => coverageReport([{ file: 'C1/post', rules: ['R1'] }]),
  };

  readonly history = {
    back: async () => {
      this.#ask('back');
      return true;
    },
    read: async ({ limit = 100 }: { limit?: number | undefined }) => {
      this.#ask('events', limit);
      const event = { seq: 2, at: START, kind: 'call failed', subject: 'C1/post', text: 'call of C1/post failed' };
      return {
        events: [{ ...event, state: 'present' as const }],
        changed: null,
        startSeq: 0,
        presentSeq: 2,
        futures: [],
        droppedFuture: null,
      };
    },
    goTo: async (seq: number) => {
      this.#ask('goTo', seq);
      return seq < 3;
    },
    future: async (id: number) => {
      this.#ask('future', id);
      return id === 1;
    },
    nameFuture: async (id: number, name: string) => {
      this.#ask('nameFuture', `${id} ${name}`);
      return id === 1;
    },
    compareFutures: async (left: number, right: number) => {
      this.#ask('compareFutures', `${left} ${right}`);
      const course = { tipAt: START, events: [], endings: [] };
      return right > 2
        ? null
        : {
            partedAt: START,
            partedSeq: 2,
            left: { ...course, id: left, name: 'first call of C1/post failed, 09:00' },
            right: { ...course, id: right, name: 'erp was switched to Up, 09:00' },
          };
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

  readonly player = {
    state: (): PlayerState | null => null,
    step: async () => {
      this.#ask('step');
      return this.refusal ?? { step: STEP };
    },
    run: async () => {
      this.#ask('run');
      return this.refusal ?? { title: 'Fake', passed: true, steps: [STEP], virtualDurationMs: 0 };
    },
  };

  readonly lesson = {
    state: (): LessonState | null => null,
    next: async () => {
      this.#ask('lessonNext');
      return this.refusal ?? { ok: true as const };
    },
    back: async () => {
      this.#ask('lessonBack');
      return this.refusal ?? { ok: true as const };
    },
    guess: (answer: number) => {
      this.#ask('guess', answer);
      return this.refusal ?? { ok: true as const };
    },
    return: async () => {
      this.#ask('lessonReturn');
      return { ok: true as const };
    },
    results: async () => [],
  };

  readonly presenter = {
    state: (): PresenterState => ({ action: null }),
    look: (action: string | null) => this.#ask('look', action ?? 'elsewhere'),
  };

  exportFutures = async () => [{ fileName: 'fake-future.yaml', text: 'title: Fake' }];

  readonly recorder = {
    state: () => RECORDING,
    begin: async () => {
      this.#ask('record');
      return this.refusal ?? { ok: true as const };
    },
    end: async () => {
      this.#ask('endRecording');
      return this.refusal ?? { ok: true as const };
    },
    add: async (step: AddedStep) => {
      this.#ask('addStep', JSON.stringify(step));
      return this.refusal ?? { ok: true as const };
    },
    expect: async (of: Expectable, field: string) => {
      this.#ask('expectThis', `${JSON.stringify(of)} ${field}`);
      return this.refusal ?? 'Expects that it is so.';
    },
    change: async (id: number, step: AddedStep | null) => {
      this.#ask('changeStep', `${id} ${JSON.stringify(step)}`);
      return this.refusal ?? { ok: true as const };
    },
    file: (head: object) => {
      this.#ask('recording', JSON.stringify(head));
      return this.refusal ?? { fileName: 'fake-recording.yaml', text: 'title: Fake' };
    },
  };

  readonly library = {
    entries: async () => [],
    text: async (id: string) => (id === 'known' ? { fileName: 'known.yaml', text: 'title: Known' } : null),
  };

  readonly hadWorkspace = true;
  readonly switcher = {
    openId: 'first',
    wayBack: null,
    list: async () => [],
    open: async (id: string) => {
      this.#ask('openWorkspace', id);
      return id === 'first' ? { ok: true as const } : MISSING;
    },
    rename: async (id: string, name: string) => {
      this.#ask('rename', `${id} ${name}`);
      return { ok: true as const };
    },
    duplicate: async (id: string) => {
      this.#ask('duplicate', id);
      return { ok: true as const, id: 'first', name: 'Fake copy' };
    },
    remove: async (id: string) => {
      this.#ask('removeWorkspace', id);
      return { ok: false as const, reason: 'impossible' as const, message: '“Fake” is open.' };
    },
    stay: async () => this.#ask('stay'),
  };

  readonly opener = {
    back: async () => {
      this.#ask('backToWorkspace');
      return { ok: true as const, moved: true };
    },
    openLibrary: async (id: string) => {
      this.#ask('openLibrary', id);
      return { ok: true as const };
    },
    openFiles: async (files: readonly { readonly fileName: string }[]) => {
      this.#ask('openFiles', files.map(({ fileName }) => fileName).join(' '));
      return files.some(({ fileName }) => fileName === 'wrong.yaml')
        ? { ok: false, problems: [wrongStep('wrong.yaml')] }
        : { ok: true };
    },
    openExample: async (example: number) => {
      this.#ask('openExample', example);
      return example > 2 ? reject('unknown', `There is no example ${example}.`) : { ok: true };
    },
    openText: async (fileName: string, text: string) => {
      this.#ask('openText', fileName);
      if (text !== 'wrong') return { ok: true as const };
      return { ok: false as const, problems: [wrongStep(fileName)] };
    },
    openScenario: async (_scenario: unknown, title: string) => {
      this.#ask('openScenario', title);
    },
    openSample: async () => {
      this.#ask('openSample');
    },
    openEmpty: async () => {
      this.#ask('openEmpty');
    },
    restoreBackup: async (saveNumber: number) => {
      this.#ask('restoreBackup', saveNumber);
      if (saveNumber === BACKUP.saveNumber) return { ok: true as const };
      const reason = saveNumber > BACKUP.saveNumber ? ('missing' as const) : ('damaged' as const);
      return { ok: false as const, reason, message: `The backup ${saveNumber} is ${reason}.` };
    },
  };

  readonly lab = new Lab({
    files: new MemoryFiles(),
    workerUrl: null,
    workerCount: 1,
    present: async () => ({ definitions: definitions.decode(LAB_FILE), startAt: START }),
  });

  async labTrial(): Promise<{ fileName: string; text: string }> {
    return { fileName: 'trial.yaml', text: 'title: A trial' };
  }
  async labLife() {
    return { title: 'A trial', actionRef: 'T/post', now: START, world: worldToJson(this.workspace.world) };
  }
  exportScenario() {
    return { fileName: 'fake.yaml', text: 'title: Fake' };
  }
  exportAction(reference: string) {
    return this.refusal ?? { fileName: 'fake-action.yaml', text: `title: ${reference}` };
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
