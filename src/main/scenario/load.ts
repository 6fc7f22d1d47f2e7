/** A scenario file's text → a scenario that can run, or everything that is wrong with it. Nothing of a wrong file runs. */
import type { z } from 'zod';
import { type Scenario, scenario, step, stepSchemas } from '../../shared/scenario.ts';
import { decodeScenario } from './decode.ts';
import { diagnose, type Nouns } from './diagnose.ts';
import { checkNames } from './names.ts';
import { type Fault, locateProblem, type Problem } from './problem.ts';
import type { MapValue } from './schema-shape.ts';
import { checkTimelineWords } from './timeline-words.ts';
import { show } from './wording.ts';
import { readYaml } from './yaml-source.ts';

/** What became of a file. Problems are sorted by position and never empty. */
export type LoadedScenario =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      /** The file's own, or its name without folder and extension. */
      readonly title: string;
      /** The file itself. */
      readonly text: string;
      /** The line of each step, from 1. */
      readonly stepLines: readonly number[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const NOUNS: Nouns = new Map<z.core.$ZodType, string>([
  [step, 'step'],
  [stepSchemas.expect.shape.expect, 'subject'],
]);

/** UTF-16 units that are read: a hundred thousand long steps. Each takes up to two hundred bytes of memory meanwhile. */
export const LONGEST_TEXT = 10_000_000;

const EXTENSIONS = ['yaml', 'yml', 'json'];

/**
 * Reads, validates and checks the names of one file. `fileName` appears in messages, gives the title where the file has none,
 * and its extension, if any, must be one of a scenario's. A text of more than `LONGEST_TEXT` is refused. Names are checked once
 * the rest of the file is right.
 */
export function loadScenario(text: string, fileName: string): LoadedScenario {
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
  const decoded = decodeScenario(source.value as MapValue);
  const faults = decoded
    ? [...checkNames(decoded), ...checkTimelineWords(decoded)]
    : diagnose(scenario, source.value, [], NOUNS);
  if (!decoded || faults.length > 0) return { ok: false, problems: source.locate(faults) };
  const { title = baseName(fileName) } = decoded;
  return { ok: true, scenario: decoded, title, text, stepLines: source.linesOf('steps') };
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
