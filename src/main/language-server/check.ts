/** What is wrong with the text of a file, where to underline it, and what would mend it. */
import { type Document, isScalar, type Scalar, visit } from 'yaml';
import type { ComposeOptions } from '../scenario/compose.ts';
import { isForIncluding } from '../scenario/includes.ts';
import { loadScenarios } from '../scenario/load.ts';
import type { Problem } from '../scenario/problem.ts';
import { readTree } from '../scenario/read-tree.ts';
import { parseTolerantly } from './cursor.ts';
import { inYaml } from './in-yaml.ts';

export interface Found {
  readonly problem: Problem;
  /** Offsets of what is at fault. */
  readonly from: number;
  readonly to: number;
  /** What would be right in the place of the text between the offsets; `null` where that is not known. */
  readonly fix: { readonly word: string; readonly from: number; readonly to: number; readonly text: string } | null;
}

/**
 * The problems of a text, as `validate` finds them; those of the files that it includes at the line that includes them, too. A file that
 * is there to be included may use names of the files that do.
 */
export function check(text: string, file: string, options: ComposeOptions): Found[] {
  let loaded = loadScenarios(text, file, options);
  if (loaded.ok) return [];
  const document = parseTolerantly(text);
  if (isForIncluding(readTree(document).value)) loaded = loadScenarios(text, file, { ...options, isPart: true });
  if (loaded.ok) return [];
  const placeOf = underlining(text, document);
  return loaded.problems.map((problem) => {
    if (problem.file !== file) return { problem, ...includeIn(text), fix: null };
    const { from, to, scalar } = placeOf(problem);
    return { problem, from, to, fix: fixOf(problem, text, from, to, scalar) };
  });
}

/** What to underline of a text for each of its problems. */
export function underlining(text: string, document = parseTolerantly(text)) {
  const scalars = scalarsByStart(document);
  const starts = lineStarts(text);
  return ({ line, column }: Problem) => {
    const from = Math.min((starts[line - 1] ?? 0) + column - 1, text.length);
    const scalar = scalars.get(from);
    const to = scalar?.range?.[1] ?? from + (/^[^\s,:}\]]+/.exec(text.slice(from, from + 200))?.[0].length ?? 1);
    return { from, to, scalar };
  };
}

/** Columns of a text that begins with a byte order mark count from behind it. */
function lineStarts(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function scalarsByStart(document: Document): Map<number, Scalar> {
  const scalars = new Map<number, Scalar>();
  visit(document, {
    Scalar: (_, scalar) => {
      if (isScalar(scalar) && scalar.range) scalars.set(scalar.range[0], scalar);
    },
  });
  return scalars;
}

function includeIn(text: string): { readonly from: number; readonly to: number } {
  const from = Math.max(/^include(?=\s*:)/m.exec(text)?.index ?? 0, 0);
  return { from, to: from + 'include'.length };
}

/** Did you mean …? The word that is wrong may be a part of what is at fault: of `C1/psot` only what is behind the slash. */
function fixOf({ suggestion, found }: Problem, text: string, from: number, to: number, scalar: Scalar | undefined) {
  if (suggestion === undefined) return null;
  const word = suggestion;
  const whole = text.slice(from, to);
  const wrong = wordIn(found);
  const at = wrong === null ? -1 : whole.startsWith(`${wrong}/`) ? 0 : whole.lastIndexOf(wrong);
  if (wrong !== null && at >= 0 && wrong.length < whole.length) {
    return { word, from: from + at, to: from + at + wrong.length, text: word };
  }
  const quote = scalar?.type === 'QUOTE_DOUBLE' ? '"' : scalar?.type === 'QUOTE_SINGLE' ? "'" : '';
  return { word, from, to, text: inYaml(word, quote) };
}

/** `"psot"` as a problem shows it. */
function wordIn(found: string | undefined): string | null {
  try {
    const word: unknown = JSON.parse(found ?? 'null');
    return typeof word === 'string' && word !== '' ? word : null;
  } catch {
    return null;
  }
}
