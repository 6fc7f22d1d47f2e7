/** An external API's form: follows what is saved until someone types, then keeps what was typed. */
import { useCallback, useMemo, useState } from 'react';
import type { ExternalApi } from '../../../../../shared/definitions.ts';
import { act, showDone } from '../../../client/act.ts';
import { afterPress } from '../../../components/after-press.ts';
import { askToDiscard } from '../../../components/confirm.tsx';
import { useLeaveGuard } from '../../../stores/address.ts';
import { arrived } from '../../../stores/arrived.ts';
import { workspace } from '../../../stores/workspace.ts';
import { type ApiDraft, apiDraftOf, type CheckedApiDraft, checkApiDraft } from '../draft/api-draft.ts';
import { place } from '../draft/parts.ts';

export interface ApiForm extends CheckedApiDraft {
  readonly draft: ApiDraft;
  readonly change: (part: Partial<ApiDraft>) => void;
  /** For a field: its problem, once it was left, and what to do when it is left. */
  readonly field: (id: string, name: string) => { readonly error: string | undefined; readonly onBlur: () => void };
  /** Whether a row has a problem that shows: it must not be closed then. */
  readonly hasShownProblem: (ids: readonly string[]) => boolean;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
  /** Esc: asks before typed text is lost. */
  readonly askToDiscard: () => Promise<void>;
  /** Whether others saved something since typing began. */
  readonly changedOutside: boolean;
}

interface Typed {
  readonly draft: ApiDraft;
  /** What was saved when typing began. */
  readonly base: ExternalApi;
}

/** Every field counts as left: someone tried to save. */
const ALL = 'all';

export function useApiForm(name: string, saved: ExternalApi): ApiForm {
  const [typed, setTyped] = useState<Typed | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isSaving, setSaving] = useState(false);
  const base = typed?.base ?? saved;
  const before = useMemo(() => apiDraftOf(base), [base]);
  const draft = typed?.draft ?? before;
  const checked = useMemo(() => checkApiDraft(draft, before), [draft, before]);

  const discard = useCallback(() => {
    setTyped(null);
    setLeft(new Set());
  }, []);
  useLeaveGuard(checked.isDirty, askToDiscard);

  const shows = (key: string) => left.has(ALL) || left.has(key);
  return {
    ...checked,
    draft,
    change: (part) => setTyped({ base, draft: { ...draft, ...part } }),
    field: (id, fieldName) => {
      const key = place(id, fieldName);
      return {
        error: shows(key) ? checked.problems[key] : undefined,
        onBlur: () => afterPress(() => setLeft((keys) => (keys.has(key) ? keys : new Set(keys).add(key)))),
      };
    },
    hasShownProblem: (ids) =>
      Object.keys(checked.problems).some((key) => shows(key) && ids.some((id) => key.startsWith(`${id}.`))),
    save: async () => {
      setLeft(new Set([ALL]));
      if (checked.value === undefined) return;
      if (!checked.isDirty) {
        showDone('Nothing has changed since the last save.');
        return;
      }
      const definition = { section: 'externalApis' as const, name, value: checked.text };
      setSaving(true);
      if (await act({ type: 'saveDefinition', definition })) {
        await arrived(() => workspace.getState().world?.externalApis.get(name)?.definition !== base);
        discard();
        showDone(`${name} saved. Calls from now on follow it.`);
      }
      setSaving(false);
    },
    discard,
    askToDiscard: async () => {
      if (checked.isDirty && (await askToDiscard())) discard();
    },
    // What one saves oneself arrives before the form lets go of what was typed.
    changedOutside: checked.isDirty && base !== saved && !isSaving,
  };
}
