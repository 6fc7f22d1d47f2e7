/** Which settings a scenario uses: those that it, or one of its steps, gives another value than the one they have if left out. */
import { z } from 'zod';
import { actionType, caseType, externalApi, settings, user } from '../shared/definitions.ts';
import { innerOf } from '../shared/field.ts';
import type { Scenario, Step } from '../shared/scenario.ts';

/** What can be set, by the word that a `set` step has for it; the system-wide settings have none. */
const PARTS = {
  settings,
  user,
  externalApi,
  actionType,
  caseType,
} as const satisfies Readonly<Record<string, z.ZodType>>;
type Part = keyof typeof PARTS;

/** Every setting there is, as a path: `settings.retry.max`, `actionType.responseWithin`. */
export const SETTINGS: readonly string[] = Object.entries(PARTS).flatMap(([part, schema]) => leavesOf(schema, part));

const BY_DEFAULT: Readonly<Record<string, unknown>> = {
  ...flat('settings', z.decode(settings, {})),
  ...flat('user', z.decode(user, {})),
  ...flat('actionType', { ...z.decode(actionType, { manual: true }), manual: undefined }),
  ...flat('actionType.retry', z.decode(settings, {}).retry),
};

/** In the order of `SETTINGS`. */
export function settingsUsed(scenario: Scenario): string[] {
  const used = new Set<string>();
  const use = (part: Part, value: unknown) => {
    for (const [path, leaf] of Object.entries(flat(part, value))) {
      const isDefault = JSON.stringify(leaf) === JSON.stringify(BY_DEFAULT[path]);
      if (leaf !== undefined && leaf !== null && !isDefault) used.add(path);
    }
  };
  use('settings', scenario.settings);
  for (const each of Object.values(scenario.users)) use('user', each);
  for (const each of Object.values(scenario.externalApis)) use('externalApi', each);
  for (const each of Object.values(scenario.actionTypes)) use('actionType', each);
  for (const each of Object.values(scenario.caseTypes)) use('caseType', each);
  for (const each of Object.values(scenario.cases)) use('caseType', each);
  for (const step of scenario.steps) if ('set' in step) use(...saved(step));
  return SETTINGS.filter((path) => used.has(path));
}

function saved({ set }: Extract<Step, { set: unknown }>): [Part, unknown] {
  if ('actionType' in set) return ['actionType', { ...set, actionType: undefined }];
  if ('externalApi' in set) return ['externalApi', { ...set, externalApi: undefined }];
  return 'user' in set ? ['user', { ...set, user: undefined }] : ['settings', set];
}

function leavesOf(schema: z.ZodType, path: string): string[] {
  const inner = innerOf(schema);
  if (!(inner instanceof z.ZodObject)) return [path];
  return Object.entries(inner.shape).flatMap(([key, field]) => leavesOf(field as z.ZodType, `${path}.${key}`));
}

/** The values below a value by their paths, as deep as `SETTINGS` goes. */
function flat(path: string, value: unknown): Record<string, unknown> {
  if (SETTINGS.includes(path) || typeof value !== 'object' || value === null) return { [path]: value };
  return Object.assign({}, ...Object.entries(value).map(([key, each]) => flat(`${path}.${key}`, each)));
}
