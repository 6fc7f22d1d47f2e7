/** The form of a new study. */
import { useCallback } from 'react';
import { type RunForm, useRunForm } from '../../../form/use-run-form.ts';
import { type CheckedStudy, checkStudy, keepDraft, keptDraft, type StudyDraft } from './study-draft.ts';
import type { StudySetting } from './study-setting.ts';

export type StudyForm = RunForm<StudyDraft, CheckedStudy>;

export const useStudyForm = (setting: StudySetting, run: (checked: CheckedStudy) => void): StudyForm =>
  useRunForm({
    kept: keptDraft(),
    keep: keepDraft,
    check: useCallback((draft: StudyDraft) => checkStudy(draft, setting), [setting]),
    run,
  });
