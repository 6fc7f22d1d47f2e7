/** What the Lab may vary: the fields that say so of themselves, by the paths that the command line and studies use. */
import type { z } from 'zod';
import { randomBehaviour } from './api-behaviour.ts';
import { actionType, retryPattern, settings } from './definitions.ts';
import { fieldOf, innerOf } from './field.ts';
import { duration } from './field-kinds.ts';

/** The part of a study's configuration that a setting belongs to. */
export type VariablePart = 'actionType' | 'settings' | 'externalApi';

/** How a value of it is typed: as in every form. */
type VariableKind = 'number' | 'share' | 'duration' | 'flag' | 'choice';

export interface VariableSetting {
  readonly part: VariablePart;
  /** As on the command line: `retry.max`. */
  readonly path: string;
  /** Its name on screen. */
  readonly title: string;
  /** An example of a range: `1..8`. */
  readonly example: string;
  /** What a value of it has to be, and what it says about itself. */
  readonly schema: z.ZodType;
  readonly kind: VariableKind;
  /** Whether it may be left blank. */
  readonly mayBeBlank: boolean;
}

const KINDS: Readonly<Record<string, VariableKind>> = {
  number: 'number',
  // The one codec from text that definitions have.
  pipe: 'duration',
  boolean: 'flag',
  enum: 'choice',
};

function described(schema: z.ZodType): Pick<VariableSetting, 'schema' | 'kind' | 'mayBeBlank'> {
  const { blank, isShare } = fieldOf(schema);
  const kind = isShare === true ? 'share' : KINDS[innerOf(schema).def.type];
  if (kind === undefined) throw new Error(`the Lab cannot vary a ${innerOf(schema).def.type}`);
  return { schema, kind, mayBeBlank: blank !== undefined };
}

function variableIn(part: VariablePart, prefix: string, { shape }: z.ZodObject<Record<string, z.ZodType>>) {
  return Object.entries(shape).flatMap(([key, schema]): VariableSetting[] => {
    const { label, vary } = fieldOf(schema);
    return vary === undefined
      ? []
      : [{ part, path: `${prefix}${key}`, title: label, example: vary, ...described(schema) }];
  });
}

/** In the order in which they are offered. */
export const VARIABLE_SETTINGS: readonly VariableSetting[] = [
  ...variableIn('actionType', 'retry.', retryPattern),
  ...variableIn('actionType', '', actionType),
  ...variableIn('settings', '', settings),
  { part: 'externalApi', path: 'outage', title: 'Outage from the start', example: '0s..1h/5m', ...described(duration) },
  ...variableIn('externalApi', 'externalApi.random.', randomBehaviour),
];

/** The setting at a path; `undefined` where none is offered under it. */
export const variableSetting = (path: string): VariableSetting | undefined =>
  VARIABLE_SETTINGS.find((setting) => setting.path === path);

/** A value that was counted on to, without what binary fractions add to it: 0.1 + 0.2 is 0.3. */
export const exactValue = (value: number): number => Number(value.toPrecision(12));

/** Whether a designer chooses it: not what the API does, nor its outages. Nothing else is recommended. */
export const isChosen = (path: string): boolean => {
  const part = variableSetting(path)?.part;
  return part === 'actionType' || part === 'settings';
};
