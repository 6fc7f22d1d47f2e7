/**
 * The contract's schemas as JSON Schema. What has a name (`meta({ id })`) is written once, under `components.schemas`, and referred to
 * everywhere else.
 */
import type { AnySchema } from '@orpc/contract';
import type { ConditionalSchemaConverter, JSONSchema, SchemaConvertOptions } from '@orpc/openapi';
import { z } from 'zod';
import { FIELD_KEYS } from '../../../shared/field.ts';

type Json = Record<string, unknown>;
/** Whether it is sent or answered: durations are text in what is sent, milliseconds in what is answered, and defaults are filled in. */
type Direction = SchemaConvertOptions['strategy'];

const PREFIX = '#/components/schemas/';
/** What is answered goes by another name where it is another thing than what is sent. */
const ANSWERED = 'InAnswers';

export class NamedSchemas implements ConditionalSchemaConverter {
  readonly #found = { input: new Map<string, Json>(), output: new Map<string, Json>() };

  condition(schema: AnySchema | undefined): boolean {
    return zodOf(schema) !== null;
  }

  convert(schema: AnySchema | undefined, { strategy }: SchemaConvertOptions): [required: boolean, json: JSONSchema] {
    const zod = zodOf(schema);
    if (zod === null) return [false, {}];
    const {
      $schema: _,
      $defs = {},
      ...root
    } = z.toJSONSchema(zod, {
      io: strategy,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => tidy(jsonSchema),
    }) as Json;
    for (const [name, definition] of Object.entries($defs as Record<string, Json>))
      this.#note(strategy, name, definition);
    const required = strategy === 'output' || zod._zod.optin !== 'optional';
    if (typeof root.id !== 'string') return [required, referring(root, strategy) as JSONSchema];
    this.#note(strategy, root.id, root);
    return [required, { $ref: reference(strategy, root.id) }];
  }

  /** The document, and the schemas that it refers to by their names; `document` is what this converter was used for. */
  complete<T extends object>(document: T): { readonly document: T; readonly schemas: Readonly<Record<string, Json>> } {
    const different = this.#different();
    const nameOf = (direction: string, name: string) =>
      direction === 'output' && different.has(name) ? `${name}${ANSWERED}` : name;
    const named = <V>(value: V): V =>
      JSON.parse(JSON.stringify(value).replace(MARKED, (_, direction, name) => `${PREFIX}${nameOf(direction, name)}`));
    const of = (direction: Direction) =>
      [...this.#found[direction]].map(([name, json]) => [nameOf(direction, name), named(json)] as const);
    const sorted = [...of('input'), ...of('output')].sort(([left], [right]) => (left < right ? -1 : 1));
    return { document: named(document), schemas: Object.fromEntries(sorted) };
  }

  /** The names of what is sent as one thing and answered as another, or refers to such. */
  #different(): ReadonlySet<string> {
    const { input, output } = this.#found;
    const both = [...output.keys()].filter((name) => input.has(name));
    const text = (json: Json | undefined) => JSON.stringify(json).replace(MARKED, (_, __, name) => `${PREFIX}${name}`);
    const different = new Set(both.filter((name) => text(input.get(name)) !== text(output.get(name))));
    for (let before = -1; before !== different.size; ) {
      before = different.size;
      for (const name of both) {
        if ([...JSON.stringify(output.get(name)).matchAll(MARKED)].some(([, , used = '']) => different.has(used)))
          different.add(name);
      }
    }
    return different;
  }

  #note(direction: Direction, name: string, { id: _, ...definition }: Json): void {
    const json = referring(definition, direction) as Json;
    const known = this.#found[direction].get(name);
    // Two things of one name are a mistake.
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(json)) {
      throw new Error(`two schemas of the contract are called ${name}`);
    }
    this.#found[direction].set(name, json);
  }
}

/** References before it is known which names there will be: `#input/Duration`. */
const MARKED = /#(input|output)\/(\w+)/g;
const reference = (direction: Direction, name: string) => `#${direction}/${name}`;

function referring(value: unknown, direction: Direction): unknown {
  if (Array.isArray(value)) return value.map((each) => referring(each, direction));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) =>
      key === '$ref' && typeof each === 'string'
        ? [key, reference(direction, each.replace('#/$defs/', ''))]
        : [key, referring(each, direction)],
    ),
  );
}

function zodOf(schema: unknown): z.ZodType | null {
  if (schema instanceof z.ZodType) return schema;
  const { told } = (schema ?? {}) as { told?: unknown };
  return told instanceof z.ZodType ? told : null;
}

/** Without what only forms and the Lab ask for, and without what says that nobody may write to an answer. */
function tidy(schema: Json): void {
  for (const key of [...FIELD_KEYS, 'readOnly']) delete schema[key];
}
