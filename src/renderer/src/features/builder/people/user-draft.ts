/** A user as the form holds it, and the definition that it amounts to (S5). */
import type { User } from '../../../../../shared/definitions.ts';
import { type CheckedDefinition, type DefinitionText, problemsOf } from '../../../form/problems.ts';

export interface UserDraft {
  readonly available: boolean;
  readonly queues: readonly string[];
}

export const userDraftOf = ({ available, queues }: User): UserDraft => ({ available, queues });

export function checkUser(name: string, { available, queues }: UserDraft): CheckedDefinition {
  const text: DefinitionText = { section: 'users', name, value: { available, queues: [...queues] } };
  return { problems: problemsOf(text), text };
}
