/** Changes a scenario file's text as little as a change of its content needs: comments, order and quotes stay. */
import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { VALUED_SECTIONS } from '../../shared/edits.ts';

/** Sections whose order is order of creation (R37). */
const ORDERED: ReadonlySet<string> = new Set([...VALUED_SECTIONS, 'cases']);

type Json = Readonly<Record<string, unknown>>;

/**
 * The text with what differs between `before`, which is the text's own content with defaults filled in, and `after`. The very
 * same text where nothing differs.
 */
export function mergeText(text: string, before: Json, after: Json): string {
  if (isDeepStrictEqual(before, after) && isInOrder(before, after)) return text;
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { version: '1.2', uniqueKeys: false });
  if (!isMap(document.contents)) throw new Error('a scenario file is a map');
  mergeMap(document, document.contents, before, after);
  for (const { key, value } of document.contents.items) {
    const name = keyOf(key);
    if (ORDERED.has(name) && isMap(value)) inOrderOf(value, namesIn(after[name]));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Equal maps may still be in another order. */
const isInOrder = (before: Json, after: Json) =>
  [...ORDERED].every((name) => isDeepStrictEqual(namesIn(before[name]), namesIn(after[name])));

function mergeMap(document: Document, map: YAMLMap, before: Json, after: Json): void {
  map.items = map.items.filter(({ key }) => Object.hasOwn(after, keyOf(key)));
  const pairs = new Map(map.items.map((pair) => [keyOf(pair.key), pair]));
  for (const [name, value] of Object.entries(after)) {
    const known = Object.hasOwn(before, name) ? before[name] : undefined;
    if (isDeepStrictEqual(known, value)) continue;
    const pair = pairs.get(name);
    if (pair) pair.value = merged(document, pair, known, value);
    // What the file leaves out has its default: only what differs from that is written.
    else map.items.push(document.createPair(name, differing(known, value)) as Pair);
  }
}

/** The node for `after`: the current one if it can be changed. */
function merged(document: Document, pair: { value: unknown }, before: unknown, after: unknown): unknown {
  const node = pair.value;
  if (isMap(node) && isJson(before) && isJson(after)) {
    mergeMap(document, node, before, after);
    return node;
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after) && node.items.length === before.length) {
    node.items = mergedItems(document, node.items, before, after);
    return node;
  }
  return replaced(document, node, after);
}

/** What begins and ends alike stays; what is between is changed item by item as far as it goes. */
function mergedItems(
  document: Document,
  items: readonly unknown[],
  before: readonly unknown[],
  after: readonly unknown[],
): unknown[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isDeepStrictEqual(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isDeepStrictEqual(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const between = after.slice(start, after.length - end).map((value, index) => {
    const at = start + index;
    return at < before.length - end
      ? merged(document, { value: items[at] }, before[at], value)
      : document.createNode(value);
  });
  return [...items.slice(0, start), ...between, ...items.slice(items.length - end)];
}

function replaced(document: Document, node: unknown, value: unknown): Node {
  const fresh = document.createNode(value);
  if (isNode(node)) {
    if (node.comment != null) fresh.comment = node.comment;
    if (node.commentBefore != null) fresh.commentBefore = node.commentBefore;
    if (node.spaceBefore === true) fresh.spaceBefore = true;
  }
  return fresh;
}

/** Of maps only the keys that differ. */
function differing(before: unknown, after: unknown): unknown {
  if (!isJson(before) || !isJson(after)) return after;
  return Object.fromEntries(
    Object.entries(after)
      .filter(([key, value]) => !isDeepStrictEqual(before[key], value))
      .map(([key, value]) => [key, differing(before[key], value)]),
  );
}

function inOrderOf(map: YAMLMap, names: readonly string[]): void {
  const places = new Map(names.map((name, index) => [name, index]));
  const placeOf = ({ key }: Pair) => places.get(keyOf(key)) ?? -1;
  map.items = map.items.toSorted((left, right) => placeOf(left) - placeOf(right));
}

const namesIn = (section: unknown) => (isJson(section) ? Object.keys(section) : []);
const keyOf = (key: unknown) => String(isScalar(key) ? key.value : key);
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
