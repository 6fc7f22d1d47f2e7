/** The JSON Schema in the form that editors complete best: alternatives that are maps become one map where they can. */

export type Json = Record<string, unknown>;

/** Keys that a map must have, each of them declared: Ajv's strict mode wants that where `required` is. */
export const required = (...keys: string[]): Json => ({ properties: declared(keys), required: keys });

const declared = (keys: readonly string[]): Json => Object.fromEntries(keys.map((key) => [key, true]));

interface MapSchema extends Json {
  readonly properties: Record<string, Json>;
  readonly required?: readonly string[];
}

/**
 * A schema whose alternatives are maps with fixed keys as one map with the keys of all of them, and what goes together as its rule:
 * editors then offer each key, whichever alternative they take for meant. It stays as it is where a key is something else in
 * another alternative, as the subjects of an expectation, unless one needs no key: that one is always taken for meant.
 */
export function mergeMaps(schema: Json, definitions: Readonly<Record<string, Json>>): Json {
  const alternatives = ((schema.anyOf ?? []) as Json[]).map((each) => resolved(each, definitions));
  const maps = alternatives.filter(isClosedMap);
  if (maps.length < 2) return schema;
  const properties = mergedProperties(maps);
  if (properties === null) return schema;
  const ruleOf = (key: string, own: Json) => (isSame(own, properties[key]) ? true : withoutWords(own));
  const rules = maps.map(({ title, properties: own, required: keys = [] }) => ({
    ...(title !== undefined && { title }),
    properties: Object.fromEntries(Object.entries(own).map(([key, value]) => [key, ruleOf(key, value)])),
    ...(keys.length > 0 && { required: keys }),
    additionalProperties: false,
  }));
  const map = { type: 'object', properties, additionalProperties: false, anyOf: rules };
  const { anyOf: _, ...rest } = schema;
  if (maps.length === alternatives.length) return { ...rest, ...map };
  const together = alternatives.map((each) => (each === maps[0] ? map : each));
  return { ...rest, anyOf: together.filter((each) => each === map || !isClosedMap(each)) };
}

/** A definition that only says what a map is, by what it says. */
function resolved(schema: Json, definitions: Readonly<Record<string, Json>>): Json {
  const { $ref } = schema;
  const definition = typeof $ref === 'string' ? definitions[$ref.replace('#/$defs/', '')] : undefined;
  return definition !== undefined && isClosedMap(definition) ? definition : schema;
}

const isClosedMap = (schema: Json): schema is MapSchema =>
  schema.type === 'object' && schema.additionalProperties === false && !('anyOf' in schema || 'oneOf' in schema);

function mergedProperties(maps: readonly MapSchema[]): Record<string, Json> | null {
  const mayDiffer = maps.some(({ required: keys = [] }) => keys.length === 0);
  const merged: Record<string, Json> = {};
  for (const map of maps) {
    for (const [key, own] of Object.entries(map.properties)) {
      // The help of a step is that of its verb.
      const isVerb = map.description !== undefined && map.required?.includes(key) === true;
      const value = isVerb ? { ...own, description: sentences(map.description, own.description) } : own;
      const known = merged[key];
      const both = known === undefined ? value : mergedValue(known, value, mayDiffer);
      if (both === null) return null;
      merged[key] = both;
    }
  }
  return merged;
}

/** The same value described twice, or two fixed words; anything else only where it may differ, `null` where not. */
function mergedValue(left: Json, right: Json, mayDiffer: boolean): Json | null {
  const description = sentences(left.description, right.description);
  const said = description === '' ? {} : { description };
  if (isSame(left, right)) return { ...left, ...said };
  if (isWord(left) && isWord(right)) return { type: 'string', enum: [left.const, right.const], ...said };
  return mayDiffer ? { anyOf: [withoutWords(left), withoutWords(right)], ...said } : null;
}

const isWord = (schema: Json) => typeof schema.const === 'string';
const withoutWords = ({ title: _, description: __, ...rest }: Json) => rest;
const isSame = (left: Json, right: Json = {}) =>
  JSON.stringify(withoutWords(left)) === JSON.stringify(withoutWords(right));

function sentences(...texts: unknown[]): string {
  return [...new Set(texts.filter((text) => text !== undefined))].join(' ');
}

/** `$name` and `${name}` in a value (scenario-format.md, *Parameters*). */
export const PARAMETER = {
  type: 'string',
  pattern: '^\\$[\\p{L}_][\\p{L}\\p{N}_-]*$|\\$\\{[^{}]*\\}',
  description: `A parameter: $name for its value, \${name} within a text.`,
};
const PARAMETER_REF = { $ref: '#/$defs/Parameter' };
const PARAMETER_SAMPLES = ['$name', `with \${name}`];

/**
 * A value, or a parameter in its place; what takes any such text already stays as it is. For a map not one more alternative: editors
 * would tell about that one where a key of the map is wrong. Of anything else they offer the words only if it is one.
 */
export function withParameter(schema: Json): Json {
  if (takesParameter(schema)) return schema;
  const { title, description, default: byDefault, ...rest } = schema;
  const said = Object.fromEntries(
    Object.entries({ default: byDefault, title, description }).filter(([, value]) => value !== undefined),
  );
  if (rest.type === 'object') return { if: PARAMETER_REF, else: rest, ...said };
  const isUnion = Object.keys(rest).every((key) => key === 'anyOf');
  const alternatives = isUnion ? (rest.anyOf as Json[]) : [rest];
  return { anyOf: [...alternatives, PARAMETER_REF], ...said };
}

function takesParameter({ $ref, type, pattern, enum: words, const: word, not, anyOf }: Json): boolean {
  // A definition says it itself.
  if ($ref !== undefined) return not === undefined;
  if (type !== 'string') return type === undefined && anyOf === undefined;
  if (words !== undefined || word !== undefined) return false;
  return typeof pattern !== 'string' || PARAMETER_SAMPLES.every((text) => new RegExp(pattern, 'u').test(text));
}
