/** What the drafts of an external API have in common: fields hold text until they are saved, rows have ids, problems have places. */
import type { z } from 'zod';
import { sentence } from '../../../components/sentence.ts';

/** What is wrong, by `place(id, field)`: one sentence each. */
export type Problems = Readonly<Record<string, string>>;

export const place = (id: string, field: string) => `${id}.${field}`;

let lastId = 0;
/** Tells rows apart as long as a form is open; never saved. */
export function newId(): string {
  lastId += 1;
  return `row-${lastId}`;
}

/** An empty field is no number, not 0. */
export const toNumber = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

/** A share is typed in percent; rounding keeps 0.07 from becoming 7.000000000000001. */
export const toPercent = (share: number) => String(Number((share * 100).toPrecision(15)));
export const fromPercent = (text: string) => Number((toNumber(text) / 100).toPrecision(15));

/** `{ [key]: value }`, or nothing where the field was left empty. */
export function unlessBlank<K extends string, V>(key: K, text: string, value: (text: string) => V): { [key in K]?: V } {
  const trimmed = text.trim();
  return (trimmed === '' ? {} : { [key]: value(trimmed) }) as { [key in K]?: V };
}

export const asText = (text: string) => text;

/**
 * What a schema has against a value, by field: a field is the last name on an issue's path. `words` has sentences for fields
 * that are typed otherwise than they are saved.
 */
export function problemsOf(
  schema: z.ZodType,
  value: unknown,
  id: string,
  fieldOf: (path: readonly PropertyKey[]) => string = (path) => String(path[0] ?? ''),
  words: Readonly<Record<string, string>> = {},
): Problems {
  const problems: Record<string, string> = {};
  for (const { path, message } of schema.safeParse(value).error?.issues ?? []) {
    const field = fieldOf(path);
    problems[place(id, field)] ??= words[field] ?? sentence(message);
  }
  return problems;
}
