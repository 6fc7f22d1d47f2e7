import { describe, expect, test } from 'vitest';
import {
  type ActionTypeDraft,
  actionTypeDraftOf,
  actionTypeText,
  checkActionType,
  essenceOf,
} from '../../../src/renderer/src/features/builder/action-types/action-type-draft.ts';
import { type ActionType, RETRY_DEFAULTS, type Settings } from '../../../src/shared/definitions.ts';

const SETTINGS: Settings = { retry: RETRY_DEFAULTS, responseClock: 'connection', callTimeout: 30_000 };
const WHOLE: ActionType = {
  title: 'Post invoice',
  externalApi: 'erp',
  send: ['invoiceNumber'],
  responseExpected: true,
  responseWithin: 3_600_000,
  due: 86_400_000,
  autoCompleteOnTimeout: true,
  allocation: { queue: 'Finance', user: 'omar', secondaryUser: 'ines' },
  retry: { ...RETRY_DEFAULTS, max: 2, jitter: 0.07 },
};
const draft = actionTypeDraftOf(WHOLE, SETTINGS);
const check = (change: Partial<ActionTypeDraft>) => checkActionType('post', { ...draft, ...change }, SETTINGS);

describe('an Action type as a form (S3)', () => {
  test.each<[string, ActionType]>([
    ['everything is set', WHOLE],
    ['nothing but an API', { externalApi: 'erp', responseExpected: true, autoCompleteOnTimeout: false }],
    [
      'no custom data goes out',
      { externalApi: 'erp', send: [], responseExpected: false, autoCompleteOnTimeout: false },
    ],
    ['manual', { manual: true, due: 60_000, responseExpected: true, autoCompleteOnTimeout: false }],
  ])('amounts to what it was made of: %s', (_, actionType) => {
    const checked = checkActionType('post', actionTypeDraftOf(actionType, SETTINGS), SETTINGS);
    expect(checked).toMatchObject({ problems: {}, actionType, text: actionTypeText('post', actionType) });
  });

  test('durations are given as text, blanks are left out', () => {
    const { text } = check({ responseWithin: ' ', due: '90s', title: '' });
    expect(text).toMatchObject({ value: { due: '90s' } });
    expect('value' in text && Object.keys(text.value)).not.toContain('responseWithin');
    expect('value' in text && Object.keys(text.value)).not.toContain('title');
  });

  test.each<[keyof ActionTypeDraft | string, Partial<ActionTypeDraft>, string]>([
    ['title', { title: 'x'.repeat(201) }, 'Expected a name of at most 200 characters.'],
    ['externalApi', { externalApi: '' }, 'Choose the external API that it calls.'],
    ['responseWithin', { responseWithin: '999ms' }, 'Expected a duration of at least 1s.'],
    ['due', { due: '0s' }, 'Expected a duration longer than 0s.'],
    ['send', { send: ['x'.repeat(201)] }, 'Expected a name of at most 200 characters.'],
  ])('says at %s what is wrong', (field, change, sentence) => {
    expect(check(change)).toMatchObject({ problems: { [field]: sentence }, actionType: null });
  });

  test.each([
    ['max', '1.5', 'Expected a whole number from 0 to 100.'],
    ['first', 'soon', 'Expected a duration such as 250ms, 30s, 5m, 1h30m or 2d.'],
    ['factor', '', 'Expected a number from 1 to 1000.'],
    ['cap', '0s', 'Expected a duration longer than 0s.'],
    ['jitter', '101', 'Expected a percentage from 0 to 100.'],
  ])('says what is wrong with the retry pattern: %s', (field, typed, sentence) => {
    const retry = { isOwn: true, fields: { ...draft.retry.fields, [field]: typed } };
    expect(check({ retry }).problems).toEqual({ [`retry.${field}`]: sentence });
    // Where the system-wide pattern is followed, what stands there counts for nothing.
    expect(check({ retry: { ...retry, isOwn: false } }).problems).toEqual({});
  });

  test('a manual one sends nothing and retries nothing, whatever was typed before', () => {
    const { text, problems } = check({ kind: 'manual', responseWithin: 'soon', externalApi: '' });
    expect(problems).toEqual({});
    expect('value' in text && Object.keys(text.value)).not.toContain('retry');
    expect(text).toMatchObject({ value: { manual: true, allocation: WHOLE.allocation } });
  });

  test('where no response is expected its limit is kept, unless it is none', () => {
    expect(check({ responseExpected: false }).text).toMatchObject({ value: { responseWithin: '1h' } });
    expect(check({ responseExpected: false, responseWithin: 'soon' }).problems).toEqual({});
  });

  test('following the system-wide pattern, its fields make no difference', () => {
    const following = { ...draft, retry: { isOwn: false, fields: draft.retry.fields } };
    expect(essenceOf(following)).toEqual(
      essenceOf({ ...following, retry: { isOwn: false, fields: { ...draft.retry.fields, max: '9' } } }),
    );
  });
});
