/** From a scenario's definitions and changes of single settings to what trials play, validated by the schemas of files. */
import { z } from 'zod';
import { retryPatternFor } from '../../engine/connection/retry.ts';
import type { TrialSetup } from '../../lab/trial-model.ts';
import { actionType, type Definitions, externalApi, retryPattern, settings } from '../../shared/definitions.ts';
import { type Change, MAX_VARIANTS, type SettingValue, type Variant } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import { VARIABLE_SETTINGS, type VariablePart, variableSetting } from '../../shared/variable-settings.ts';
import { AS_CONFIGURED } from '../../views/lab/change-words.ts';
import { ExperimentError, type Varied } from './vary.ts';

/** Every combination of the values, the first setting changing slowest; without any, the scenario as it is. */
export function combinations(varied: readonly Varied[]): Variant[] {
  const count = varied.reduce((product, { values }) => product * values.length, 1);
  if (count > MAX_VARIANTS) throw new ExperimentError(`${count} variants are too many: at most ${MAX_VARIANTS}`);
  const all = varied.reduce<Change[][]>(
    (rows, { path, values }) => rows.flatMap((row) => values.map((value) => [...row, { path, value }])),
    [[]],
  );
  return all.map((changes) => ({ name: nameOf(changes), changes }));
}

/** `retry.max=3, responseWithin=10m`. */
function nameOf(changes: readonly Change[]): string {
  return changes.length === 0
    ? AS_CONFIGURED
    : changes.map(({ path, value }) => `${path}=${value ?? 'none'}`).join(', ');
}

/** The setup of one Action type as the definitions have it; an `ExperimentError` where it is none that calls an API. */
export function setupOf(definitions: Definitions, actionTypeName: string, startAt: Instant): TrialSetup {
  const type = definitions.actionTypes[actionTypeName];
  if (type === undefined) throw new ExperimentError(`unknown Action type ${actionTypeName}`);
  const api = type.externalApi === undefined ? undefined : definitions.externalApis[type.externalApi];
  if (type.externalApi === undefined || api === undefined) {
    throw new ExperimentError(`${actionTypeName} is a manual Action type: it calls no External API`);
  }
  return {
    actionTypeName,
    actionType: type,
    externalApiName: type.externalApi,
    externalApi: api,
    settings: definitions.settings,
    startAt,
  };
}

/** The setup with a variant's changes; an `ExperimentError` says which of them is wrong, and what is expected. */
export function withChanges(setup: TrialSetup, changes: readonly Change[]): TrialSetup {
  return changes.reduce(withChange, setup);
}

/** The parts of a setup as files write them, by the schema that reads them back. */
const PARTS = { actionType, settings, externalApi } as const satisfies Record<VariablePart, z.ZodType>;

/** What may be varied, for messages: of an External API, anything. */
const VARIABLE_PATHS = [
  ...VARIABLE_SETTINGS.map(({ path }) => path).filter((path) => !path.startsWith('externalApi.')),
  'externalApi.…',
];

function withChange(setup: TrialSetup, { path, value }: Change): TrialSetup {
  const { part, keys } = target(setup, path);
  const written = asWritten(PARTS[part], setup[part]);
  if (keys[0] === 'retry' && part === 'actionType') {
    // A type without a pattern of its own starts from the one in force.
    written.retry = asWritten(retryPattern, retryPatternFor(setup.settings, setup.actionType));
  }
  put(written, keys, path === 'outage' ? outages(value) : value, path);
  const decoded = z.safeDecode(PARTS[part] as z.ZodType, written);
  if (decoded.success) return { ...setup, [part]: decoded.data };
  throw new ExperimentError(`${path}=${value ?? 'none'}: ${messageOf(decoded.error)}`);
}

/** Where a path leads. Files' own ways to write it are taken too: `settings.callTimeout`, `externalApis.erp.random.failRate`. */
function target({ actionTypeName, externalApiName }: TrialSetup, path: string): { part: VariablePart; keys: string[] } {
  if (path === 'outage') return { part: 'externalApi', keys: ['outages'] };
  const prefixes: readonly (readonly [string, VariablePart])[] = [
    ['settings.', 'settings'],
    ['externalApi.', 'externalApi'],
    [`externalApis.${externalApiName}.`, 'externalApi'],
    ['actionType.', 'actionType'],
    [`actionTypes.${actionTypeName}.`, 'actionType'],
  ];
  const prefix = prefixes.find(([text]) => path.startsWith(text));
  const keys = (prefix === undefined ? path : path.slice(prefix[0].length)).split('.');
  const setting = variableSetting(keys.join('.'));
  const part = prefix?.[1] ?? setting?.part;
  // A retry pattern is the Action type's as well as the system's.
  const isKnown = part === 'externalApi' || setting?.part === part || (setting !== undefined && keys[0] === 'retry');
  if (part === undefined || !isKnown) {
    throw new ExperimentError(`${path}: cannot be varied; expected one of ${VARIABLE_PATHS.join(', ')}`);
  }
  return { part, keys };
}

/** One outage of this length from the start on; none at all for 0. */
function outages(length: SettingValue): unknown {
  return length === null || length === '0s' || length === 0 ? [] : [{ from: '+0s', for: length }];
}

type Written = Record<string, unknown>;

function asWritten(schema: z.ZodType, value: unknown): Written {
  return JSON.parse(JSON.stringify(z.encode(schema, value)));
}

/** Sets what the keys lead to; `null` takes it away. What is on the way must be there. */
function put(written: Written, keys: readonly string[], value: unknown, path: string): void {
  const [key = '', ...rest] = keys;
  if (rest.length > 0) {
    const inner = Object.hasOwn(written, key) ? written[key] : undefined;
    if (typeof inner !== 'object' || inner === null) throw new ExperimentError(`${path}: it has no ${key} to vary`);
    put(inner as Written, rest, value, path);
  } else if (value === null) delete written[key];
  else written[key] = value;
}

/** The innermost issue: a union's own says only that nothing fits. */
function messageOf({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (issue?.code === 'invalid_union') {
    const inner = issue.errors.flat().find(({ message }) => message.startsWith('expected'));
    if (inner !== undefined) return inner.message;
  }
  return issue?.message ?? 'is not a valid value';
}

/** The settings a setup plays with, as files write them; the External API where it differs from the scenario's. */
export function writtenSettings(setup: TrialSetup, base: TrialSetup): Record<string, unknown> {
  const { retry: _, title: __, externalApi: ___, send: ____, ...type } = asWritten(actionType, setup.actionType);
  const { retry: _____, ...rest } = asWritten(settings, setup.settings);
  const pattern = asWritten(retryPattern, retryPatternFor(setup.settings, setup.actionType));
  const api = setup.externalApi === base.externalApi ? {} : { externalApi: asWritten(externalApi, setup.externalApi) };
  return { retry: pattern, ...type, ...rest, ...api };
}
