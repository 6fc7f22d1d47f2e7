/** The published JSON Schema of scenario files, made from the schema that validates them. */
import { z } from 'zod';
import {
  actionType,
  allocation,
  apiResponse,
  apiUrl,
  callOutcome,
  caseDefinition,
  caseName,
  caseType,
  customData,
  distribution,
  duration,
  externalApi,
  failingStatus,
  instant,
  jsonValue,
  name,
  outage,
  positiveDuration,
  process,
  randomBehaviour,
  referencePart,
  retryPattern,
  retryPatternChange,
  settings,
  settingsChange,
  share,
  user,
  wholeSeconds,
} from '../../shared/definitions.ts';
import { DURATION_PATTERN } from '../../shared/duration.ts';
import { ISO_PATTERN } from '../../shared/instant.ts';
import { actionReference, expectation, scenario, stepSchemas } from '../../shared/scenario.ts';
import { type DefinitionName, SCHEMA_TEXTS, type SchemaText } from './schema-texts.ts';

/** A name, not an address: the file is looked up nowhere. */
const SCHEMA_ID = 'trigger-lab/scenario.schema.json';

/** The schemas that become named definitions; `Scenario` is the whole. */
const DEFINITIONS: Readonly<Record<Exclude<DefinitionName, 'Scenario'>, z.core.$ZodType>> = {
  Duration: duration,
  PositiveDuration: positiveDuration,
  SecondsOrMore: wholeSeconds,
  Instant: instant,
  Name: name,
  ReferenceName: referencePart,
  CaseName: caseName,
  Share: share,
  JsonValue: jsonValue,
  CustomData: customData,
  FailingStatus: failingStatus,
  ApiUrl: apiUrl,
  RetryPattern: retryPattern,
  RetryPatternChange: retryPatternChange,
  Settings: settings,
  SettingsChange: settingsChange,
  User: user,
  ApiResponse: apiResponse,
  CallOutcome: callOutcome,
  Distribution: distribution,
  RandomBehaviour: randomBehaviour,
  Outage: outage,
  ExternalApi: externalApi,
  Allocation: allocation,
  ActionType: actionType,
  Process: process,
  CaseType: caseType,
  Case: caseDefinition,
  ActionReference: actionReference,
  Expectation: expectation,
  LaunchStep: stepSchemas.launch,
  RetryStep: stepSchemas.retry,
  SetStep: stepSchemas.set,
  RespondStep: stepSchemas.respond,
  TakeStep: stepSchemas.take,
  UnassignStep: stepSchemas.unassign,
  ResolveStep: stepSchemas.resolve,
  CaseStep: stepSchemas.case,
  RelaunchStep: stepSchemas.relaunch,
  AdvanceStep: stepSchemas.advance,
  NextStep: stepSchemas.next,
  SayStep: stepSchemas.say,
  RestartStep: stepSchemas.restart,
  ExpectStep: stepSchemas.expect,
};

type Json = Record<string, unknown>;

/** Rules that zod checks by code, as far as JSON Schema has words for them. */
const RULES: Partial<Record<DefinitionName, Json>> = {
  PositiveDuration: { not: { pattern: '^[0dhms]*$' } },
  SecondsOrMore: { not: { pattern: '^(?:0*[dhms])*(?:\\d{1,3}ms)?$' } },
  Instant: { pattern: `${ISO_PATTERN.source}|^\\+${DURATION_PATTERN.source.slice(1)}` },
  ApiUrl: { pattern: '^[Hh][Tt]{2}[Pp][Ss]?://' },
  Outage: { not: { required: ['fail', 'status'] } },
  ExternalApi: { not: { required: ['random'], anyOf: [{ required: ['calls'] }, { required: ['otherwise'] }] } },
  ActionType: {
    oneOf: [{ required: ['externalApi'] }, { required: ['manual'], properties: { manual: { const: true } } }],
  },
};

/** The JSON Schema (draft 2020-12) as it stands in `resources/scenario.schema.json`, ending with a line break. */
export function scenarioJsonSchema(): string {
  const registry = z.registry<{ id?: string; [extra: string]: unknown }>();
  for (const [id, schema] of Object.entries(DEFINITIONS)) registry.add(schema, { id });
  const { $schema, $defs, ...root } = z.toJSONSchema(scenario, { io: 'input', metadata: registry }) as Json;
  const definitions = $defs as Record<DefinitionName, Json>;
  for (const id of Object.keys(DEFINITIONS) as DefinitionName[]) {
    definitions[id] = { ...describe(id, definitions[id]), ...RULES[id] };
  }
  const { description, ...rest } = describe('Scenario', root);
  const start = { ...propertiesOf(root, 'start')[0], pattern: ISO_PATTERN.source };
  const properties = { ...(rest.properties as Json), start };
  const document = { $schema, $id: SCHEMA_ID, title: 'Trigger Lab scenario', description, ...rest, properties, $defs };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A definition with its texts. A text that finds no place is a mistake. */
function describe(id: DefinitionName, definition: Json): Json {
  const { description, properties }: SchemaText = SCHEMA_TEXTS[id];
  // `LaunchStep` has the key `launch`; where that has no text of its own, the step's says it.
  const verb = /^(.+)Step$/.exec(id)?.[1]?.toLowerCase();
  const texts = { ...(verb === undefined ? {} : { [verb]: description }), ...properties };
  for (const [path, text] of Object.entries(texts)) {
    const places = path
      .split('.')
      .reduce<Json[]>((at, key) => at.flatMap((place) => propertiesOf(place, key)), [definition]);
    if (places.length === 0) throw new Error(`the JSON Schema of ${id} has no ${path}`);
    for (const place of places) place.description = text;
  }
  const { id: _, ...rest } = definition;
  return { description, ...rest };
}

/** The schemas of a property, through alternatives. */
function propertiesOf(schema: Json, key: string): Json[] {
  const own = (schema.properties as Record<string, Json> | undefined)?.[key];
  const alternatives = (schema.anyOf as Json[] | undefined) ?? [];
  return [...(own ? [own] : []), ...alternatives.flatMap((alternative) => propertiesOf(alternative, key))];
}
