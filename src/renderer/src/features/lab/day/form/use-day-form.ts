/** The form of a day; what was not typed is as the workspace suggests, and follows it. */
import { useCallback } from 'react';
import { type RunForm, useRunForm } from '../../../../form/use-run-form.ts';
import { keepDraft, playDays, useDayState } from '../day-store.ts';
import { type CheckedDay, checkDay } from '../draft/check-draft.ts';
import { type DayDraft, newDraft, shownDraft } from '../draft/day-draft.ts';
import type { DaySetting } from '../draft/day-setting.ts';

export interface DayForm extends RunForm<DayDraft, CheckedDay> {
  readonly setting: DaySetting;
  /** As it stands on screen. */
  readonly shown: ReturnType<typeof shownDraft>;
  readonly isBusy: boolean;
}

export function useDayForm(setting: DaySetting): DayForm {
  const kept = useDayState((state) => state.draft);
  const isBusy = useDayState((state) => state.isStarting || state.run?.state === 'running');
  // Of an Action type that is not there any more, nothing else of the form would be right either.
  const isOfHere = setting.actionTypes.some(({ name }) => name === kept?.actionTypeName);
  const form = useRunForm({
    kept: kept !== null && isOfHere ? kept : newDraft(setting),
    keep: keepDraft,
    check: useCallback((draft: DayDraft) => checkDay(draft, setting), [setting]),
    run: ({ request }) => {
      if (request !== null && !isBusy) void playDays(request);
    },
  });
  return { ...form, setting, shown: shownDraft(form.draft, setting), isBusy };
}
