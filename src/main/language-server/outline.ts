/** The parts of a file, for an editor's outline: its sections, and its steps under their chapters. */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { parseTolerantly } from './cursor.ts';

export interface Part {
  readonly name: string;
  readonly kind: 'section' | 'chapter' | 'step' | 'definition';
  readonly from: number;
  readonly to: number;
  readonly parts: Part[];
}

/** In the order of the text. */
export function outlineOf(text: string): Part[] {
  const { contents } = parseTolerantly(text);
  return pairsOf(contents).map(({ key, value }) => {
    const name = nameOf(key);
    const parts =
      name === 'steps'
        ? stepsOf(value, text)
        : pairsOf(value).map((pair) => part(nameOf(pair.key), 'definition', pair));
    return { ...part(name, 'section', { key, value }), parts };
  });
}

function stepsOf(list: Node | null, text: string): Part[] {
  const steps: Part[] = [];
  let under = steps;
  for (const item of isSeq(list) ? (list.items as Node[]) : []) {
    const [pair] = pairsOf(item);
    if (pair === undefined) continue;
    const isChapter = nameOf(pair.key) === 'chapter';
    const step = part(isChapter ? nameOf(pair.value) : lineOf(item, text), isChapter ? 'chapter' : 'step', {
      key: item,
      value: item,
    });
    (isChapter ? steps : under).push(step);
    if (isChapter) under = step.parts;
  }
  return steps;
}

/** The first line of a step. */
const lineOf = ({ range }: Node, text: string): string =>
  (text.slice(range?.[0], range?.[1]).split('\n')[0] ?? '').slice(0, 80);

interface Entry {
  readonly key: Node | null;
  readonly value: Node | null;
}

const pairsOf = (node: unknown): Entry[] => (isMap(node) ? (node.items as Pair<Node, Node | null>[]) : []);
const nameOf = (node: unknown): string => (isScalar(node) ? String(node.value) : '') || '…';

function part(name: string, kind: Part['kind'], { key, value }: Entry): Part {
  const from = key?.range?.[0] ?? 0;
  return { name, kind, from, to: Math.max(value?.range?.[1] ?? 0, key?.range?.[1] ?? 0, from), parts: [] };
}
