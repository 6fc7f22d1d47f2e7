/** Which schemas a place in a file can have, judged by what is written around it. */

import type { z } from 'zod';
import type * as core from 'zod/v4/core';
import { type Field, fieldOf } from '../../shared/field.ts';
import { scenarioFile } from '../../shared/file-parts.ts';
import { chooseMap, tellingKeys, wordsFor } from '../scenario/choose.ts';
import type { Path } from '../scenario/problem.ts';
import {
  alternativesOf,
  definitionOf,
  fixedValues,
  isMap,
  kindTaken,
  type MapValue,
  requiredKeys,
  shapeOf,
  unwrap,
} from '../scenario/schema-shape.ts';

type Schema = core.$ZodType;

/** The schemas of the value at a path; empty where anything may be. */
export function schemasAt(content: unknown, path: Path): Schema[] {
  let schemas: Schema[] = [scenarioFile];
  let value = content;
  for (const part of path) {
    schemas = schemas.flatMap((schema) => membersOf(schema, value, part));
    value = (value as Record<string | number, unknown> | null | undefined)?.[part];
  }
  return schemas;
}

function membersOf(schema: Schema, value: unknown, part: string | number): Schema[] {
  if (typeof part === 'string') return wholeMaps(mapsFor([schema], value), value).flatMap((map) => entryOf(map, part));
  return alternativesOf(schema).flatMap((each): Schema[] => {
    const definition = definitionOf(each);
    if (definition.type === 'array') return [definition.element];
    const item = definition.type === 'tuple' ? definition.items[part] : undefined;
    return item === undefined ? [] : [item];
  });
}

function entryOf(map: Schema, key: string): Schema[] {
  const definition = definitionOf(map);
  if (definition.type === 'record') return [definition.valueType];
  const entry = Object.entries(shapeOf(map) ?? {}).find(([name]) => name === key)?.[1];
  return entry === undefined ? [] : [entry];
}

/** The maps that a value can be: those that know all its keys and fixed words, else the one that comes nearest. */
function mapsFor(schemas: readonly Schema[], value: unknown): Schema[] {
  const all = schemas.flatMap(alternativesOf);
  const records = all.filter((each) => definitionOf(each).type === 'record');
  const maps = all.filter((each) => shapeOf(each) !== null);
  const [first, ...others] = maps;
  if (first === undefined || !isMap(value)) return [...maps, ...records];
  const fitting = maps.filter((map) => fits(map, value));
  return [...(fitting.length > 0 ? fitting : [chooseMap([first, ...others], value)]), ...records];
}

/** Of maps those that have all they need, if any: of an Action's queue and a queue's Actions, the one that is told. */
function wholeMaps(maps: readonly Schema[], value: unknown): readonly Schema[] {
  const whole = maps.filter((map) => isMap(value) && requiredKeys(map).every((key) => Object.hasOwn(value, key)));
  return whole.length > 0 ? whole : maps;
}

const fits = (map: Schema, value: MapValue) =>
  Object.entries(value).every(([key, entry]) => {
    if (!Object.hasOwn(shapeOf(map) ?? {}, key)) return false;
    const words = wordsFor(map, key);
    return words.length === 0 || typeof entry !== 'string' || words.includes(entry);
  });

/** A key that a map may have, with what is said about it. */
interface PossibleKey {
  readonly key: string;
  readonly fields: readonly Field[];
}

/** The keys that may be added to a map: first of all one that says what it is, where that decides about the others. */
export function keysFor(schemas: readonly Schema[], value: unknown): PossibleKey[] {
  const maps = mapsFor(schemas, value);
  const present = isMap(value) ? Object.keys(value) : [];
  const telling = tellingOf(maps);
  const isTold = telling.length === 0 || present.some((key) => telling.includes(key));
  const keys = new Set(maps.flatMap((map) => possibleKeys(map)));
  return [...keys]
    .filter((key) => !present.includes(key) && (isTold || telling.includes(key)))
    .map((key) => ({ key, fields: fieldsOfKey(schemas, value, key) }));
}

/** What is said about a key of a map: what the map is, where the key tells that (a step by its verb), and what its value is. */
export function fieldsOfKey(schemas: readonly Schema[], value: unknown, key: string): Field[] {
  const all = schemas.flatMap(alternativesOf);
  const told = tellingOf(all).includes(key) ? all.filter((map) => requiredKeys(map).includes(key)) : [];
  const entries = wholeMaps(mapsFor(schemas, value), value).flatMap((map) => entryOf(map, key));
  return [...fieldsOf(told).slice(0, 1), ...fieldsOf(entries).slice(0, 1)];
}

function tellingOf(schemas: readonly Schema[]): string[] {
  const maps = schemas.filter((each) => shapeOf(each) !== null);
  return maps.length > 1 ? tellingKeys(maps) : [];
}

/** What schemas say about themselves, if anything. */
export const fieldsOf = (schemas: readonly Schema[]): Field[] =>
  schemas.map((schema) => fieldOf(schema as z.ZodType)).filter(({ help }) => help !== '');

/** The keys of a map with fixed keys, or of one whose keys are fixed words. */
function possibleKeys(map: Schema): string[] {
  const definition = definitionOf(map);
  return definition.type === 'record' ? fixedValues(definition.keyType).map(String) : Object.keys(shapeOf(map) ?? {});
}

/** Whether `null` may be there. */
export function takesNull(schema: Schema): boolean {
  const definition = definitionOf(schema);
  if (definition.type === 'nullable' || definition.type === 'null') return true;
  if (definition.type === 'union') return definition.options.some(takesNull);
  return unwrapOnce(schema) !== schema && takesNull(unwrapOnce(schema));
}

function unwrapOnce(schema: Schema): Schema {
  const definition = definitionOf(schema);
  if ('innerType' in definition) return definition.innerType as Schema;
  return definition.type === 'lazy' ? unwrap(schema) : schema;
}

/** Whether a text, such as a name, may be there. */
export const takesText = (schemas: readonly Schema[]): boolean =>
  schemas.flatMap(alternativesOf).some((each) => kindTaken(each) === 'text');
