/** Values that a JSON Schema allows, or nearly: what a script may send that has read the API's description, or half of it. */
import fc from 'fast-check';

export interface JsonSchema {
  /** `#/components/schemas/NAME` */
  readonly $ref?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
}

const NUMBERS = [0, 1, 2, 3, 7, 50, -1, 0.5, 99, 200, 503, 1e21, 2 ** 53];
const text = fc.oneof(
  fc.constantFrom('', ' ', '__proto__', 'constructor', 'toString', '\0', '\u202e', 'x'.repeat(300), '1/2', '/', '*'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Schemas by their names. */
export type Named = Readonly<Record<string, JsonSchema>>;

/** `words`: what strings are to say mostly, so that something happens; `named`: what references lead to. */
export function valuesOf(schema: JsonSchema, words: fc.Arbitrary<string>, named: Named = {}): fc.Arbitrary<unknown> {
  /** By reference and depth: what refers to itself would be built again and again. */
  const built = new Map<string, fc.Arbitrary<unknown>>();

  const at = (each: JsonSchema, depth: number): fc.Arbitrary<unknown> => {
    const { $ref } = each;
    if ($ref === undefined) return plain(each, depth);
    const key = `${$ref} ${depth}`;
    const known = built.get(key) ?? at(referredTo($ref, named), depth);
    built.set(key, known);
    return known;
  };

  const plain = (each: JsonSchema, depth: number): fc.Arbitrary<unknown> => {
    if (depth > 9) return fc.jsonValue({ maxDepth: 1 });
    return fc.oneof(
      { weight: 30, arbitrary: good(each, (inside) => at(inside, depth + 1), words) },
      { weight: 1, arbitrary: fc.oneof(fc.jsonValue({ maxDepth: 2 }), text, fc.constantFrom<unknown>(...NUMBERS)) },
    );
  };

  return at(schema, 0);
}

type Inner = (schema: JsonSchema) => fc.Arbitrary<unknown>;

function good(schema: JsonSchema, inner: Inner, words: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined && choices.length > 0) return fc.oneof(...choices.map(inner));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object':
      return objectOf(schema, inner, words);
    case 'array':
      if (schema.prefixItems !== undefined) return fc.tuple(...schema.prefixItems.map(inner));
      return fc.array(inner(schema.items || {}), { maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.constantFrom(...NUMBERS);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: text });
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function referredTo($ref: string, named: Named): JsonSchema {
  const schema = named[$ref.split('/').at(-1) ?? ''];
  if (schema === undefined) throw new Error(`${$ref} leads nowhere`);
  return schema;
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  inner: Inner,
  words: fc.Arbitrary<string>,
): fc.Arbitrary<unknown> {
  const known = fc.record(Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, inner(each)])), {
    requiredKeys: required.filter((key) => Object.hasOwn(properties, key)),
  });
  const more = typeof additionalProperties === 'object' ? inner(additionalProperties) : fc.jsonValue({ maxDepth: 1 });
  const isOpen = typeof additionalProperties === 'object';
  return fc
    .tuple(known, fc.array(fc.tuple(fc.oneof(words, text), more), { maxLength: isOpen ? 2 : 0 }))
    .map(([value, others]) => ({ ...value, ...Object.fromEntries(others) }));
}
