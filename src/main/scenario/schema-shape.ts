/** How a zod schema looks from a file: which kind of node it takes, which keys, which fixed words. */
import { z } from 'zod';
import type * as core from 'zod/v4/core';
import { COMPARISON_WORDS } from '../../shared/comparison.ts';
import { either, expectedBy, typeName } from './wording.ts';

/** The kinds of nodes a file is made of. */
export type Kind = 'map' | 'list' | 'text' | 'number' | 'boolean' | 'nothing';

/** A map of a file. */
export type MapValue = Readonly<Record<string, unknown>>;

/** Every schema here is one of zod's own; this makes its definition readable by its `type`. */
export function definitionOf(schema: core.$ZodType): core.$ZodTypes['_zod']['def'] {
  return (schema as core.$ZodTypes)._zod.def;
}

/** What a value of a file is. */
export function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'number';
}

/** True for a map of a file. */
export function isMap(value: unknown): value is MapValue {
  return kindOf(value) === 'map';
}

/** A schema without what only says that a value may be left out. */
export function unwrap(schema: core.$ZodType): core.$ZodType {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return unwrap(definition.innerType);
    case 'lazy':
      return unwrap(definition.getter());
    default:
      return schema;
  }
}

/** The alternatives of a schema, nested ones spread out; a schema without alternatives is its own. */
export function alternativesOf(schema: core.$ZodType): core.$ZodType[] {
  const inner = unwrap(schema);
  const definition = definitionOf(inner);
  return definition.type === 'union' ? definition.options.flatMap(alternativesOf) : [inner];
}

/** The kind of node a schema without alternatives takes. */
export function kindTaken(schema: core.$ZodType): Kind {
  const definition = definitionOf(unwrap(schema));
  switch (definition.type) {
    case 'object':
    case 'record':
      return 'map';
    case 'array':
    case 'tuple':
      return 'list';
    case 'pipe':
      return kindTaken(definition.in);
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'nothing';
    case 'literal':
      return kindOf(definition.values[0]);
    default:
      return 'text';
  }
}

/** The keys and schemas of a map with fixed keys, or `null`. */
export function shapeOf(schema: core.$ZodType): Readonly<Record<string, core.$ZodType>> | null {
  const definition = definitionOf(unwrap(schema));
  return definition.type === 'object' ? definition.shape : null;
}

/** True where a map may leave this entry out. */
function mayBeLeftOut(schema: core.$ZodType): boolean {
  return schema._zod.optin !== undefined;
}

/** The keys that a map must have. */
export function requiredKeys(schema: core.$ZodType): string[] {
  return Object.entries(shapeOf(schema) ?? {}).flatMap(([key, value]) => (mayBeLeftOut(value) ? [] : [key]));
}

/** The fixed words or values a schema takes, alternatives together; empty where it takes anything else. */
export function fixedValues(schema: core.$ZodType): unknown[] {
  return alternativesOf(schema).flatMap((alternative) => {
    const definition = definitionOf(alternative);
    if (definition.type === 'enum') return Object.values(definition.entries);
    if (definition.type === 'pipe') return fixedValues(definition.in);
    return definition.type === 'literal' ? [...definition.values] : [];
  });
}

/** What may replace `value`, in words: the schema's own where it has some. */
export function describeExpected(schema: core.$ZodType, value: unknown): string {
  const alternatives = alternativesOf(schema);
  const maps = alternatives.filter((alternative) => shapeOf(alternative) !== null && !comparesOnly(alternative));
  const phrases = alternatives
    .filter((alternative) => shapeOf(alternative) === null)
    .flatMap((alternative) => describeAlternative(alternative, value));
  if (maps.length > 0) phrases.push(describeMaps(maps));
  return either(phrases);
}

/** A comparison may stand for nearly every expected value: to say so each time would say nothing about what is wrong. */
function comparesOnly(schema: core.$ZodType): boolean {
  const keys = requiredKeys(schema);
  return keys.length > 0 && keys.every((key) => COMPARISON_WORDS.some((word) => word === key));
}

function describeAlternative(schema: core.$ZodType, value: unknown): string[] {
  const fixed = fixedValues(schema);
  if (fixed.length > 0) return fixed.map(String);
  const result = z.safeDecode(schema as z.ZodType, value);
  const issue = result.error?.issues[0];
  return [issue && issue.path.length === 0 ? expectedBy(issue) : typeName(definitionOf(schema).type)];
}

function describeMaps(schemas: readonly core.$ZodType[]): string {
  const keys = schemas.map((schema) => requiredKeys(schema)[0]);
  return keys.every((key) => key !== undefined) ? `a map with ${either(keys)}` : 'a map';
}
