/** From a path in the value of a file to its offset in the text. */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Fault, Path } from './problem.ts';

/** A document's tree with its aliases resolved. */
export interface Tree {
  readonly root: Node | null;
  readonly targets: ReadonlyMap<Alias, Node>;
}

/**
 * The offset of what a fault is about: the key, or the value. Where the path leads to nothing, because a key is missing, it
 * is the offset of the innermost map or list that is there.
 */
export function offsetOf(tree: Tree, fault: Fault): number {
  let node = tree.root;
  let offset = startOf(node) ?? 0;
  const path = fault.keyPath ?? fault.path;
  for (const [index, part] of path.entries()) {
    const entry = entryOf(follow(node, tree), part);
    if (!entry) break;
    const isKeyWanted = fault.keyPath !== undefined && index === path.length - 1;
    offset = (isKeyWanted ? startOf(entry.key) : (startOf(entry.value) ?? startOf(entry.key))) ?? offset;
    node = entry.value;
  }
  return offset;
}

/** The offsets of the entries of the list under a key at the top. */
export function itemOffsets(tree: Tree, key: string): number[] {
  const list = follow(entryOf(follow(tree.root, tree), key)?.value ?? null, tree);
  return isSeq(list) ? list.items.map((item) => startOf(item as Node) ?? 0) : [];
}

interface Entry {
  readonly key: Node | null;
  readonly value: Node | null;
}

function entryOf(node: Node | null, part: Path[number]): Entry | null {
  if (isMap(node)) {
    const pair = (node.items as Pair<Node, Node | null>[]).find(
      ({ key }) => isScalar(key) && String(key.value) === part,
    );
    return pair ? { key: pair.key, value: pair.value } : null;
  }
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part] as Node | undefined;
    return item ? { key: null, value: item } : null;
  }
  return null;
}

function follow(node: Node | null, tree: Tree): Node | null {
  return isAlias(node) ? (tree.targets.get(node) ?? null) : node;
}

/** Where a node begins; `undefined` for a value that the text leaves empty. */
function startOf(node: Node | null): number | undefined {
  if (isScalar(node) && node.value === null && (node.source ?? '') === '') return undefined;
  return node?.range?.[0];
}
