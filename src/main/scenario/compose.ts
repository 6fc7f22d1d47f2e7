/** One file as the scenarios that it is (scenario-format.md, *Parameters, examples, includes*): its includes added, its parameters filled in. */
import { type FileParts, fileParts } from '../../shared/file-parts.ts';
import { diagnose } from './diagnose.ts';
import { checkExamples, type Example, labelOf, readCsv } from './examples.ts';
import { beside, mergeParts, type Part, type ReadFile, readIncludes } from './includes.ts';
import { fillIn } from './parameters.ts';
import { atMostTold, type Fault, type Problem } from './problem.ts';
import { isMap, type MapValue } from './schema-shape.ts';
import { suggest } from './suggest.ts';
import { oneOf, show } from './wording.ts';
import type { YamlSource } from './yaml-source.ts';

/** One scenario of a file, not validated yet. */
export interface Composed {
  readonly value: MapValue;
  /** `fail=dns, max=2`; empty where the file has no examples. */
  readonly label: string;
  /** Gives faults the places where what is at fault is written. */
  locate(faults: readonly Fault[]): Problem[];
}

export interface ComposeOptions {
  /** Take the place of defaults; names that are no parameter of the file count for nothing, unless it `knowsAllVars`. */
  readonly vars?: ReadonlyMap<string, unknown> | undefined;
  /** Whether a name among `vars` that is no parameter of the file is a problem. */
  readonly knowsAllVars?: boolean | undefined;
  /** Reads included files and examples; without it a file that names others is refused. */
  readonly readFile?: ReadFile | undefined;
}

const NOT_READ: ReadFile = () => ({
  problem:
    'cannot be read from here: files that name others are opened from the disk, by trigger-lab run or serve --scenario',
});

/** All scenarios of a file, or everything that is wrong with how it is put together. */
export function compose(source: YamlSource, file: string, options: ComposeOptions): Composed[] | Problem[] {
  const { include, params, examples, ...rest } = source.value as MapValue;
  const parts = Object.fromEntries(
    Object.entries({ include, params, examples }).filter(([, value]) => value !== undefined),
  );
  const unknown = options.knowsAllVars === true ? unknownVars(options.vars, params) : [];
  if (unknown.length > 0) return source.locate(unknown);
  if (Object.keys(parts).length === 0) return [{ value: rest, label: '', locate: (faults) => source.locate(faults) }];
  const wrong = diagnose(fileParts, parts, [], new Map());
  if (wrong.length > 0) return source.locate(wrong);
  return composeParts(parts as FileParts, rest, source, file, options);
}

function unknownVars(vars: ComposeOptions['vars'] = new Map(), params: unknown): Fault[] {
  const names = isMap(params) ? Object.keys(params) : [];
  return [...vars.keys()]
    .filter((name) => !names.includes(name))
    .map((name): Fault => {
      const suggestion = suggest(name, names);
      const expected = names.length === 0 ? 'no vars, as the file has no parameters' : oneOf(names);
      const what = `there is no parameter ${show(name)}`;
      return { path: [], what, expected, ...(suggestion === undefined ? {} : { suggestion }) };
    });
}

function composeParts(
  { include = [], params, examples = [{}] }: FileParts,
  rest: MapValue,
  source: YamlSource,
  file: string,
  { vars = new Map(), readFile = NOT_READ }: ComposeOptions,
): Composed[] | Problem[] {
  const { parts, problems } = readIncludes(include, file, source, readFile);
  const defaults = new Map<string, unknown>(Object.entries(params ?? {}));
  const names = [...defaults.keys()];
  for (const [name, value] of vars) if (defaults.has(name)) defaults.set(name, value);
  const rows = readExamples(examples, file, names, source, readFile);
  const found = [...problems, ...rows.problems];
  const hasParameters = params !== undefined;
  const composed = rows.examples.map((example) => {
    const filled = hasParameters ? fillIn(rest, new Map([...defaults, ...Object.entries(example)]), []) : null;
    const own: Part = { value: (filled?.value ?? rest) as MapValue, placeOf: (path) => ({ source, path }) };
    const { value, placeOf } = mergeParts([...parts, own]);
    return { value, label: labelOf(example), filled, locate: (faults: readonly Fault[]) => located(faults, placeOf) };
  });
  const [first] = composed;
  if (first?.filled) {
    const { filled } = first;
    const unused = names
      .filter((name) => !filled.used.has(name))
      .map((name): Fault => {
        const path = ['params', name];
        return {
          path,
          keyPath: path,
          what: `the parameter ${show(name)} is not used`,
          expected: `$${name} in some value`,
        };
      });
    found.push(...source.locate([...unused, ...filled.faults]));
  }
  return found.length > 0 ? atMostTold(found) : composed;
}

function readExamples(
  examples: NonNullable<FileParts['examples']>,
  file: string,
  names: readonly string[],
  source: YamlSource,
  readFile: ReadFile,
): { readonly examples: readonly Example[]; readonly problems: readonly Problem[] } {
  if (typeof examples !== 'string') return { examples, problems: checkExamples(examples, names, source) };
  const path = beside(file, examples);
  const text = readFile(path);
  if (typeof text !== 'string') {
    return {
      examples: [],
      problems: source.locate([{ path: ['examples'], what: `${show(examples)} ${text.problem}` }]),
    };
  }
  return readCsv(text, path, names);
}

/** Each fault where the text has it: in the file, or in one that it includes. */
function located(faults: readonly Fault[], placeOf: Part['placeOf']): Problem[] {
  const bySource = new Map<Pick<YamlSource, 'locate'>, Fault[]>();
  for (const fault of faults) {
    const { source, path } = placeOf(fault.path);
    const { keyPath } = fault;
    const placed = { ...fault, path, ...(keyPath !== undefined && { keyPath: placeOf(keyPath).path }) };
    bySource.set(source, [...(bySource.get(source) ?? []), placed]);
  }
  return [...bySource].flatMap(([source, placed]) => source.locate(placed));
}
