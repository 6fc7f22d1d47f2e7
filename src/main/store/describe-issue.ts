/** What is wrong with a stored file, in a sentence: where, what was found, what was expected. */
import type { z } from 'zod';

/** The first thing wrong; the others often follow from it. */
export function describeIssue(error: z.ZodError, value: unknown): string {
  const issue = error.issues[0];
  if (!issue) return 'it is not what was expected';
  const found = issue.path.reduce<unknown>(
    (each, key) =>
      typeof each === 'object' && each !== null ? (each as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
  return `at ${describePath(issue.path)}: found ${describeValue(found)}, ${expectation(issue.message)}`;
}

/** `world.actions[3][1].phase`. */
function describePath(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the top';
}

function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}

/** zod's own messages say "Invalid input: expected string, received number"; what was received is said already. */
function expectation(message: string): string {
  const [, expected] = /^[^:]*: (expected .*)$/.exec(message) ?? [];
  return (expected ?? message).replace(/, received .*$/, '');
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
