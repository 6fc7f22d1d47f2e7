/**
 * Checks of a YAML tree before it becomes a value: what YAML allows and a scenario cannot mean. Keys that stand twice or are
 * no text, aliases that lead nowhere, to themselves or to an explosion, and nesting without end.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
} from 'yaml';
import { type Fault, MAX_PROBLEMS, type Path } from './problem.ts';
import { show } from './wording.ts';

/** No scenario is deeper than a dozen levels; custom data may be. Far below what overflows a stack. */
const MAX_DEPTH = 100;

/** How many values aliases may stand for in all: enough for any hand-written file, and read within a second. */
const MAX_ALIASED_VALUES = 100_000;

const YAML_TAGS = 'tag:yaml.org,2002:';

/** A fault with its offset in the text. */
interface TreeFault extends Fault {
  readonly offset: number;
}

/** What the check found, and where each alias leads. */
export interface CheckedTree {
  readonly faults: readonly TreeFault[];
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** Checks a document that was read without syntax errors. */
export function checkTree(document: Document): CheckedTree {
  const check = new TreeCheck();
  check.node(document.contents, []);
  return { faults: check.faults, targets: check.targets };
}

class TreeCheck {
  readonly faults: TreeFault[] = [];
  readonly targets = new Map<Alias, Node>();
  readonly #anchors = new Map<string, Node>();
  /** How many values a finished node stands for, aliases followed. */
  readonly #sizes = new Map<Node, number>();
  #aliasedValues = 0;

  /** Returns how many values the node stands for. Anchors count from where they stand, in the order of the text. */
  node(node: unknown, path: Path): number {
    if (isAlias(node)) return this.#alias(node, path);
    if (!isScalar(node) && !isCollection(node)) return 1;
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const size = isScalar(node) ? this.#scalar(node.value, node, path) : this.#collection(node, path);
    this.#sizes.set(node, size);
    return size;
  }

  #scalar(value: unknown, node: Node, path: Path): number {
    // `!!binary` and the like become values that JSON has no word for.
    if (typeof value === 'object' && value !== null) {
      this.#fault(node, {
        path,
        what: `found the tag ${node.tag?.replace(YAML_TAGS, '!!') ?? ''}`,
        expected: 'text, a number or true or false',
      });
    }
    return 1;
  }

  #collection(node: Node, path: Path): number {
    if (path.length >= MAX_DEPTH) {
      this.#fault(node, { path, what: 'nested too deeply', expected: `at most ${MAX_DEPTH} levels` });
      return 1;
    }
    if (isMap(node)) return this.#map(node, path);
    if (!isSeq(node)) return 1;
    return node.items.reduce<number>((size, item, index) => size + this.node(item, [...path, index]), 1);
  }

  #map(map: YAMLMap, path: Path): number {
    const seen = new Set<string>();
    let size = 1;
    for (const { key, value } of map.items) {
      const keyNode = key as Node;
      this.node(keyNode, path);
      const text = isScalar(key) && key.value !== null ? String(key.value) : null;
      if (text === null) {
        this.#fault(keyNode ?? map, { path, what: 'found a key that is no plain text', expected: 'text as key' });
      } else if (text === '__proto__') {
        // JavaScript gives this name a meaning of its own, so an entry under it would be lost.
        this.#fault(keyNode, { path: [...path, text], found: `the key ${show(text)}`, expected: 'another name' });
      } else if (seen.has(text)) {
        this.#fault(keyNode, { path: [...path, text], what: `the key ${show(text)} stands twice in one map` });
      } else {
        seen.add(text);
      }
      size += this.node(value, [...path, text ?? '']);
    }
    return size;
  }

  #alias(alias: Alias, path: Path): number {
    const target = this.#anchors.get(alias.source);
    if (!target) {
      this.#fault(alias, {
        path,
        what: `found the alias *${alias.source}`,
        expected: `an anchor &${alias.source} before it`,
      });
      return 1;
    }
    const size = this.#sizes.get(target);
    if (size === undefined) {
      this.#fault(alias, { path, what: `the alias *${alias.source} stands inside what it repeats` });
      return 1;
    }
    this.targets.set(alias, target);
    const before = this.#aliasedValues;
    this.#aliasedValues += size;
    if (before <= MAX_ALIASED_VALUES && this.#aliasedValues > MAX_ALIASED_VALUES) {
      const expected = `aliases that stand for at most ${MAX_ALIASED_VALUES} values in all`;
      this.#fault(alias, { path, what: `the alias *${alias.source} repeats too much`, expected });
    }
    return size;
  }

  #fault(node: Node, fault: Fault): void {
    if (this.faults.length <= MAX_PROBLEMS) this.faults.push({ ...fault, offset: node.range?.[0] ?? 0 });
  }
}
