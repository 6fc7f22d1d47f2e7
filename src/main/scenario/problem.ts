/** What is wrong with a scenario file, for people: where it is, what was found and what was expected. */
import { plainText } from '../../shared/plain-text.ts';

/** How many problems of a file are told: nobody reads more, and looking for them all takes long in a file that is all wrong. */
export const MAX_PROBLEMS = 100;

/** The faults of all members, no more of them looked at once there are more than are told. */
export function faultsOf<T>(members: Iterable<T>, check: (member: T) => readonly Fault[]): Fault[] {
  const faults: Fault[] = [];
  for (const member of members) {
    for (const fault of check(member)) faults.push(fault);
    if (faults.length > MAX_PROBLEMS) break;
  }
  return faults;
}

/** Keys and 0-based list indices from the top of the file. */
export type Path = readonly (string | number)[];

/** A fault that has a path in the file but no position in its text yet. */
export interface Fault {
  readonly path: Path;
  /** The key to point at; absent where the value at `path` is at fault. */
  readonly keyPath?: Path;
  /** The fault in words, where "found …" would not say it: `unknown key "staus"`. */
  readonly what?: string;
  /** The value that was found, shortened. */
  readonly found?: string;
  /** What is expected there, without the word "expected". */
  readonly expected?: string;
  /** The nearest thing that is right. */
  readonly suggestion?: string;
}

/** One fault of one file. `line` and `column` start at 1; `path` counts list entries from 0, as JSON tools do. */
export interface Problem {
  /** The path of the file, as it was given. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** `steps[3].expect.status`; the whole file is `$`. */
  readonly path: string;
  /** All of it in a sentence: `found 4, expected text`. */
  readonly message: string;
  /** What was found there, shortened. */
  readonly found?: string;
  /** What is expected there. */
  readonly expected?: string;
  /** The nearest thing that is right. */
  readonly suggestion?: string;
}

/** One line, as compilers write it: `file:line:column: path: message`. */
export function formatProblem(problem: Problem): string {
  return plainText(`${problem.file}:${problem.line}:${problem.column}: ${problem.path}: ${problem.message}`);
}

/** A fault at its place in its file. */
export function locateProblem(file: string, position: { line: number; column: number }, fault: Fault): Problem {
  const { found, expected, suggestion } = fault;
  return {
    file,
    line: position.line,
    column: position.column,
    path: formatPath(fault.path),
    message: cut(describeFault(fault)),
    ...(found === undefined ? {} : { found }),
    ...(expected === undefined ? {} : { expected: cut(expected) }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** More than the longest message over names; tags and anchors can be of any length. */
const SHOWN_MESSAGE = 4_000;

function cut(text: string): string {
  return text.length > SHOWN_MESSAGE ? `${text.slice(0, SHOWN_MESSAGE - 1)}…` : text;
}

/** At most a hundred problems, file by file, each in the order of its text; of more the last says so. */
export function atMostTold(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const rankOf = ({ file }: Problem) => (files.length === 1 ? 0 : files.indexOf(file));
  const sorted = [...problems].sort(
    (left, right) => rankOf(left) - rankOf(right) || left.line - right.line || left.column - right.column,
  );
  if (sorted.length <= MAX_PROBLEMS) return sorted;
  const told = sorted.slice(0, MAX_PROBLEMS - 1);
  const last = sorted[MAX_PROBLEMS - 1] as Problem;
  const { file, line, column } = last;
  const message = `and more problems like these: only the first ${told.length} found are listed`;
  return [...told, { file, line, column, path: '$', message }];
}

function describeFault({ what, found, expected, suggestion }: Fault): string {
  const fault = what ?? (found === undefined ? undefined : `found ${found}`);
  // Where the fault is a name and the right one is known, the list of all names is noise.
  const isListNeeded = expected !== undefined && (what === undefined || suggestion === undefined);
  const parts = [fault, isListNeeded ? `expected ${expected}` : undefined].filter((part) => part !== undefined);
  return suggestion === undefined
    ? parts.join(', ')
    : `${parts.join(', ')}, did you mean ${JSON.stringify(suggestion)}?`;
}

/** Names are no longer than 200 characters; keys of custom data may be, and would be told a hundred times. */
const SHOWN_KEY = 200;

/** A path that is longer is cut in front: its end says more. */
const SHOWN_PATH = 2_000;

const PLAIN_KEY = /^[\p{L}\p{N}_$-]+$/u;

/** `cases["a b"].process[0]`; `$` for the whole file. */
export function formatPath(path: Path): string {
  if (path.length === 0) return '$';
  const text = path.map((part) => {
    if (typeof part === 'number') return `[${part}]`;
    const key = part.length > SHOWN_KEY ? `${part.slice(0, SHOWN_KEY - 1)}…` : part;
    return PLAIN_KEY.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  const whole = text.join('').replace(/^\./, '');
  return whole.length > SHOWN_PATH ? `…${whole.slice(1 - SHOWN_PATH)}` : whole;
}
