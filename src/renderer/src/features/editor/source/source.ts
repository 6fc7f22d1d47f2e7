/** A scenario's text, read as far as its steps: what each says, and which part of the text it is. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLSeq,
} from 'yaml';

/** One step and its place in the text, as offsets. */
export interface SourceStep {
  /** As the text has it: durations are text, nothing is checked. */
  readonly value: unknown;
  /** Where its lines begin, with the comments right above it; in a list in brackets, where it begins itself. */
  readonly from: number;
  /** Where its content begins, after its dash. */
  readonly start: number;
  /** Where its content ends, a comment on its last line included. */
  readonly end: number;
  /** Repeats another part of the text, or is repeated by one: it is changed in the text only. */
  readonly isShared: boolean;
}

/** How the text lists its steps: a dash for each, in brackets, or not yet. `room` is where a list can be put. */
type StepList =
  | { readonly kind: 'dashes'; readonly column: number }
  | { readonly kind: 'brackets' }
  | { readonly kind: 'none'; readonly room: Room };

/** The key may be missing, or have nothing or `[]` from `start` to `end`. Within braces the list is in brackets. */
type Room =
  | { readonly key: 'missing'; readonly top: 'lines' }
  | { readonly key: 'missing'; readonly top: 'braces'; readonly at: number; readonly isFirst: boolean }
  | { readonly key: 'empty'; readonly top: 'lines' | 'braces'; readonly start: number; readonly end: number };

export interface Source {
  readonly text: string;
  /** All that the text says. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly steps: readonly SourceStep[];
  readonly list: StepList;
}

/** What the text says; `null` where it is not YAML, not a map, or its steps are not a list of their own. */
export function readSource(text: string): Source | null {
  const document = parseDocument(text, {
    version: '1.2',
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
  });
  if (document.errors.length > 0) return null;
  const content = contentOf(document);
  const list = content && listOf(document, text);
  if (content === null || list === null) return null;
  const node = document.get('steps', true);
  const steps = list.kind === 'none' || !isSeq(node) ? [] : stepsOf(node, list, content, text);
  return steps && { text, content, steps, list };
}

function contentOf(document: Document): Record<string, unknown> | null {
  if (document.contents === null) return {};
  if (!isMap(document.contents)) return isScalar(document.contents) && document.contents.value === null ? {} : null;
  try {
    return document.toJS() as Record<string, unknown>;
  } catch {
    // An alias that leads nowhere, or to too much.
    return null;
  }
}

function listOf(document: Document, text: string): StepList | null {
  const top = isMap(document.contents) && document.contents.flow === true ? 'braces' : 'lines';
  if (!document.has('steps')) return { kind: 'none', room: missing(document, top) };
  const node = document.get('steps', true) as Node | undefined;
  if (isSeq(node) && node.items.length > 0) {
    if (node.flow === true) return { kind: 'brackets' };
    const dash = dashesOf(node)[0] ?? 0;
    return { kind: 'dashes', column: dash - lineStart(text, dash) };
  }
  const isEmpty = isSeq(node) || (isScalar(node) && node.value === null);
  const [start, end] = node?.range ?? [];
  if (!isEmpty || start === undefined || end === undefined) return null;
  return { kind: 'none', room: { key: 'empty', top, start, end } };
}

function missing(document: Document, top: 'lines' | 'braces'): Room {
  if (top === 'lines' || !isMap(document.contents)) return { key: 'missing', top: 'lines' };
  const [, end = 0] = document.contents.range ?? [];
  return { key: 'missing', top: 'braces', at: end - 1, isFirst: document.contents.items.length === 0 };
}

function stepsOf(
  list: YAMLSeq,
  { kind }: StepList,
  content: Readonly<Record<string, unknown>>,
  text: string,
): SourceStep[] | null {
  const values = content.steps as readonly unknown[];
  const dashes = kind === 'dashes' ? dashesOf(list) : [];
  const steps: SourceStep[] = [];
  for (const [index, node] of list.items.entries()) {
    const [start, valueEnd] = (isNode(node) ? node.range : null) ?? [];
    if (!isNode(node) || start === undefined || valueEnd === undefined) return null;
    const value = values[index];
    const isShared = hasShared(node);
    if (kind === 'brackets') {
      steps.push({ value, from: start, start, end: valueEnd, isShared });
      continue;
    }
    const dash = dashes[index] ?? start;
    // A list within the line of another one has no lines of its own.
    if (text.slice(lineStart(text, dash), dash).trim() !== '') return null;
    const after = steps.at(-1)?.end ?? 0;
    const end = endOfLine(text, Math.max(dash + 1, start + text.slice(start, valueEnd).trimEnd().length));
    steps.push({ value, from: withComments(text, lineStart(text, dash), after), start, end, isShared });
  }
  return steps;
}

/** The offsets of the dashes of a list. */
function dashesOf(list: YAMLSeq): number[] {
  const token = list.srcToken as
    | { items?: readonly { start: readonly { type: string; offset: number }[] }[] }
    | undefined;
  return (token?.items ?? []).flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  );
}

function hasShared(node: Node): boolean {
  let isShared = false;
  visit(node, {
    Node: (_, each) => {
      if (!isAlias(each) && each.anchor === undefined) return undefined;
      isShared = true;
      return visit.BREAK;
    },
  });
  return isShared;
}

/** The offset at which the line of another offset begins. */
export const lineStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;

/** The end of the line that `offset` is on, before its line break. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** From which line the comments right above a line begin; none above `after`. */
function withComments(text: string, line: number, after: number): number {
  let from = line;
  while (from > 0) {
    const above = lineStart(text, from - 1);
    if (above < after || !/^[ \t]*#/.test(text.slice(above, from))) break;
    from = above;
  }
  return from;
}
