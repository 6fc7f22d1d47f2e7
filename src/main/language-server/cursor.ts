/** Where the cursor is in a file, also in one that does not parse at the moment: the YAML reader recovers, and a mark shows the place. */
import { type Document, isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type Scalar, visit } from 'yaml';
import type { Path } from '../scenario/problem.ts';
import { readTree } from '../scenario/read-tree.ts';

/** Stands in no text that people write. */
const MARK = '\uE000';

export interface Cursor {
  /** To the value at the cursor; for a key to the map that it is in. */
  readonly path: Path;
  readonly isKey: boolean;
  /** Whether something of a key can stand here, too: the cursor is in an empty place where a map may begin. */
  readonly mayBeKey: boolean;
  /** The whole file as far as it can be read, without what is at the cursor. */
  readonly content: unknown;
  /** What is there already, as offsets: a completion replaces it. */
  readonly from: number;
  readonly to: number;
  /** The same as text, without its quotes, up to the cursor. */
  readonly typed: string;
  /** In quotes, which stay. */
  readonly quote: string;
  /** For a key: whether its colon is there. */
  readonly hasColon: boolean;
}

/** `null` where there is nothing to complete, as in a comment. */
export function cursorAt(text: string, offset: number): Cursor | null {
  const document = parseTolerantly(text.slice(0, offset) + MARK + text.slice(offset));
  const found = findMark(document);
  if (found === null) return null;
  const { scalar, path, isKey, hasColon } = found;
  const [from = offset, end = offset] = scalar.range ?? [];
  // An editor replaces a part of one line.
  if (text.slice(from, end - MARK.length).includes('\n')) return null;
  const [typed = ''] = String(scalar.value).split(MARK);
  const quote = scalar.type === 'QUOTE_DOUBLE' ? '"' : scalar.type === 'QUOTE_SINGLE' ? "'" : '';
  const lineBefore = text.slice(text.lastIndexOf('\n', offset - 1) + 1, from);
  scalar.value = isKey ? MARK : null;
  return {
    path,
    isKey,
    mayBeKey: !isKey && quote === '' && /^[\s-]*$/.test(lineBefore),
    content: withoutMark(readTree(document).value, path, isKey),
    from,
    to: end - MARK.length,
    typed,
    quote,
    hasColon,
  };
}

/** A text, number or word of a document. */
export interface ScalarAt {
  readonly scalar: Scalar;
  /** To it; for a key to the map that it is in. */
  readonly path: Path;
  readonly isKey: boolean;
}

/** The one that an offset is in; `null` between them. */
export function scalarAt(document: Document, offset: number): ScalarAt | null {
  let at: ScalarAt | null = null;
  visit(document, {
    Scalar: (role, scalar, ancestors) => {
      const [from = 0, to = 0] = scalar.range ?? [];
      if (offset < from || offset >= to) return undefined;
      const isKey = role === 'key';
      at = { scalar, isKey, path: pathOf(isKey ? ancestors.slice(0, -1) : ancestors, scalar) };
      return visit.BREAK;
    },
  });
  return at;
}

/** A document with what can be read of a text. */
export function parseTolerantly(text: string): Document {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, {
      version: '1.2',
      strict: false,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

interface Found {
  readonly scalar: Scalar;
  readonly path: Path;
  readonly isKey: boolean;
  readonly hasColon: boolean;
}

function findMark(document: Document): Found | null {
  let found: Found | null = null;
  visit(document, {
    Scalar: (role, scalar, ancestors) => {
      if (!String(scalar.source ?? scalar.value).includes(MARK)) return undefined;
      const parents = role === 'key' ? ancestors.slice(0, -1) : ancestors;
      const pair = ancestors.at(-1);
      const hasColon = role === 'key' && isPair(pair) && pair.value !== null;
      found = { scalar, path: pathOf(parents, scalar), isKey: role === 'key', hasColon };
      return visit.BREAK;
    },
  });
  return found;
}

/** The keys and indices that lead through these nodes to the last one. */
function pathOf(ancestors: readonly unknown[], node: unknown): Path {
  return ancestors.flatMap((each, index): Path => {
    const next = ancestors[index + 1] ?? node;
    if (isSeq(each)) return [each.items.indexOf(next)];
    if (isPair(each) && !isMap(next)) return next === each.key ? [] : [keyOf(each)];
    return isPair(each) ? [keyOf(each)] : [];
  });
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

function withoutMark(content: unknown, path: Path, isKey: boolean): unknown {
  if (!isKey) return content;
  const map = path.reduce<unknown>((at, part) => (at as Record<string | number, unknown> | null)?.[part], content);
  if (typeof map === 'object' && map !== null) delete (map as Record<string, unknown>)[MARK];
  return content;
}
