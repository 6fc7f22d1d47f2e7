/**
 * What is wrong with a value that a schema refuses, in the author's terms. zod reports every alternative of a union, or an
 * alternative that nobody meant; this walks the schema beside the value instead, picks the alternative that was meant and
 * leaves single values to zod.
 */
import { z } from 'zod';
import type * as core from 'zod/v4/core';
import { CONNECTION_FAILURES } from '../../shared/words.ts';
import { chooseMap, isKnownTo, tellingKeys, wordsFor } from './choose.ts';
import { type Fault, faultsOf, MAX_PROBLEMS, type Path } from './problem.ts';
import {
  alternativesOf,
  definitionOf,
  describeExpected,
  fixedValues,
  isMap,
  kindOf,
  kindTaken,
  type MapValue,
  requiredKeys,
  shapeOf,
  unwrap,
} from './schema-shape.ts';
import { suggest } from './suggest.ts';
import { either, expectedBy, oneOf, show } from './wording.ts';

/** What the alternatives of a union are called: `unknown step "advence"`. */
export type Nouns = ReadonlyMap<core.$ZodType, string>;

/** The faults of `value`, little more than are told; empty where the schema takes it. */
export function diagnose(schema: core.$ZodType, value: unknown, path: Path, nouns: Nouns): Fault[] {
  const inside = unwrap(schema);
  // Members first, one by one until there are enough: zod would describe every alternative of every one of them.
  const ofMembers = isWalked(inside) ? diagnoseInside(inside, value, path, nouns) : [];
  if (ofMembers.length > 0) return ofMembers;
  const result = z.safeDecode(schema as z.ZodType, value);
  if (result.success) return [];
  const inner = isWalked(inside) ? [] : diagnoseInside(inside, value, path, nouns);
  return inner.length > 0 ? inner : result.error.issues.map((issue) => faultOf(issue, value, path));
}

function isWalked(schema: core.$ZodType): boolean {
  return ['object', 'record', 'array', 'tuple'].includes(definitionOf(schema).type);
}

function diagnoseInside(schema: core.$ZodType, value: unknown, path: Path, nouns: Nouns): Fault[] {
  const definition = definitionOf(schema);
  if (definition.type === 'union') return diagnoseUnion(schema, value, path, nouns);
  if (isMap(value)) {
    if (definition.type === 'object') return diagnoseMap(schema, [], value, path, nouns);
    if (definition.type === 'record') return diagnoseRecord(definition, value, path, nouns);
  }
  if (!Array.isArray(value)) return [];
  if (definition.type === 'array') {
    return faultsOf(value.entries(), ([index, entry]) => diagnose(definition.element, entry, [...path, index], nouns));
  }
  if (definition.type === 'tuple' && definition.items.length === value.length) {
    return faultsOf(definition.items.entries(), ([index, item]) =>
      diagnose(item, value[index], [...path, index], nouns),
    );
  }
  return [];
}

function diagnoseUnion(schema: core.$ZodType, value: unknown, path: Path, nouns: Nouns): Fault[] {
  const fitting = alternativesOf(schema).filter((alternative) => kindTaken(alternative) === kindOf(value));
  const maps = fitting.filter((alternative) => shapeOf(alternative) !== null);
  const [firstMap, ...otherMaps] = maps;
  if (isMap(value) && firstMap) return diagnoseAlternatives(schema, [firstMap, ...otherMaps], value, path, nouns);
  const [first] = fitting;
  if (first && (isMap(value) || Array.isArray(value))) return diagnose(first, value, path, nouns);
  return [wrongValue(value, path, describeExpected(schema, value), fixedValues(schema))];
}

function diagnoseAlternatives(
  schema: core.$ZodType,
  maps: readonly [core.$ZodType, ...core.$ZodType[]],
  value: MapValue,
  path: Path,
  nouns: Nouns,
): Fault[] {
  const telling = tellingKeys(maps);
  if (telling.length > 0 && !telling.some((key) => Object.hasOwn(value, key))) {
    return [diagnoseUntold(nouns.get(schema), telling, maps, value, path)];
  }
  const meant = chooseMap(maps, value);
  const others = maps.filter((map) => map !== meant);
  const faults = diagnoseMap(meant, others, value, path, nouns);
  // Nothing wrong inside: it is a rule over the whole map, which the alternative states itself.
  return faults.length > 0 ? faults : diagnose(meant, value, path, nouns);
}

/** A map with none of the keys that would say what it is. */
function diagnoseUntold(
  noun: string | undefined,
  telling: readonly string[],
  maps: readonly core.$ZodType[],
  value: MapValue,
  path: Path,
): Fault {
  const unknown = Object.keys(value)
    .filter((key) => !isKnownTo(maps, key))
    .slice(0, MAX_PROBLEMS);
  const key = unknown.find((candidate) => suggest(candidate, telling) !== undefined) ?? unknown[0];
  if (key === undefined) {
    return noun === undefined
      ? { path, found: show(value), expected: `a map with ${either(telling)}` }
      : { path, what: `found no ${noun}`, expected: oneOf(telling) };
  }
  const suggestion = suggest(key, telling);
  return {
    // A step or subject is of an unknown kind as a whole; elsewhere it is the key that is unknown.
    path: noun === undefined ? [...path, key] : path,
    keyPath: [...path, key],
    what: `unknown ${noun ?? 'key'} ${show(key)}`,
    expected: oneOf(telling),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** A map with fixed keys; `others` are the alternatives that were not meant. */
function diagnoseMap(
  schema: core.$ZodType,
  others: readonly core.$ZodType[],
  value: MapValue,
  path: Path,
  nouns: Nouns,
): Fault[] {
  const shape = shapeOf(schema) ?? {};
  const absent = Object.keys(shape).filter((key) => !Object.hasOwn(value, key));
  const faults: Fault[] = [];
  const meant = new Set<string>();
  for (const [key, entry] of Object.entries(value)) {
    if (faults.length > MAX_PROBLEMS) return faults;
    const entrySchema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (entrySchema) {
      faults.push(...diagnoseEntry(entrySchema, key, others, entry, [...path, key], nouns));
      continue;
    }
    const fault = unknownKey(key, absent, schema, others, value, path);
    if (fault.suggestion !== undefined) meant.add(fault.suggestion);
    faults.push(fault);
  }
  const missing = requiredKeys(schema).filter((key) => absent.includes(key) && !meant.has(key));
  for (const key of missing) {
    const expected = describeExpected(shape[key] as core.$ZodType, undefined);
    faults.push({ path: [...path, key], what: `missing ${show(key)}`, expected });
  }
  return faults;
}

function diagnoseEntry(
  schema: core.$ZodType,
  key: string,
  others: readonly core.$ZodType[],
  value: unknown,
  path: Path,
  nouns: Nouns,
): Fault[] {
  const asStatus = statusInsteadOf(key, value, others);
  if (asStatus !== null) return [{ path, found: show(value), expected: asStatus }];
  const own = fixedValues(schema);
  const ofOthers = others.flatMap((other) => wordsFor(other, key));
  if (own.length > 0 && ofOthers.length > 0 && ![...own, ...ofOthers].includes(value)) {
    const words = [...new Set([...own, ...ofOthers])];
    return [wrongValue(value, path, oneOf(words.map(String)), words)];
  }
  return diagnose(schema, value, path, nouns);
}

/** `fail: 503` means `status: 503`, and `status: refused` means `fail: refused`: the two ways in which a call fails. */
function statusInsteadOf(key: string, value: unknown, others: readonly core.$ZodType[]): string | null {
  if (key === 'fail' && isKnownTo(others, 'status') && /^[345]\d\d$/.test(String(value))) {
    return `status: ${value} for an HTTP status; fail takes ${either(CONNECTION_FAILURES)}`;
  }
  if (key === 'status' && isKnownTo(others, 'fail') && CONNECTION_FAILURES.some((word) => word === value)) {
    return `fail: ${value} for a call that cannot connect; status takes an HTTP status, 300 to 599`;
  }
  return null;
}

function unknownKey(
  key: string,
  absent: readonly string[],
  schema: core.$ZodType,
  others: readonly core.$ZodType[],
  value: MapValue,
  path: Path,
): Fault {
  const keyPath = [...path, key];
  const telling = tellingEntry(schema, others, value);
  const owners = others.filter((other) => isKnownTo([other], key));
  if (owners.length > 0) {
    const needed = either(owners.flatMap((owner) => requiredKeys(owner).slice(0, 1)).map(show));
    const clash = telling === undefined ? `needs ${needed}` : `does not go with ${telling}`;
    return { path: keyPath, keyPath, what: `${show(key)} ${clash}` };
  }
  const ofOthers = telling === undefined ? others.flatMap((other) => Object.keys(shapeOf(other) ?? {})) : [];
  const suggestion = suggest(key, [...absent, ...ofOthers]);
  const expected = oneOf(new Set([...Object.keys(shapeOf(schema) ?? {}), ...ofOthers]));
  return {
    path: keyPath,
    keyPath,
    what: `unknown key ${show(key)}`,
    expected,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** What in a map says which alternative it is: `"fail"`, or `"as: unable"` where all have the key; `undefined` if nothing. */
function tellingEntry(schema: core.$ZodType, others: readonly core.$ZodType[], value: MapValue): string | undefined {
  const present = requiredKeys(schema).filter((key) => Object.hasOwn(value, key));
  const own = present.find((key) => others.every((other) => !Object.hasOwn(shapeOf(other) ?? {}, key)));
  if (own !== undefined) return show(own);
  const word = present.find((key) => wordsFor(schema, key).includes(value[key]));
  if (word !== undefined) return show(`${word}: ${value[word]}`);
  return present[0] === undefined ? undefined : show(present[0]);
}

function diagnoseRecord(definition: core.$ZodRecordDef, value: MapValue, path: Path, nouns: Nouns): Fault[] {
  return faultsOf(Object.entries(value), ([key, entry]) => {
    const keyPath = [...path, key];
    const ofKey = diagnose(definition.keyType as core.$ZodType, key, keyPath, nouns);
    return [
      ...ofKey.map((fault) => ({ ...fault, keyPath, found: `the key ${show(key)}` })),
      ...diagnose(definition.valueType as core.$ZodType, entry, keyPath, nouns),
    ];
  });
}

/** What zod says about one value. */
function faultOf(issue: core.$ZodIssue, value: unknown, path: Path): Fault {
  const inner = issue.path.filter((part) => typeof part !== 'symbol');
  const found = inner.reduce<unknown>(
    (at, part) => (at as Record<string | number, unknown> | undefined)?.[part],
    value,
  );
  const words = issue.code === 'invalid_value' ? issue.values : [];
  const fault = wrongValue(found, [...path, ...inner], expectedBy(issue), words);
  if (issue.code !== 'custom' || typeof found !== 'object') return fault;
  // A rule over a whole map or list: "found a map" would say nothing.
  return { path: fault.path, ...(fault.expected === undefined ? {} : { expected: fault.expected }) };
}

function wrongValue(value: unknown, path: Path, expected: string, words: readonly unknown[]): Fault {
  const texts = words.filter((word) => typeof word === 'string');
  const suggestion = typeof value === 'string' ? suggest(value, texts) : undefined;
  return { path, found: show(value), expected, ...(suggestion === undefined ? {} : { suggestion }) };
}
