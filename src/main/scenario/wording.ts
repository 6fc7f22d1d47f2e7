/** The phrases of messages about values: what was found, and what is expected. */
import type * as core from 'zod/v4/core';

const SHOWN_LENGTH = 60;

/** A value in a message: text in quotes and cut, a list or map by its kind only. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') {
    return JSON.stringify(value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH - 1)}…` : value);
  }
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
  return String(value);
}

/** `a`, `a or b`, `a, b or c`. */
export function either(phrases: Iterable<string>): string {
  const all = [...new Set(phrases)];
  const last = all.pop() ?? 'nothing';
  return all.length === 0 ? last : `${all.join(', ')} or ${last}`;
}

/** `a`, `a or b`, `one of a, b or c`. */
export function oneOf(values: Iterable<string>): string {
  const all = [...values];
  return all.length > 2 ? `one of ${either(all)}` : either(all);
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  null: 'nothing',
  array: 'a list',
  tuple: 'a list',
  object: 'a map',
  record: 'a map',
};

/** What a type of zod's is called in a file. */
export function typeName(type: string): string {
  return TYPES[type] ?? type;
}

/** The expectation an issue states: its own words where the schema gives some ("expected …"), else by its code. */
export function expectedBy(issue: core.$ZodIssue): string {
  const own = /^expected (.*)$/s.exec(issue.message);
  if (own?.[1] !== undefined) return own[1];
  switch (issue.code) {
    case 'invalid_type':
      return typeName(issue.expected);
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'too_small':
      return `${amount(issue.origin)}of at least ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `${amount(issue.origin)}of at most ${issue.maximum}${unit(issue.origin)}`;
    default:
      return issue.message;
  }
}

function amount(origin: string): string {
  return `${typeName(origin)} `;
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}
