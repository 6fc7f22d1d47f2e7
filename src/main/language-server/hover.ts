/** What a key or a value of a file is, as an editor shows it beside the pointer. */
import type { Path } from '../scenario/problem.ts';
import { readTree } from '../scenario/read-tree.ts';
import { parseTolerantly, type ScalarAt, scalarAt } from './cursor.ts';
import { helpOf } from './help-of.ts';
import { near } from './near.ts';
import { fieldsOf, fieldsOfKey, schemasAt } from './schemas-at.ts';

export interface Hovered {
  /** Markdown. */
  readonly help: string;
  readonly from: number;
  readonly to: number;
}

/** What is known about what is at an offset; `null` where that is nothing. */
export function hoverAt(whole: string, place: number): Hovered | null {
  const { text, offset, shift } = near(whole, place);
  const document = parseTolerantly(text);
  const at = scalarAt(document, offset);
  const found = at === null ? null : hovered(at, readTree(document).value);
  return found && { ...found, from: found.from + shift, to: found.to + shift };
}

function hovered({ scalar, path, isKey }: ScalarAt, content: unknown): Hovered | null {
  const schemas = schemasAt(content, path);
  const key = String(scalar.value);
  const fields = isKey ? fieldsOfKey(schemas, valueAt(content, path), key) : fieldsOf(schemas).slice(0, 1);
  const help = helpOf(fields);
  const [from = 0, to = 0] = scalar.range ?? [];
  return help === '' ? null : { help, from, to };
}

/** The value at a path of what could be read; `undefined` where there is none. */
export const valueAt = (content: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, part) => (at as Record<string | number, unknown> | null | undefined)?.[part], content);
