/** What scenarios exercise of the state table, endings, rules and settings, and what was seen in the workspace that is open. */
import { CoverageTally } from '../../coverage/coverage-tally.ts';
import { type Happened, happenedTo } from '../../coverage/happened.ts';
import { MOST_NAMED, type ScenarioCoverage, type WorkspaceCoverage } from '../../shared/coverage.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Scenario, Step } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import { Breath } from '../runtime/breath.ts';
import type { Workspace } from '../runtime/ports.ts';
import { readBeside } from '../scenario/files-beside.ts';
import { inThread, type Unfinished } from '../scenario/in-thread.ts';
import type { Library } from '../scenario/library.ts';
import { loadScenarios } from '../scenario/load.ts';
import { type ExercisedByFile, exercise, type NamedScenario } from './exercise.ts';

export interface CoverageOptions {
  readonly library: Library;
  /** The file that the threads run which play scenarios; without it they are played in this one. */
  readonly scenarioWorkerUrl?: URL | null | undefined;
}

/** What it needs of the workspace that is open. */
interface OpenWorkspace {
  readonly world: World;
  stored(): Workspace;
  look<T>(read: () => T): Promise<T>;
}

/** What the scenario that is open is called in reports: a name that no file of the library has. */
const OPEN = 'open';

/** Real milliseconds that scenarios may take. */
const LIMIT_MS = 60_000;

export class Coverage {
  readonly #workspace: OpenWorkspace;
  readonly #library: Library;
  readonly #workerUrl: URL | null;
  readonly #closing = new AbortController();
  /** What the built-in scenarios exercise: they do not change while the app runs. */
  #builtIn: Promise<readonly ExercisedByFile[]> | null = null;
  /** What scenarios that were opened exercise, by their steps. */
  readonly #opened = new WeakMap<readonly Step[], Promise<readonly ExercisedByFile[] | Unfinished>>();

  /** What timelines came to up to their last facts: while time runs, only those are read again that something was added to. */
  readonly #read = new WeakMap<readonly Fact[], { readonly last: Fact | undefined; readonly happened: Happened }>();

  constructor(workspace: OpenWorkspace, { library, scenarioWorkerUrl }: CoverageOptions) {
    this.#workspace = workspace;
    this.#library = library;
    this.#workerUrl = scenarioWorkerUrl ?? null;
  }

  /** Of the built-in lessons and scenarios and of the one that is open; each is played the first time it is asked for. */
  async scenarios(): Promise<ScenarioCoverage> {
    const stored = this.#workspace.stored();
    const { title, player } = stored;
    const entries = await this.#library.entries();
    const scenarios: ScenarioCoverage['scenarios'][number][] = entries.map((entry) => ({
      file: fileOf(entry.id),
      id: entry.id,
      title: entry.title,
    }));
    const isBuiltIn = entries.some(({ id }) => id === player?.id);
    const [builtIn, opened] = await Promise.all([
      this.#ofBuiltIn(),
      player === null || isBuiltIn ? [] : this.#ofOpened(player.steps, stored),
    ]);
    const tally = new CoverageTally();
    for (const { file, ...exercised } of builtIn) tally.add(file, exercised);
    if ('fault' in opened) return { ...tally.report(), scenarios, unplayed: `“${title}” was ${opened.fault.what}.` };
    for (const { file, ...exercised } of opened) tally.add(file, exercised);
    if (opened.length > 0) scenarios.push({ file: OPEN, id: null, title });
    return { ...tally.report(), scenarios, unplayed: null };
  }

  /** Of all that has happened in the workspace, up to now. */
  async workspace(): Promise<WorkspaceCoverage> {
    const { world, timelines } = await this.#workspace.look(() => {
      const { world } = this.#workspace;
      return { world, timelines: [...world.timelines].map(([ref, facts]) => ({ ref, facts, length: facts.length })) };
    });
    const tally = new CoverageTally(MOST_NAMED);
    const breath = new Breath();
    for (const { ref, facts, length } of timelines) {
      // What happens meanwhile is for the next time.
      tally.add(ref, this.#happenedTo(world, ref, facts, length));
      if (breath.isDue) await breath.take();
    }
    const { settings: _, ...happened } = tally.report();
    return happened;
  }

  #happenedTo(world: World, ref: string, facts: readonly Fact[], length: number): Happened {
    const last = facts[length - 1];
    const known = this.#read.get(facts);
    if (known !== undefined && known.last === last) return known.happened;
    const happened = happenedTo(world, ref, facts.slice(0, length));
    this.#read.set(facts, { last, happened });
    return happened;
  }

  /** Plays no more. */
  close(): void {
    this.#closing.abort();
  }

  #ofBuiltIn(): Promise<readonly ExercisedByFile[]> {
    this.#builtIn ??= this.#library
      .scenarios()
      .then((all) => this.#play(all.map(({ id, scenario }) => ({ file: fileOf(id), scenario }))))
      .then((played) => {
        if (!('fault' in played)) return played;
        this.#builtIn = null;
        throw new Error(`The library was ${played.fault.what}.`);
      });
    return this.#builtIn;
  }

  #ofOpened(steps: readonly Step[], stored: Workspace): Promise<readonly ExercisedByFile[] | Unfinished> {
    const known =
      this.#opened.get(steps) ?? this.#play(allOf(steps, stored).map((scenario) => ({ file: OPEN, scenario })));
    this.#opened.set(steps, known);
    return known;
  }

  #play(scenarios: readonly NamedScenario[]): Promise<readonly ExercisedByFile[] | Unfinished> {
    if (this.#workerUrl === null) return exercise(scenarios);
    const { signal } = this.#closing;
    return inThread(this.#workerUrl, { does: 'exercise', scenarios }, { limitMs: LIMIT_MS, signal });
  }
}

/** The scenario that is open; where it is an example of a file, with the others. */
function allOf(steps: readonly Step[], { origin, source, player }: Workspace): Scenario[] {
  const examples = player?.examples ?? null;
  if (examples !== null && source !== null) {
    const loaded = loadScenarios(source, examples.fileName, { readFile: readBeside(examples.beside) });
    if (loaded.ok) return loaded.scenarios.map(({ scenario }) => scenario);
  }
  return [{ ...origin, steps: [...steps] }];
}

const fileOf = (id: string) => `${id}.yaml`;
