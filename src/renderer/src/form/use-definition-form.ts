/** The form of one definition: saved as a whole, in one edit. */
import { z } from 'zod';
import { definition as definitionSchema } from '../../../shared/edits.ts';
import { act } from '../client/act.ts';
import type { CheckedDefinition } from './checked-definition.ts';
import { type SavedForm, useSavedForm } from './use-saved-form.ts';

interface DefinitionFormOptions<Draft, Check> {
  /** The draft of what is defined now; the same as long as that is the same. */
  readonly saved: Draft;
  readonly check: (draft: Draft) => Check;
  readonly essence?: ((draft: Draft) => unknown) | undefined;
  readonly done: (draft: Draft) => string;
}

export type DefinitionForm<Draft> = SavedForm<Draft, CheckedDefinition>;

export function useDefinitionForm<Draft extends object, Check extends CheckedDefinition>(
  options: DefinitionFormOptions<Draft, Check>,
): SavedForm<Draft, Check> {
  return useSavedForm({ ...options, save: saveDefinition });
}

const saveDefinition = async ({ definition }: CheckedDefinition) =>
  definition !== null && act({ type: 'saveDefinition', definition: z.encode(definitionSchema, definition) });
