/**
 * A YAML tree becomes a value, and what YAML allows and a scenario cannot mean is found on the way: keys that appear twice or
 * are no text, aliases that lead nowhere, to themselves or to an explosion, and nesting without end. Each node is met once.
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
  type YAMLSeq,
} from 'yaml';
import { type Fault, MAX_PROBLEMS } from './problem.ts';
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

/** What the tree says, and where each alias leads. */
export interface ReadTree {
  /** Worth nothing where there are faults. What an alias repeats is the very same object. */
  readonly value: unknown;
  readonly faults: readonly TreeFault[];
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** Reads a document that was parsed without syntax errors. */
export function readTree(document: Document): ReadTree {
  const reader = new TreeReader();
  const value = reader.node(document.contents);
  return { value, faults: reader.faults, targets: reader.targets };
}

/** What an anchor names. */
interface Anchored {
  readonly node: Node;
  /** `null` while its end is not reached. */
  whole: { readonly value: unknown; readonly size: number } | null;
}

class TreeReader {
  readonly faults: TreeFault[] = [];
  readonly targets = new Map<Alias, Node>();
  readonly #anchors = new Map<string, Anchored>();
  /** Where the reader is: keys and indices from the top. */
  readonly #path: (string | number)[] = [];
  /** How many values were read, aliases followed. */
  #size = 0;
  #aliasedValues = 0;

  /** The value of a node. Anchors count from where they appear, in the order of the text. */
  node(node: unknown): unknown {
    if (isAlias(node)) return this.#alias(node);
    this.#size += 1;
    if (!isScalar(node) && !isCollection(node)) return null;
    if (node.anchor === undefined) return this.#unnamed(node);
    const anchored: Anchored = { node, whole: null };
    this.#anchors.set(node.anchor, anchored);
    const before = this.#size - 1;
    const value = this.#unnamed(node);
    anchored.whole = { value, size: this.#size - before };
    return value;
  }

  #unnamed(node: Node): unknown {
    if (isScalar(node)) return this.#scalar(node.value, node);
    if (this.#path.length >= MAX_DEPTH) {
      this.#fault(node, { what: 'nested too deeply', expected: `at most ${MAX_DEPTH} levels` });
      return null;
    }
    if (isMap(node)) return this.#map(node);
    return isSeq(node) ? this.#list(node) : null;
  }

  #scalar(value: unknown, node: Node): unknown {
    // `!!binary` and the like become values that JSON has no word for.
    if (typeof value === 'object' && value !== null) {
      this.#fault(node, {
        what: `found the tag ${node.tag?.replace(YAML_TAGS, '!!') ?? ''}`,
        expected: 'text, a number or true or false',
      });
    }
    return value;
  }

  #list(list: YAMLSeq): unknown[] {
    return list.items.map((item, index) => this.#member(index, item));
  }

  #map(map: YAMLMap): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const { key, value } of map.items) {
      const keyNode = key as Node;
      this.#key(keyNode);
      const text = isScalar(key) && key.value !== null ? String(key.value) : null;
      if (text === null) {
        this.#fault(keyNode ?? map, { what: 'found a key that is no plain text', expected: 'text as key' });
      } else if (text === '__proto__') {
        // JavaScript gives this name a meaning of its own, so an entry under it would be lost.
        this.#faultAt(text, keyNode, { found: `the key ${show(text)}`, expected: 'another name' });
      } else if (Object.hasOwn(result, text)) {
        this.#faultAt(text, keyNode, { what: `the key ${show(text)} appears twice in one map` });
      }
      const entry = this.#member(text ?? '', value);
      if (text !== null && text !== '__proto__') result[text] = entry;
    }
    return result;
  }

  /** Keys are read for their anchors and faults; they are not values of their own. */
  #key(node: Node): void {
    const before = this.#size;
    this.node(node);
    this.#size = before;
  }

  #member(part: string | number, node: unknown): unknown {
    this.#path.push(part);
    const value = this.node(node);
    this.#path.pop();
    return value;
  }

  #alias(alias: Alias): unknown {
    const anchored = this.#anchors.get(alias.source);
    if (!anchored) {
      this.#size += 1;
      this.#fault(alias, {
        what: `found the alias *${alias.source}`,
        expected: `an anchor &${alias.source} before it`,
      });
      return null;
    }
    if (anchored.whole === null) {
      this.#size += 1;
      this.#fault(alias, { what: `the alias *${alias.source} is inside what it repeats` });
      return null;
    }
    const { value, size } = anchored.whole;
    this.targets.set(alias, anchored.node);
    this.#size += size;
    const before = this.#aliasedValues;
    this.#aliasedValues += size;
    if (before <= MAX_ALIASED_VALUES && this.#aliasedValues > MAX_ALIASED_VALUES) {
      const expected = `aliases that stand for at most ${MAX_ALIASED_VALUES} values in all`;
      this.#fault(alias, { what: `the alias *${alias.source} repeats too much`, expected });
    }
    return value;
  }

  #faultAt(key: string, node: Node, fault: Omit<Fault, 'path'>): void {
    this.#path.push(key);
    this.#fault(node, fault);
    this.#path.pop();
  }

  #fault(node: Node, fault: Omit<Fault, 'path'>): void {
    if (this.faults.length > MAX_PROBLEMS) return;
    this.faults.push({ ...fault, path: [...this.#path], offset: node.range?.[0] ?? 0 });
  }
}
