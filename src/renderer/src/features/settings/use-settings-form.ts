/** The settings form: follows what is saved until someone types, then keeps what was typed. */
import { useCallback, useMemo, useState } from 'react';
import type { Settings } from '../../../../shared/definitions.ts';
import { act, showDone } from '../../client/act.ts';
import { askToDiscard } from '../../components/confirm.tsx';
import { useLeaveGuard } from '../../stores/address.ts';
import { arrived } from '../../stores/arrived.ts';
import { workspace } from '../../stores/workspace.ts';
import { type CheckedDraft, checkDraft, type Draft, draftOf, FIELDS, type Field } from './draft.ts';

export interface SettingsForm extends CheckedDraft {
  readonly draft: Draft;
  readonly set: (field: Field, text: string) => void;
  /** Its field was left: from now on it says what is wrong with it. */
  readonly leave: (field: Field) => void;
  readonly errorOf: (field: Field) => string | undefined;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
  /** Esc: asks before typed text is lost. */
  readonly askToDiscard: () => Promise<void>;
  /** Whether others saved something since typing began. */
  readonly changedOutside: boolean;
}

interface Typed {
  readonly draft: Draft;
  /** The settings that typing began from. */
  readonly base: Settings;
}

export function useSettingsForm(settings: Settings): SettingsForm {
  const [typed, setTyped] = useState<Typed | null>(null);
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set());
  const [isSaving, setSaving] = useState(false);
  const base = typed?.base ?? settings;
  const saved = useMemo(() => draftOf(base), [base]);
  const draft = typed?.draft ?? saved;
  const checked = useMemo(() => checkDraft(draft, saved), [draft, saved]);

  const discard = useCallback(() => {
    setTyped(null);
    setLeft(new Set());
  }, []);
  useLeaveGuard(checked.isDirty, askToDiscard);

  return {
    ...checked,
    draft,
    set: (field, text) => setTyped({ base, draft: { ...draft, [field]: text } }),
    leave: (field) => setLeft((before) => new Set(before).add(field)),
    errorOf: (field) => (left.has(field) ? checked.errors[field] : undefined),
    save: async () => {
      setLeft(new Set(FIELDS));
      if (checked.change === undefined) return;
      if (!checked.isDirty) {
        showDone('Nothing has changed since the last save.');
        return;
      }
      setSaving(true);
      if (await act({ type: 'saveDefinition', definition: { section: 'settings', change: checked.text } })) {
        await arrived(() => workspace.getState().world?.settings !== base);
        discard();
        showDone('Settings saved.');
      }
      setSaving(false);
    },
    discard,
    askToDiscard: async () => {
      if (checked.isDirty && (await askToDiscard())) discard();
    },
    // What one saves oneself arrives before the form lets go of what was typed.
    changedOutside: checked.isDirty && base !== settings && !isSaving,
  };
}
