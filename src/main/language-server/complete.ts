/** What may be written at the cursor: keys, fixed words, and names that are defined elsewhere in the file. */
import type * as core from 'zod/v4/core';
import type { NameList } from '../../views/names-in.ts';
import { ENTRY_KINDS } from '../../views/timeline/entries.ts';
import { PART_OF } from '../scenario/defined-names.ts';
import { beside } from '../scenario/includes.ts';
import type { ReferenceKind } from '../scenario/references.ts';
import { alternativesOf, definitionOf, fixedValues, isMap } from '../scenario/schema-shape.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import type { Disk } from './disk.ts';
import { helpOf } from './help-of.ts';
import { valueAt } from './hover.ts';
import { inYaml } from './in-yaml.ts';
import { namesOf } from './names.ts';
import { near } from './near.ts';
import { referenceAt } from './reference-at.ts';
import { keysFor, schemasAt, takesNull, takesText } from './schemas-at.ts';

export interface Proposal {
  readonly label: string;
  readonly kind: 'key' | 'word' | 'name' | 'parameter' | 'file';
  /** Markdown. */
  readonly help: string;
  /** What takes the place of the text between the offsets. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** In the order in which an editor should list them. `file` says where the files are that it names. */
export function complete(text: string, offset: number, file: string, disk: Disk): Proposal[] {
  const part = near(text, offset);
  const cursor = cursorAt(part.text, part.offset);
  if (cursor === null) return [];
  const proposals = proposalsAt(cursor, file, disk);
  return proposals.map((each) => ({ ...each, from: each.from + part.shift, to: each.to + part.shift }));
}

function proposalsAt(cursor: Cursor, file: string, disk: Disk): Proposal[] {
  const schemas = schemasAt(cursor.content, cursor.path);
  if (cursor.isKey) return keyProposals(schemas, valueAt(cursor.content, cursor.path), cursor);
  return [
    ...valueProposals(schemas, cursor, file, disk),
    ...(cursor.mayBeKey ? keyProposals(schemas, null, cursor) : []),
  ];
}

function keyProposals(schemas: readonly core.$ZodType[], value: unknown, cursor: Cursor): Proposal[] {
  const { from, to, quote, hasColon } = cursor;
  return keysFor(schemas, value).map(({ key, fields }) => {
    const written = inYaml(key, quote);
    return { label: key, kind: 'key', help: helpOf(fields), text: hasColon ? written : `${written}: `, from, to };
  });
}

function valueProposals(
  schemas: readonly core.$ZodType[],
  cursor: Cursor,
  file: string,
  { readFile, filesIn }: Disk,
): Proposal[] {
  const { content, path, from, to, quote, typed } = cursor;
  const propose = (kind: Proposal['kind'], value: unknown): Proposal => {
    const written = typeof value === 'string' ? inYaml(value, quote) : inYaml(value);
    return { label: String(value), kind, help: '', text: written, from, to };
  };
  const reference = takesText(schemas) ? referenceAt(content, path) : null;
  const names = reference === null ? [] : namesOf(content, file, readFile)[LIST_OF[reference]];
  const kinds = path.at(-2) === 'timeline' && path.includes('expect') ? ENTRY_KINDS : [];
  const words = new Set([...schemas.flatMap(wordsOf), ...kinds]);
  return [
    ...filesFor(path, typed, file, filesIn).map((name) => propose('file', name)),
    ...names.map((name) => propose('name', name)),
    ...[...words].map((word) => propose('word', word)),
    ...parametersOf(content, path).map((name) => propose('parameter', `$${name}`)),
  ];
}

/** The fixed words that a value takes, `true` and `false` and `null` among them. */
function wordsOf(schema: core.$ZodType): unknown[] {
  const flags = alternativesOf(schema).some((each) => definitionOf(each).type === 'boolean') ? [true, false] : [];
  return [...fixedValues(schema), ...flags, ...(takesNull(schema) ? [null] : [])];
}

const LIST_OF = { ...PART_OF, action: 'actions' } as const satisfies Readonly<Record<ReferenceKind, NameList>>;

/** The parameters that may be named at a place: none in what defines them. */
function parametersOf(content: unknown, [section]: Cursor['path']): string[] {
  if (!isMap(content) || !isMap(content.params)) return [];
  return ['include', 'params', 'examples', undefined].includes(section as string) ? [] : Object.keys(content.params);
}

const NAMED_FILES: Readonly<Record<string, RegExp>> = { include: /\.(?:ya?ml|json)$|\/$/i, examples: /\.csv$|\/$/i };

/** The files that may be included, or hold the examples, in the folder that was typed so far. */
function filesFor(path: Cursor['path'], typed: string, file: string, filesIn: Disk['filesIn']): string[] {
  const [section, ...inside] = path;
  const wanted = NAMED_FILES[String(section)];
  if (wanted === undefined || inside.length !== (section === 'include' ? 1 : 0)) return [];
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  return filesIn(beside(file, folder === '' ? './' : folder))
    .filter((name) => wanted.test(name) && beside(file, folder + name) !== file)
    .map((name) => folder + name);
}
