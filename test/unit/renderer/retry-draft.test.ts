import { describe, expect, test } from 'vitest';
import { checkRetryDraft, retryDraftOf } from '../../../src/renderer/src/features/builder/retry-draft.ts';
import { type ActionType, RETRY_DEFAULTS, type Settings } from '../../../src/shared/definitions.ts';

const SETTINGS: Settings = {
  retry: { ...RETRY_DEFAULTS, max: 7 },
  responseClock: 'connection',
  callTimeout: 30_000,
};
const FOLLOWING: ActionType = { externalApi: 'erp', responseExpected: true, autoCompleteOnTimeout: false };
const saved = retryDraftOf(FOLLOWING, SETTINGS);
const typed = (fields: object) => ({ isOwn: true, fields: { ...saved.fields, ...fields } });
const check = (draft: ReturnType<typeof typed>) => checkRetryDraft(draft, saved, SETTINGS);

describe('the retry pattern of an Action type as a form', () => {
  test('shows the system-wide pattern where the type has none of its own, and nothing is to be saved (S3)', () => {
    expect(saved).toMatchObject({
      isOwn: false,
      fields: { max: '7', first: '1m', factor: '2', cap: '1d', jitter: '0' },
    });
    expect(checkRetryDraft(saved, saved, SETTINGS)).toMatchObject({ isDirty: false, pattern: SETTINGS.retry });
  });

  test('its own pattern is saved whole, so that no default slips in', () => {
    expect(check(typed({ max: '3' }))).toMatchObject({
      isDirty: true,
      errors: {},
      text: { retry: { max: 3, first: '1m', factor: 2, cap: '1d', jitter: 0 } },
      pattern: { max: 3, first: 60_000, factor: 2, cap: 86_400_000, jitter: 0 },
    });
  });

  test('an empty or wrong field is said and nothing can be saved', () => {
    const checked = check(typed({ max: '', cap: 'soon' }));
    expect(Object.keys(checked.errors)).toEqual(['max', 'cap']);
    expect(checked).toMatchObject({ change: undefined, pattern: undefined });
  });

  test('following the system-wide pattern again blanks its own', () => {
    const own = retryDraftOf({ ...FOLLOWING, retry: RETRY_DEFAULTS }, SETTINGS);
    expect(own).toMatchObject({ isOwn: true, fields: { max: '5' } });
    expect(checkRetryDraft(saved, own, SETTINGS)).toMatchObject({ isDirty: true, text: { retry: null } });
  });
});
