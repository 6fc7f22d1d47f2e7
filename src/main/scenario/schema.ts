/** The published JSON Schema of scenario files, made from the schema that validates them, with what its fields say about themselves. */
import { z } from 'zod';
import { DURATION_PATTERN } from '../../shared/duration.ts';
import { FIELD_KEYS } from '../../shared/field.ts';
import { scenarioFile } from '../../shared/file-parts.ts';
import { ISO_PATTERN, TIME_OF_DAY_PATTERN } from '../../shared/instant.ts';

/** A name, not an address: the file is looked up nowhere. */
const SCHEMA_ID = 'trigger-lab/scenario.schema.json';

type Json = Record<string, unknown>;

/** Rules that zod checks by code, as far as JSON Schema has words for them, by the definition's name. */
const RULES: Readonly<Record<string, Json>> = {
  PositiveDuration: { not: { pattern: '^[0dhmins ]*$' } },
  SecondsOrMore: { not: { pattern: '^(?:0* ?(?:d|h|m|min|s) ?)*(?:0*\\d{1,3} ?ms)?$' } },
  Instant: {
    pattern: [ISO_PATTERN.source, TIME_OF_DAY_PATTERN.source, `^\\+${DURATION_PATTERN.source.slice(1)}`].join('|'),
  },
  ApiUrl: { pattern: '^[Hh][Tt]{2}[Pp][Ss]?://' },
  Outage: { not: { required: ['fail', 'status'] }, dependentRequired: { on: ['every'] } },
  ExternalApi: { not: { required: ['random'], anyOf: [{ required: ['calls'] }, { required: ['otherwise'] }] } },
  ActionType: {
    oneOf: [{ required: ['externalApi'] }, { required: ['manual'], properties: { manual: { const: true } } }],
  },
};

/** The JSON Schema (draft 2020-12) as it is in `resources/scenario.schema.json`, ending with a line break. */
export function scenarioJsonSchema(): string {
  const { $schema, $defs, description, ...root } = z.toJSONSchema(scenarioFile, {
    io: 'input',
    override: ({ jsonSchema }) => tidy(jsonSchema),
  }) as Json;
  const definitions = Object.entries($defs as Record<string, Json>).map(([id, { id: _, ...definition }]) => {
    const rule = RULES[id];
    return [id, rule === undefined ? definition : { ...definition, ...rule }];
  });
  const properties = root.properties as Record<string, Json>;
  const start = { ...properties.start, pattern: ISO_PATTERN.source };
  const document = {
    $schema,
    $id: SCHEMA_ID,
    title: 'Trigger Lab scenario',
    description,
    ...root,
    properties: { ...properties, start },
    $defs: Object.fromEntries(definitions),
  };
  return `${JSON.stringify(document, saidOnce, 2)}\n`;
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
