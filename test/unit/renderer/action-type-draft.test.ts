import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type ActionTypeDraft,
  actionTypeDraftOf,
  actionTypeText,
  checkActionType,
  essenceOf,
} from '../../../src/renderer/src/features/builder/action-types/action-type-draft.ts';
import { type ActionType, RETRY_DEFAULTS, settings } from '../../../src/shared/definitions.ts';
import { type Definition, definition as definitionSchema } from '../../../src/shared/edits.ts';

const SETTINGS = settings.parse({});
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
/** As it crosses the wire. */
const written = ({ definition }: { readonly definition: Definition | null }) =>
  definition === null ? null : z.encode(definitionSchema, definition);
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
    expect(checked).toMatchObject({ problems: {}, actionType });
    expect(written(checked)).toEqual(actionTypeText('post', actionType));
  });

  test('blanks are left out', () => {
    const { actionType } = check({ responseWithin: ' ', due: '90s', title: '' });
    expect(actionType).toMatchObject({ due: 90_000 });
    expect(Object.keys(actionType ?? {})).not.toContain('responseWithin');
    expect(Object.keys(actionType ?? {})).not.toContain('title');
  });

  test.each<[keyof ActionTypeDraft | string, Partial<ActionTypeDraft>, string]>([
    ['title', { title: 'x'.repeat(201) }, 'Expected a name of at most 200 characters.'],
    ['externalApi', { externalApi: '' }, 'Choose the External API that it calls.'],
    ['responseWithin', { responseWithin: '999ms' }, 'Expected a duration of at least 1s.'],
    ['due', { due: '0s' }, 'Expected a duration longer than 0s.'],
    ['send', { send: ['x'.repeat(201)] }, 'Expected a name of at most 200 characters.'],
  ])('says at %s what is wrong', (field, change, sentence) => {
    expect(check(change)).toMatchObject({ problems: { [field]: sentence }, actionType: null });
  });

  test.each([
    ['max', '1.5', 'Expected a whole number from 0 to 100.'],
    ['first', 'soon', 'Expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d.'],
    ['factor', '', 'Expected a number from 1 to 1000.'],
    ['cap', '0s', 'Expected a duration longer than 0s.'],
    ['jitter', '101', 'Expected a percentage from 0 to 100.'],
  ])('says what is wrong with the retry pattern: %s', (field, typed, sentence) => {
    const retry = { ...draft.retry, [field]: typed };
    expect(check({ retry })).toMatchObject({
      problems: { [`retry.${field}`]: sentence },
      definition: null,
      pattern: null,
    });
    // Where the system-wide pattern is followed, what stands there counts for nothing.
    expect(check({ retry, hasOwnRetry: false })).toMatchObject({ problems: {}, pattern: SETTINGS.retry });
  });

  test('a manual one sends nothing and retries nothing, whatever was typed before', () => {
    const typed = { ...draft.retry, max: 'many' };
    const { actionType, problems } = check({ kind: 'manual', responseWithin: 'soon', externalApi: '', retry: typed });
    expect(problems).toEqual({});
    expect(Object.keys(actionType ?? {})).not.toContain('retry');
    expect(actionType).toMatchObject({ manual: true, allocation: WHOLE.allocation });
  });

  test('where no response is expected its limit is kept, unless it is none', () => {
    expect(check({ responseExpected: false }).actionType).toMatchObject({ responseWithin: 3_600_000 });
    expect(check({ responseExpected: false, responseWithin: 'soon' }).problems).toEqual({});
  });

  test('following the system-wide pattern, its fields make no difference', () => {
    const following = { ...draft, hasOwnRetry: false };
    expect(essenceOf(following)).toEqual(essenceOf({ ...following, retry: { ...draft.retry, max: '9' } }));
  });

  test('one of its own is saved whole; without one it shows the system-wide one (S3)', () => {
    const others = { ...SETTINGS, retry: { ...RETRY_DEFAULTS, max: 7 } };
    const plain: ActionType = { externalApi: 'erp', responseExpected: true, autoCompleteOnTimeout: false };
    const shown = actionTypeDraftOf(plain, others);
    expect(shown).toMatchObject({ hasOwnRetry: false, retry: { max: '7', first: '1m', cap: '1d', jitter: '0' } });
    const own = checkActionType('post', { ...shown, hasOwnRetry: true }, others);
    expect(own.actionType?.retry).toEqual(others.retry);
  });
});
