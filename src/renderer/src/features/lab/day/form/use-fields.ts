/** The form's state by field: a field shows what is wrong with it once it was left, and all do once one tried to play. */
import { useState } from 'react';
import { changeDraft } from '../day-store.ts';
import { type CheckedDay, checkDraft, type DayField } from '../draft/check-draft.ts';
import type { DayDraft } from '../draft/day-draft.ts';
import type { DaySetting } from '../draft/day-setting.ts';

export interface DayForm {
  readonly draft: DayDraft;
  readonly setting: DaySetting;
  readonly checked: CheckedDay;
  readonly change: (part: Partial<DayDraft>) => void;
  /** What is wrong, as far as it is shown. */
  readonly errorOf: (field: DayField) => string | undefined;
  readonly leave: (field: DayField) => void;
  /** From now on everything that is wrong shows. */
  readonly leaveAll: () => void;
}

export function useFields(draft: DayDraft, setting: DaySetting): DayForm {
  const [left, setLeft] = useState<ReadonlySet<DayField> | 'all'>(new Set());
  const checked = checkDraft(draft, setting);
  return {
    draft,
    setting,
    checked,
    change: (part) => changeDraft({ ...draft, ...part }),
    errorOf: (field) => (left === 'all' || left.has(field) ? checked.errors.get(field) : undefined),
    leave: (field) => setLeft((before) => (before === 'all' ? before : new Set(before).add(field))),
    leaveAll: () => setLeft('all'),
  };
}
