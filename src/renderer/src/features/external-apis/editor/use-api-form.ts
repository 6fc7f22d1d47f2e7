/** The form of an External API: saved as a whole, in one edit. */
import { useCallback, useMemo } from 'react';
import type { ExternalApi } from '../../../../../shared/definitions.ts';
import { type DefinitionForm, useDefinitionForm } from '../../../form/use-definition-form.ts';
import { type ApiDraft, apiDraftOf, apiText, checkApi } from '../draft/api-draft.ts';

export type ApiForm = DefinitionForm<ApiDraft>;

export function useApiForm(name: string, definition: ExternalApi): ApiForm {
  const saved = useMemo(() => apiDraftOf(definition), [definition]);
  const check = useCallback((draft: ApiDraft) => checkApi(name, draft), [name]);
  const done = () => `${name} saved. Calls from now on follow it.`;
  return useDefinitionForm({ saved, check, essence: apiText, done });
}
