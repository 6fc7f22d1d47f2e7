/** A scenario file's text → a scenario that can run, or everything that is wrong with it. Nothing of a wrong file runs. */
import type { z } from 'zod';
import { scenarioFile } from '../../shared/file-parts.ts';
import { type Scenario, step, stepSchemas } from '../../shared/scenario.ts';
import { type Composed, type ComposeOptions, compose } from './compose.ts';
import { decodeScenario } from './decode.ts';
import { diagnose, type Nouns } from './diagnose.ts';
import { checkNames } from './names.ts';
import { atMostTold, type Fault, formatProblem, locateProblem, type Problem } from './problem.ts';
import { checkTimelineWords } from './timeline-words.ts';
import { show } from './wording.ts';
import { readYaml } from './yaml-source.ts';

/** One scenario of a file. */
export interface ReadScenario {
  readonly scenario: Scenario;
  /** The file's own, or its name without folder and extension; of an example with its parameters, `TITLE [fail=dns, max=2]`. */
  readonly title: string;
  /** The file itself. */
  readonly text: string;
  /** The line of each step, from 1. */
  readonly stepLines: readonly number[];
  /** The column in it, from 1. */
  readonly stepColumns: readonly number[];
}

export interface LoadOptions extends ComposeOptions {
  /** Whether the file is for others to include: the names that it uses may be theirs. Default false. */
  readonly isPart?: boolean;
}

/** What became of a file. Problems are sorted by position, those of included files after it, and never empty. */
type Wrong = { readonly ok: false; readonly problems: readonly Problem[] };
export type LoadedScenario = ({ readonly ok: true } & ReadScenario) | Wrong;
export type LoadedScenarios = { readonly ok: true; readonly scenarios: readonly ReadScenario[] } | Wrong;

export const NOUNS: Nouns = new Map<z.core.$ZodType, string>([
  [step, 'step'],
  [stepSchemas.expect.shape.expect, 'subject'],
]);

/** UTF-16 units that are read: a hundred thousand long steps. Each takes up to two hundred bytes of memory meanwhile. */
export const LONGEST_TEXT = 10_000_000;

const EXTENSIONS = ['yaml', 'yml', 'json'];

/** The same as `loadScenarios`; of a file with examples the first. */
export function loadScenario(text: string, fileName: string, options: ComposeOptions = {}): LoadedScenario {
  const loaded = loadScenarios(text, fileName, options);
  return loaded.ok ? { ok: true, ...(loaded.scenarios[0] as ReadScenario) } : loaded;
}

/**
 * Reads, validates and checks the names of one file; each of its examples is a scenario. `fileName` appears in messages, gives
 * the title where the file has none, and its extension, if any, must be one of a scenario's. A text of more than `LONGEST_TEXT`
 * is refused. Names are checked once the rest of the file is right.
 */
export function loadScenarios(text: string, fileName: string, options: LoadOptions = {}): LoadedScenarios {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1];
  if (extension !== undefined && !EXTENSIONS.includes(extension.toLowerCase())) {
    const fault = { path: [], found: `a .${extension} file`, expected: 'a .yaml, .yml or .json file' };
    return { ok: false, problems: [locateProblem(fileName, { line: 1, column: 1 }, fault)] };
  }
  if (text.length > LONGEST_TEXT) {
    const found = `a text of ${Math.ceil(text.length / 100_000) / 10} million characters`;
    const fault = { path: [], found, expected: `at most ${LONGEST_TEXT / 1_000_000} million` };
    return { ok: false, problems: [locateProblem(fileName, { line: 1, column: 1 }, fault)] };
  }
  const source = readYaml(text, fileName);
  if (Array.isArray(source)) return { ok: false, problems: source };

  const wrongTop = checkTop(source.value);
  if (wrongTop) return { ok: false, problems: source.locate([wrongTop]) };
  const { isPart = false } = options;
  const composed = compose(source, fileName, options);
  if (!isComposed(composed)) return { ok: false, problems: composed };
  const places = source.placesOf('steps');
  const stepLines = places.map(({ line }) => line);
  const stepColumns = places.map(({ column }) => column);
  const scenarios: ReadScenario[] = [];
  const wrong: WrongExample[] = [];
  for (const { value, label, locate } of composed) {
    const decoded = decodeScenario(value);
    const faults = decoded
      ? [...(isPart ? [] : checkNames(decoded)), ...checkTimelineWords(decoded)]
      : diagnose(scenarioFile, value, [], NOUNS);
    if (decoded && faults.length === 0) {
      const { title = baseName(fileName) } = decoded;
      scenarios.push({
        scenario: decoded,
        title: label === '' ? title : `${title} [${label}]`,
        text,
        stepLines,
        stepColumns,
      });
    } else wrong.push({ label, problems: locate(faults) });
  }
  if (wrong.length > 0) return { ok: false, problems: problemsOf(wrong, composed.length) };
  return { ok: true, scenarios };
}

const isComposed = (composed: Composed[] | Problem[]): composed is Composed[] =>
  composed.every((each) => 'locate' in each);

interface WrongExample {
  readonly label: string;
  readonly problems: readonly Problem[];
}

/** Each once; of what is wrong in some examples only it is said in which first. */
function problemsOf(wrong: readonly WrongExample[], exampleCount: number): Problem[] {
  const told = new Map<string, { readonly problem: Problem; readonly label: string; count: number }>();
  for (const { label, problems } of wrong) {
    for (const problem of problems) {
      const known = told.get(formatProblem(problem));
      if (known) known.count += 1;
      else told.set(formatProblem(problem), { problem, label, count: 1 });
    }
  }
  const all = [...told.values()].map(({ problem, label, count }) =>
    count === exampleCount ? problem : { ...problem, message: `${problem.message} (${label || 'the defaults'})` },
  );
  return atMostTold(all);
}

function checkTop(value: unknown): Fault | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return null;
  const found = value === null || value === undefined ? 'an empty file' : show(value);
  return { path: [], found, expected: 'a scenario: a map with title, cases, steps and so on' };
}

/** `a/b/two-failures.yaml` → `two-failures`. */
function baseName(fileName: string): string {
  const [name = fileName] = /[^/\\]*$/.exec(fileName) ?? [];
  return name.replace(/\.[^.]+$/, '') || fileName;
}
