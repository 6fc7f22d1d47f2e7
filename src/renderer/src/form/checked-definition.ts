/** What the form of a definition amounts to: the definition, or what is wrong in it. */
import type { Definition } from '../../../shared/edits.ts';
import type { CommandText } from '../../../shared/inputs.ts';
import type { Problems } from './problems.ts';

/** A definition as it crosses the wire, durations as text. */
export type DefinitionText = Extract<CommandText, { type: 'createDefinition' }>['definition'];

export interface CheckedDefinition {
  /** Sentences by field; empty where all is well. */
  readonly problems: Problems;
  /** `null` while a field is not right. */
  readonly definition: Definition | null;
}
