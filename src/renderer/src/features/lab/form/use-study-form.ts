/** The form of a new study. */
import { type RunForm, useRunForm } from '../../../form/use-run-form.ts';
import { type CheckedStudy, checkStudy, keepDraft, keptDraft, type StudyDraft } from './study-draft.ts';

export type StudyForm = RunForm<StudyDraft, CheckedStudy>;

export const useStudyForm = (run: (checked: CheckedStudy) => void): StudyForm =>
  useRunForm({ kept: keptDraft(), keep: keepDraft, check: checkStudy, run });
