import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  changeOf,
  checkSettings,
  settingsDraftOf,
} from '../../../src/renderer/src/features/settings/settings-draft.ts';
import { settings as settingsSchema } from '../../../src/shared/definitions.ts';

const SETTINGS = z.decode(settingsSchema, { retry: { jitter: 0.07 } });
const draft = settingsDraftOf(SETTINGS);

describe('the system-wide settings as a form', () => {
  test('durations are text, a share its percentage; back they are what they were', () => {
    expect(draft).toMatchObject({
      retry: { max: '5', first: '1m', factor: '2', cap: '1d', jitter: '7' },
      responseClock: 'connection',
      callTimeout: '30s',
    });
    expect(checkSettings(draft)).toEqual({ value: SETTINGS, problems: {} });
  });

  test.each<[string, Partial<(typeof draft)['retry']>, string]>([
    ['retry.max', { max: '' }, 'Expected a whole number from 0 to 100.'],
    ['retry.max', { max: '101' }, 'Expected a whole number from 0 to 100.'],
    ['retry.factor', { factor: '0.5' }, 'Expected a number from 1 to 1000.'],
    ['retry.first', { first: '' }, 'Expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d.'],
    ['retry.jitter', { jitter: '101' }, 'Expected a percentage from 0 to 100.'],
    ['retry.jitter', { jitter: ' ' }, 'Expected a percentage from 0 to 100.'],
  ])('says at %s what is expected: %o', (path, retry, sentence) => {
    const checked = checkSettings({ ...draft, retry: { ...draft.retry, ...retry } });
    expect(checked).toEqual({ value: null, problems: { [path]: sentence } });
  });

  test('a save changes what was touched, and nothing else', () => {
    const typed = { ...draft, retry: { ...draft.retry, max: ' 3 ' }, callTimeout: '10s' };
    const { value } = checkSettings(typed);
    expect(value && changeOf(value, draft)).toEqual({ retry: { max: 3 }, callTimeout: 10_000 });
    // The same, written otherwise, is no change.
    expect(changeOf(checkSettings({ ...draft, callTimeout: ' 0m30s ' }).value ?? SETTINGS, draft)).toEqual({});
  });
});
