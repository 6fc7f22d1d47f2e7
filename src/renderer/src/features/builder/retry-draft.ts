/** An Action type's retry pattern as the form holds it: its own or the system-wide one, text by field until it is saved. */
import type {
  ActionType,
  ActionTypeChange,
  ActionTypeChangeText,
  RetryPattern,
  Settings,
} from '../../../../shared/definitions.ts';
import { checkDraft, type Draft, draftOf } from '../settings/draft.ts';

const RETRY_FIELDS = ['max', 'first', 'factor', 'cap', 'jitter'] as const;
export type RetryField = (typeof RETRY_FIELDS)[number];

export interface RetryDraft {
  readonly isOwn: boolean;
  readonly fields: Draft;
}

/** What is saved now; where the system-wide pattern is followed, the fields show it. */
export function retryDraftOf({ retry }: ActionType, settings: Settings): RetryDraft {
  return { isOwn: retry !== undefined, fields: draftOf({ ...settings, retry: retry ?? settings.retry }) };
}

export interface CheckedRetryDraft {
  readonly isDirty: boolean;
  readonly errors: Readonly<Partial<Record<RetryField, string>>>;
  /** For the wire; and the same decoded, absent where something is wrong. */
  readonly text: ActionTypeChangeText;
  readonly change: ActionTypeChange | undefined;
  /** What will be in force; absent where something is wrong. */
  readonly pattern: RetryPattern | undefined;
}

/** Every field counts as typed, so that an own pattern is saved whole: no trimmed text is a blank. */
const NOTHING_SAVED: Draft = {
  max: ' ',
  first: ' ',
  factor: ' ',
  cap: ' ',
  jitter: ' ',
  responseClock: ' ',
  callTimeout: ' ',
};

export function checkRetryDraft(draft: RetryDraft, saved: RetryDraft, settings: Settings): CheckedRetryDraft {
  if (!draft.isOwn) {
    return {
      isDirty: saved.isOwn,
      errors: {},
      text: { retry: null },
      change: { retry: null },
      pattern: settings.retry,
    };
  }
  const { text, errors, change } = checkDraft(draft.fields, NOTHING_SAVED);
  const isDirty = !saved.isOwn || RETRY_FIELDS.some((field) => draft.fields[field].trim() !== saved.fields[field]);
  const retry = change?.retry;
  return {
    isDirty,
    errors,
    text: { retry: text.retry ?? null },
    change: retry === undefined ? undefined : { retry },
    pattern: retry === undefined ? undefined : (retry as RetryPattern),
  };
}
