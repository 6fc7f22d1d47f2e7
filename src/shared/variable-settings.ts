/** What the Lab may vary: the fields that say so of themselves, by the paths that the command line and studies use. */
import type { z } from 'zod';
import { randomBehaviour } from './api-behaviour.ts';
import { actionType, retryPattern, settings } from './definitions.ts';
import { fieldOf } from './field.ts';

/** The part of a study's configuration that a setting belongs to. */
export type VariablePart = 'actionType' | 'settings' | 'externalApi';

export interface VariableSetting {
  readonly part: VariablePart;
  /** As on the command line: `retry.max`. */
  readonly path: string;
  /** Its name on screen. */
  readonly title: string;
  /** An example of a range: `1..8`. */
  readonly example: string;
}

function variableIn(part: VariablePart, prefix: string, { shape }: z.ZodObject<Record<string, z.ZodType>>) {
  return Object.entries(shape).flatMap(([key, schema]): VariableSetting[] => {
    const { label, vary } = fieldOf(schema);
    return vary === undefined ? [] : [{ part, path: `${prefix}${key}`, title: label, example: vary }];
  });
}

/** In the order in which they are offered. */
export const VARIABLE_SETTINGS: readonly VariableSetting[] = [
  ...variableIn('actionType', 'retry.', retryPattern),
  ...variableIn('actionType', '', actionType),
  ...variableIn('settings', '', settings),
  { part: 'externalApi', path: 'outage', title: 'Outage from the start', example: '0s..1h/5m' },
  ...variableIn('externalApi', 'externalApi.random.', randomBehaviour),
];

/** The setting at a path; `undefined` where none is offered under it. */
export const variableSetting = (path: string): VariableSetting | undefined =>
  VARIABLE_SETTINGS.find((setting) => setting.path === path);
