/** What is wrong in a form, as sentences by field: `title`, `retry.max`, `data.0.value`. */
import { definition as definitionSchema } from '../../../shared/edits.ts';
import type { CommandText } from '../../../shared/inputs.ts';

/** A definition as it crosses the wire, durations as text. */
export type DefinitionText = Extract<CommandText, { type: 'saveDefinition' }>['definition'];
export type Problems = Readonly<Record<string, string>>;

/** What a draft amounts to. */
export interface CheckedDefinition {
  /** Sentences by field; empty where all is well. */
  readonly problems: Problems;
  readonly text: DefinitionText;
}

export const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;

/** By the schema that files and the simulator are checked by; a field's first problem counts. */
export function problemsOf(text: DefinitionText): Problems {
  const problems: Record<string, string> = {};
  for (const { path, message } of definitionSchema.safeParse(text).error?.issues ?? []) {
    const field = path[0] === 'value' ? path.slice(1).join('.') : path.join('.');
    problems[field] ??= sentence(field === 'retry.jitter' ? 'expected a percentage from 0 to 100' : message);
  }
  return problems;
}
