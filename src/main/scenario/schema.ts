/** The published JSON Schema of scenario files, made from the schema that validates them, with what its fields say about themselves. */
import { z } from 'zod';
import { DURATION_PATTERN } from '../../shared/duration.ts';
import { FIELD_KEYS } from '../../shared/field.ts';
import { scenarioFile } from '../../shared/file-parts.ts';
import { ISO_PATTERN, TIME_OF_DAY_PATTERN } from '../../shared/instant.ts';
import { printJson } from './print-json.ts';
import { type Json, mergeMaps, PARAMETER, required, withParameter } from './schema-form.ts';

/** A name, not an address: the file is looked up nowhere. */
const SCHEMA_ID = 'trigger-lab/scenario.schema.json';

/** Rules that zod checks by code, as far as JSON Schema has words for them, by the definition's name. */
const RULES: Readonly<Record<string, Json>> = {
  PositiveDuration: { type: 'string', not: { pattern: '^[0dhmins ]*$' } },
  SecondsOrMore: { type: 'string', not: { pattern: '^(?:0* ?(?:d|h|m|min|s) ?)*(?:0*\\d{1,3} ?ms)?$' } },
  Instant: {
    pattern: [ISO_PATTERN.source, TIME_OF_DAY_PATTERN.source, `^\\+${DURATION_PATTERN.source.slice(1)}`].join('|'),
  },
  // Not `format: uri`: strict validators refuse a format that they have no code for.
  ApiUrl: { format: undefined, pattern: '^[Hh][Tt]{2}[Pp][Ss]?://[^\\s/?#]' },
  Outage: { not: required('fail', 'status'), dependentRequired: { on: ['every'] } },
  ExternalApi: { not: { ...required('random'), anyOf: [required('calls'), required('otherwise')] } },
  ActionType: {
    oneOf: [required('externalApi'), { properties: { manual: { const: true } }, required: ['manual'] }],
  },
};

/** The JSON Schema (draft 2020-12) as it is in `resources/scenario.schema.json`, ending with a line break. */
export function scenarioJsonSchema(): string {
  const { $schema, $defs, description, ...root } = z.toJSONSchema(scenarioFile, {
    io: 'input',
    override: ({ jsonSchema }) => tidy(jsonSchema),
  }) as Json;
  const definitions = Object.fromEntries(
    Object.entries($defs as Record<string, Json>).map(([id, { id: _, ...definition }]) => [
      id,
      { ...definition, ...RULES[id] },
    ]),
  );
  const properties = root.properties as Record<string, Json>;
  const start = { ...properties.start, pattern: ISO_PATTERN.source };
  const formed = formedProperties({ ...properties, start }, definitions);
  const formedDefinitions = { ...formedProperties(definitions, definitions), Parameter: PARAMETER };
  const document = {
    $schema,
    $id: SCHEMA_ID,
    title: 'Trigger Lab scenario',
    description,
    ...root,
    // What says which files and parameters there are names no parameter itself.
    properties: { ...formed, include: properties.include, params: properties.params, examples: properties.examples },
    $defs: used(formedDefinitions, formed),
  };
  return `${printJson(JSON.parse(JSON.stringify(document, saidOnce)))}\n`;
}

/** Schemas of values as they are published, each by its name. */
function formedProperties(schemas: Readonly<Record<string, Json>>, definitions: Readonly<Record<string, Json>>) {
  return Object.fromEntries(
    Object.entries(schemas).map(([key, schema]) => [key, withParameter(formedWhole(schema, definitions))]),
  );
}

function formedWhole(schema: Json, definitions: Readonly<Record<string, Json>>): Json {
  const { anyOf, properties, items, prefixItems, additionalProperties, ...rest } = mergeMaps(schema, definitions);
  const member = (value: unknown) =>
    typeof value === 'object' ? withParameter(formedWhole(value as Json, definitions)) : value;
  return {
    ...rest,
    ...(anyOf !== undefined && { anyOf: (anyOf as Json[]).map((each) => formedWhole(each, definitions)) }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(Object.entries(properties as Json).map(([key, each]) => [key, member(each)])),
    }),
    ...(items !== undefined && { items: member(items) }),
    ...(prefixItems !== undefined && { prefixItems: (prefixItems as Json[]).map(member) }),
    ...(additionalProperties !== undefined && { additionalProperties: member(additionalProperties) }),
  };
}

/** The definitions that something refers to. */
function used(definitions: Readonly<Record<string, Json>>, root: unknown): Json {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/\$defs\/(\w+)"/g)) {
      if (names.has(name)) continue;
      names.add(name);
      visit(definitions[name]);
    }
  };
  visit(root);
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => names.has(name)));
}

/** Without what only forms and the Lab ask for; what may be null says what it is at the whole. */
function tidy(schema: Json): void {
  if (schema.blank !== undefined) schema.description = `${schema.description} Left out: ${schema.blank}.`;
  for (const key of FIELD_KEYS) delete schema[key];
  const [value, nothing] = (schema.anyOf as Json[] | undefined) ?? [];
  if (nothing?.type === 'null') Object.assign(schema, { ...wordsOf(value), ...wordsOf(schema) });
}

const wordsOf = ({ title, description }: Json = {}): Json => ({
  ...(title !== undefined && { title }),
  ...(description !== undefined && { description }),
});

/** For `JSON.stringify`: an alternative does not say again what the whole says. */
function saidOnce(_: string, value: unknown): unknown {
  const { anyOf, description } = (value ?? {}) as Json;
  if (!Array.isArray(anyOf) || description === undefined) return value;
  const alternatives = (anyOf as Json[]).map(({ title, ...rest }) => {
    if (rest.description !== description) return title === undefined ? rest : { title, ...rest };
    const { description: _again, ...others } = rest;
    return others;
  });
  return { ...(value as Json), anyOf: alternatives };
}
