/** The built-in scenarios: files like anybody's, in `resources/scenarios`. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { LibraryEntry } from '../../shared/contract.ts';
import { type Scenario, scenario } from '../../shared/scenario.ts';
import { loadScenario } from './load.ts';
import { formatProblem } from './problem.ts';

/** The file, beside the library, that the first start opens. */
const SAMPLE = 'sample-workspace.yaml';

export class Library {
  readonly #folder: string;

  constructor(folder = join(resourcesFolder(), 'scenarios')) {
    this.#folder = folder;
  }

  /** Every scenario with its title, in the order of the files' names. */
  async entries(): Promise<LibraryEntry[]> {
    const files = (await readdir(this.#folder)).filter((file) => file.endsWith('.yaml') && file !== SAMPLE).sort();
    return Promise.all(files.map((file) => this.#entry(file)));
  }

  /** The text of one, or `null` where the library has none of that id. */
  async text(id: string): Promise<{ fileName: string; text: string } | null> {
    const fileName = `${id}.yaml`;
    // Only what the listing names: an id is never a path.
    if (!(await readdir(this.#folder)).includes(fileName)) return null;
    return { fileName, text: await readFile(join(this.#folder, fileName), 'utf8') };
  }

  /** The sample workspace; its steps bring it to where something of every kind is happening. */
  async sample(): Promise<Scenario> {
    return this.#load(SAMPLE);
  }

  /** A scenario with nothing in it. */
  empty(): Scenario {
    return z.decode(scenario, {});
  }

  async #entry(file: string): Promise<LibraryEntry> {
    const { title, steps } = await this.#load(file);
    const told = steps.find((step) => 'say' in step);
    return {
      id: file.replace(/\.yaml$/, ''),
      title: title ?? file,
      stepCount: steps.length,
      summary: told && 'say' in told ? told.say : null,
    };
  }

  async #load(file: string): Promise<Scenario> {
    const loaded = loadScenario(await readFile(join(this.#folder, file), 'utf8'), file);
    if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
    return loaded.scenario;
  }
}

/** `resources` of this package, from the sources and from the built bundle alike. */
function resourcesFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const resources = join(folder, 'resources');
    if (existsSync(join(resources, 'scenarios'))) return resources;
  }
  throw new Error('the folder resources/scenarios is missing from this installation');
}
