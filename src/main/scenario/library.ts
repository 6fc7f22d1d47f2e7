/** The built-in scenarios and the lessons of the course: files like anybody's, in `resources/scenarios` and `resources/lessons`. */
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

/** Where each group is, in the order in which they are listed. An id is unique over both. */
const FOLDERS: Readonly<Record<LibraryEntry['group'], string>> = { course: 'lessons', library: 'scenarios' };
const GROUPS = Object.keys(FOLDERS) as LibraryEntry['group'][];

export class Library {
  readonly #resources: string;

  constructor(resources = resourcesFolder()) {
    this.#resources = resources;
  }

  /** The lessons, then the scenarios, each in the order of the files' names. */
  async entries(): Promise<LibraryEntry[]> {
    const groups = await Promise.all(
      GROUPS.map(async (group) => {
        const files = (await this.#files(group)).filter((file) => file.endsWith('.yaml') && file !== SAMPLE).sort();
        return Promise.all(files.map((file) => this.#entry(group, file)));
      }),
    );
    return groups.flat();
  }

  /** The lessons and scenarios that `entries` lists, in the same order. */
  async scenarios(): Promise<{ readonly id: string; readonly scenario: Scenario }[]> {
    const listed = await this.entries();
    return Promise.all(listed.map(async ({ id, group }) => ({ id, scenario: await this.#load(group, `${id}.yaml`) })));
  }

  /** The text of one, or `null` where the library has none of that id. */
  async text(id: string): Promise<{ fileName: string; text: string } | null> {
    const fileName = `${id}.yaml`;
    for (const group of GROUPS) {
      // Only what the listing names: an id is never a path.
      if (!(await this.#files(group)).includes(fileName)) continue;
      return { fileName, text: await readFile(this.#path(group, fileName), 'utf8') };
    }
    return null;
  }

  /** The sample workspace; its steps bring it to where something of every kind is happening. */
  async sample(): Promise<Scenario> {
    return this.#load('library', SAMPLE);
  }

  /** A scenario with nothing in it. */
  empty(): Scenario {
    return z.decode(scenario, {});
  }

  async #entry(group: LibraryEntry['group'], file: string): Promise<LibraryEntry> {
    const { title = file, summary = null, tags = [], steps } = await this.#load(group, file);
    return {
      id: file.replace(/\.yaml$/, ''),
      group,
      title,
      summary,
      tags,
      stepCount: steps.length,
      questionCount: steps.filter((step) => 'ask' in step).length,
    };
  }

  async #load(group: LibraryEntry['group'], file: string): Promise<Scenario> {
    const loaded = loadScenario(await readFile(this.#path(group, file), 'utf8'), file);
    if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
    return loaded.scenario;
  }

  #files(group: LibraryEntry['group']): Promise<string[]> {
    return readdir(join(this.#resources, FOLDERS[group]));
  }

  #path(group: LibraryEntry['group'], file: string): string {
    return join(this.#resources, FOLDERS[group], file);
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
