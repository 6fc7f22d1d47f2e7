/** Where what a file names is defined: in the file itself, or in one that it includes; and the files that it names. */
import { PART_OF } from '../scenario/defined-names.ts';
import { beside, type Locating, mergeParts, type Part, type ReadFile, readIncludes } from '../scenario/includes.ts';
import { numberedName } from '../scenario/launched-names.ts';
import { LineIndex } from '../scenario/line-index.ts';
import { offsetOf } from '../scenario/locate.ts';
import { locateProblem, type Path } from '../scenario/problem.ts';
import { readTree } from '../scenario/read-tree.ts';
import { isMap } from '../scenario/schema-shape.ts';
import { parseTolerantly, scalarAt } from './cursor.ts';
import { valueAt } from './hover.ts';
import { referenceAt } from './reference-at.ts';

/** A place in a file; line and column count from 1. */
export interface Defined {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How long the name is there. */
  readonly length: number;
}

/** What the name at an offset stands for; `null` where there is none, or nobody defines it. `file` says where included files are. */
export function definitionAt(text: string, offset: number, file: string, readFile: ReadFile): Defined | null {
  const document = parseTolerantly(text);
  const at = scalarAt(document, offset);
  const { value: content, targets } = readTree(document);
  if (at === null || at.isKey || !isMap(content)) return null;
  const { scalar, path } = at;
  const name = String(scalar.value);
  if (path[0] === 'include' || (path[0] === 'examples' && path.length === 1)) {
    const named = beside(file, name);
    return typeof readFile(named) === 'string' ? { file: named, line: 1, column: 1, length: 0 } : null;
  }
  const lines = new LineIndex(text);
  const tree = { root: document.contents, targets };
  const { value, placeOf } = withIncluded(content, file, readFile, {
    locate: (faults) => faults.map((fault) => locateProblem(file, lines.positionOf(offsetOf(tree, fault)), fault)),
  });
  const from = (scalar.range?.[0] ?? 0) + (scalar.type?.startsWith('QUOTE') ? 1 : 0);
  const found = pathOfDefinition(value, content, path, name, offset - from);
  if (found === null) return null;
  const { source, path: there } = placeOf(found);
  const isKey = typeof there.at(-1) === 'string' && there[0] !== 'steps';
  const [problem] = source.locate([{ path: there, ...(isKey && { keyPath: there }) }]);
  const defined = isKey ? String(there.at(-1)) : String(valueAt(value, found));
  return problem ? { file: problem.file, line: problem.line, column: problem.column, length: defined.length } : null;
}

/** The content, and what it includes as far as it can be read. */
function withIncluded(
  content: Readonly<Record<string, unknown>>,
  file: string,
  readFile: ReadFile,
  source: Locating,
): Part {
  const { include, ...own } = content;
  const files = Array.isArray(include) ? include.filter((name) => typeof name === 'string') : [];
  const { parts } = readIncludes(files, file, source, readFile);
  return mergeParts([...parts, { value: own, placeOf: (path) => ({ source, path }) }]);
}

/** `position` is that within the name: of `C1/post` the Case is meant in front of the slash, behind it the Action type. */
function pathOfDefinition(
  defined: Readonly<Record<string, unknown>>,
  content: unknown,
  path: Path,
  name: string,
  position: number,
): Path | null {
  if (name.startsWith('$')) return keyed(defined, 'params', name.slice(1));
  const kind = referenceAt(content, path);
  if (kind === null) return null;
  if (kind === 'queue') {
    const index = Array.isArray(defined.queues) ? defined.queues.indexOf(name) : -1;
    return index < 0 ? null : ['queues', index];
  }
  if (kind !== 'action') {
    return keyed(defined, PART_OF[kind], name) ?? (kind === 'case' ? launchOfCase(defined, name) : null);
  }
  const [caseName = '', actionType] = name.split('/');
  if (actionType === undefined) return launchOfAlias(defined, name);
  if (position > caseName.length) return keyed(defined, 'actionTypes', actionType);
  return keyed(defined, 'cases', caseName) ?? launchOfCase(defined, caseName);
}

function keyed(defined: Readonly<Record<string, unknown>>, section: string, name: string): Path | null {
  const entries = defined[section];
  return isMap(entries) && Object.hasOwn(entries, name) ? [section, name] : null;
}

/** What steps launch, as far as it can be read, and where. */
function launchesOf({ steps }: Readonly<Record<string, unknown>>) {
  return (Array.isArray(steps) ? steps : []).flatMap((step: unknown, index) => {
    const launch = valueAt(step, ['launch']);
    return isMap(launch) ? [{ launch, path: ['steps', index, 'launch'] as Path }] : [];
  });
}

function launchOfAlias(defined: Readonly<Record<string, unknown>>, name: string): Path | null {
  const found = launchesOf(defined).find(({ launch }) => launch.as === name && launch.case !== undefined);
  return found ? [...found.path, 'as'] : null;
}

/** A second launch under the same name continues counting where the first ended. */
function launchOfCase(defined: Readonly<Record<string, unknown>>, name: string): Path | null {
  const numbered = numberedName(name);
  if (numbered === null) return null;
  let last = 0;
  for (const { launch, path } of launchesOf(defined)) {
    const { caseType, as = caseType, count } = launch;
    if (caseType === undefined || as !== numbered.prefix) continue;
    last += typeof count === 'number' ? count : 1;
    if (numbered.number <= last) return [...path, launch.as === undefined ? 'caseType' : 'as'];
  }
  return null;
}
