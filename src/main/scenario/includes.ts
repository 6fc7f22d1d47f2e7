/** What a scenario file includes (scenario-format.md): files with definitions, which it adds to and may replace by name. */
import { isAbsolute, join, normalize, posix } from 'node:path';
import { SCENARIO_FILE } from '../../shared/file-parts.ts';
import type { Fault, Path, Problem } from './problem.ts';
import { isMap, type MapValue } from './schema-shape.ts';
import { suggest } from './suggest.ts';
import { oneOf, show } from './wording.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** Reads a file for a scenario: its text, or in words why that cannot be done. */
export type ReadFile = (file: string) => string | { readonly problem: string };

/** Sections that map names; `queues` is a list. */
const NAMED = ['settings', 'users', 'externalApis', 'actionTypes', 'caseTypes'];
const INCLUDED_KEYS = ['include', 'queues', ...NAMED];

/** Whether a file has nothing but what files are included for: it plays nothing, and checks nothing. */
export const isForIncluding = (value: unknown): boolean =>
  isMap(value) && Object.keys(value).every((key) => INCLUDED_KEYS.includes(key));

/** What says where in a text something is. */
export type Locating = Pick<YamlSource, 'locate'>;

/** Where a part of a value stands: the text, and the path in it. */
interface Place {
  readonly source: Locating;
  readonly path: Path;
}

/** A value, of each part of which it is known where it comes from. */
export interface Part {
  readonly value: MapValue;
  readonly placeOf: (path: Path) => Place;
}

export interface Includes {
  /** In the order in which they are added. */
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
}

/** Reads the files that `names`, at `include` of `file`, name. `chain` are the files that are being read, outermost first. */
export function readIncludes(
  names: readonly string[],
  file: string,
  source: Locating,
  readFile: ReadFile,
  chain: readonly string[] = [normalize(file)],
): Includes {
  const read = names.map((name, index): Includes => {
    const refuse = (fault: Omit<Fault, 'path'>): Includes => ({
      parts: [],
      problems: source.locate([{ path: ['include', index], ...fault }]),
    });
    const path = beside(file, name);
    if (chain.includes(path)) {
      const what = `a cycle of includes: ${[...chain.slice(chain.indexOf(path)), path].join(' → ')}`;
      return refuse({ what, expected: 'files that do not include each other' });
    }
    const text = readFile(path);
    return typeof text === 'string'
      ? readPart(text, path, readFile, [...chain, path])
      : refuse({ what: `${show(name)} ${text.problem}` });
  });
  return { parts: read.flatMap(({ parts }) => parts), problems: read.flatMap(({ problems }) => problems) };
}

/** An included file: definitions only, and what it includes itself. */
function readPart(text: string, file: string, readFile: ReadFile, chain: readonly string[]): Includes {
  const source = readYaml(text, file);
  if (Array.isArray(source)) return { parts: [], problems: source };
  const { value } = source;
  const faults = isMap(value)
    ? Object.entries(value).flatMap(([key, entry]) => checkEntry(key, entry))
    : [{ path: [], found: show(value), expected: 'a map with settings, users and so on' }];
  if (!isMap(value) || faults.length > 0) return { parts: [], problems: source.locate(faults) };
  const { include = [], ...own } = value;
  const { parts, problems } = readIncludes(include as string[], file, source, readFile, chain);
  return { parts: [...parts, { value: own, placeOf: (path) => ({ source, path }) }], problems };
}

function checkEntry(key: string, entry: unknown): Fault[] {
  if (!INCLUDED_KEYS.includes(key)) {
    const suggestion = suggest(key, INCLUDED_KEYS);
    const expected = `${oneOf(INCLUDED_KEYS)} in a file that is included`;
    return [
      { path: [key], keyPath: [key], what: `unknown key ${show(key)}`, expected, ...(suggestion && { suggestion }) },
    ];
  }
  if (NAMED.includes(key)) return isMap(entry) ? [] : [{ path: [key], found: show(entry), expected: 'a map' }];
  if (!Array.isArray(entry)) return [{ path: [key], found: show(entry), expected: 'a list' }];
  if (key !== 'include') return [];
  return entry.flatMap((name, index): Fault[] =>
    typeof name === 'string' && SCENARIO_FILE.test(name)
      ? []
      : [{ path: [key, index], found: show(name), expected: 'a .yaml, .yml or .json file' }],
  );
}

/**
 * The parts as one value. Of entries with the same name the later part's wins: the including file comes last. Queues are added
 * up; one that a part names twice itself is left to be found.
 */
export function mergeParts(parts: readonly Part[]): Part {
  const value: Record<string, unknown> = {};
  const places = new Map<string, Place>();
  const remember = (path: Path, place: Place) => places.set(JSON.stringify(path), place);
  for (const part of parts) {
    for (const [key, entry] of Object.entries(part.value)) {
      const known = value[key];
      if (key === 'queues' && Array.isArray(entry) && Array.isArray(known)) {
        const queues = [...known];
        for (const [index, queue] of entries(entry)) {
          if (known.includes(queue)) continue;
          remember([key, queues.length], part.placeOf([key, index]));
          queues.push(queue);
        }
        value[key] = queues;
      } else if (NAMED.includes(key) && isMap(entry) && isMap(known)) {
        value[key] = { ...known, ...entry };
        for (const name of Object.keys(entry)) remember([key, name], part.placeOf([key, name]));
      } else {
        value[key] = entry;
        remember([key], part.placeOf([key]));
      }
    }
  }
  const last = parts.at(-1);
  return {
    value,
    placeOf: (path) => {
      for (const length of [2, 1]) {
        const place = path.length >= length && places.get(JSON.stringify(path.slice(0, length)));
        if (place) return { source: place.source, path: [...place.path, ...path.slice(length)] };
      }
      return (last as Part).placeOf(path);
    },
  };
}

const entries = (list: readonly unknown[]) => [...list.entries()];

/** A file that is named in another one, seen from where that one is. */
export function beside(file: string, named: string): string {
  if (isAbsolute(named)) return named;
  const folder = /^(.*)[/\\]/.exec(file)?.[1];
  return folder === undefined ? posix.normalize(named) : join(folder, named);
}
