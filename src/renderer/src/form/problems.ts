/** What is wrong in a form, as sentences by path: `title`, `retry.max`, `calls.0.after`. */
import { z } from 'zod';
import { sentence } from '../components/sentence.ts';

export type Problems = Readonly<Record<string, string>>;

/** What a draft amounts to, whatever else that is. */
export interface Checked {
  /** Empty where all is well. */
  readonly problems: Problems;
}

/** `under('calls.0', 'after')` is `calls.0.after`; an empty side adds no step. */
export const under = (at: string, path: string) => [at, path].filter((part) => part !== '').join('.');

/** A field's first problem counts; those of what stands `at` a path in the form. */
export function problemsIn(issues: readonly z.core.$ZodIssue[], at = ''): Problems {
  const problems: Record<string, string> = {};
  for (const { path, message } of issues) problems[under(at, path.join('.'))] ??= sentence(message);
  return problems;
}

/** What a draft amounts to by its schema: the value, or what is wrong with which field. */
export function decoded<T, Draft>(schema: z.ZodType<T, Draft>, draft: Draft) {
  const { data, error } = z.safeDecode(schema, draft);
  return { value: error === undefined ? (data as T) : null, problems: problemsIn(error?.issues ?? []) };
}

export interface IssueWords {
  /** The field that an issue's path means; without it, the path. */
  readonly fieldOf?: (path: readonly PropertyKey[]) => string;
  /** Sentences for fields that are typed otherwise than they are saved. */
  readonly words?: Readonly<Record<string, string>>;
}

/** What a schema has against what stands `at` a path in the form, where that is written as files write it. */
export function problemsOf(
  schema: z.ZodType,
  text: unknown,
  at: string,
  { fieldOf, words = {} }: IssueWords = {},
): Problems {
  const problems: Record<string, string> = {};
  for (const { path, message } of schema.safeParse(text).error?.issues ?? []) {
    const field = fieldOf?.(path) ?? path.join('.');
    problems[under(at, field)] ??= words[field] ?? sentence(message);
  }
  return problems;
}
