import { describe, expect, test } from 'vitest';
import { changedActionType } from '../../../src/engine/definitions/settings.ts';
import {
  changeText,
  changeTo,
  checkVariant,
  isSameVariant,
  originType,
  SYSTEM_WIDE,
  type Variant,
  variantOf,
} from '../../../src/renderer/src/features/compare/variant.ts';
import { type ActionType, RETRY_DEFAULTS, settings } from '../../../src/shared/definitions.ts';
import { advantages, compareFigures } from '../../../src/views/compare/figures.ts';
import { MINUTE } from '../../support/given.ts';

const SETTINGS = settings.parse({ retry: { jitter: 0.1 } });
const POST: ActionType = {
  title: 'Post invoice',
  externalApi: 'erp',
  responseExpected: true,
  responseWithin: 30 * MINUTE,
  autoCompleteOnTimeout: false,
};
const START = variantOf('post', POST, SETTINGS);
const typed = (text: Partial<Variant['text']>, autoComplete = false): Variant => ({
  ...START,
  text: { ...START.text, ...text, autoCompleteOnTimeout: autoComplete },
});
const check = (variant: Variant, base = POST) => checkVariant(variant, base, SETTINGS);

describe('a variant as a form', () => {
  test('shows what it starts from: the pattern in force and its limits (S3)', () => {
    expect(START.text).toEqual({
      max: '5',
      first: '1m',
      factor: '2',
      cap: '1d',
      responseWithin: '30m',
      due: '',
      autoCompleteOnTimeout: false,
    });
    expect(check(START)).toEqual({ problems: {}, actionType: { ...POST, retry: undefined } });
  });

  test('the system-wide pattern is a variant too: no limits, a response expected', () => {
    const base = originType(SYSTEM_WIDE, new Map([['post', POST]]));
    expect(variantOf(SYSTEM_WIDE, base, SETTINGS).text).toMatchObject({ max: '5', responseWithin: '', due: '' });
  });

  test('a typed pattern is its own and keeps the jitter; blanks are no limit', () => {
    expect(check(typed({ max: '3', responseWithin: ' ', due: '2h' }, true)).actionType).toEqual({
      title: 'Post invoice',
      externalApi: 'erp',
      responseExpected: true,
      due: 120 * MINUTE,
      autoCompleteOnTimeout: true,
      retry: { max: 3, first: MINUTE, factor: 2, cap: 1_440 * MINUTE, jitter: 0.1 },
    });
  });

  test('says what is allowed where a field is wrong (S1, S2)', () => {
    const { problems, actionType } = check(
      typed({ max: '', first: '0s', factor: '0.5', cap: 'soon', responseWithin: '10ms' }),
    );
    expect(actionType).toBeNull();
    expect(problems).toEqual({
      max: 'Expected a whole number from 0 to 100.',
      first: 'Expected a duration longer than 0s.',
      factor: 'Expected a number from 1 to 1000.',
      cap: 'Expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d.',
      responseWithin: 'Expected a duration of at least 1s.',
    });
  });

  test('another text of the same meaning is no change', () => {
    expect(isSameVariant(typed({ max: ' 5 ', first: '60s', factor: '2.0', cap: '24h' }), START)).toBe(true);
    expect(isSameVariant(typed({ max: '' }), START)).toBe(false);
    expect(isSameVariant(typed({ max: '6' }), START)).toBe(false);
  });
});

describe('using the settings of a variant', () => {
  const wanted = (variant: Variant) => check(variant).actionType ?? POST;

  test('changes nothing where the Action type has them already', () => {
    expect(changeTo(POST, wanted(START))).toBeNull();
  });

  test('changes what differs, durations as text, blanks as null', () => {
    const change = changeTo(POST, wanted(typed({ responseWithin: '', due: '90m' }, true)));
    expect(change).toEqual({ responseWithin: null, due: 90 * MINUTE, autoCompleteOnTimeout: true });
    expect(changeText(change ?? {})).toEqual({ responseWithin: null, due: '1h30m', autoCompleteOnTimeout: true });
  });

  test('an own pattern is saved whole; following the system-wide one again blanks it', () => {
    const own = wanted(typed({ max: '3' }));
    expect(changeText(changeTo(POST, own) ?? {})).toEqual({
      retry: { max: 3, first: '1m', factor: 2, cap: '1d', jitter: 0.1 },
    });
    expect(changeTo(own, wanted(START))).toEqual({ retry: null });
  });

  test('after the save the Action type has them', () => {
    const own = wanted(typed({ max: '3', responseWithin: '', due: '2h' }, true));
    const change = changeTo(POST, own);
    expect(changeTo(changedActionType(POST, change ?? {}), own)).toBeNull();
  });
});

describe('two verdicts beside each other', () => {
  const SHORT: ActionType = { ...POST, retry: { ...RETRY_DEFAULTS, max: 3 } };
  const CLOSING: ActionType = { ...POST, due: 20 * MINUTE, autoCompleteOnTimeout: true };
  const UNTIL = 'Waits for the response until, at the latest';
  const differences = (a: ActionType, b: ActionType) =>
    Object.fromEntries(compareFigures(SETTINGS, a, b).map(({ label, difference }) => [label, difference]));

  test('R2 R14 says who makes fewer calls, ends sooner and survives more', () => {
    expect(differences(POST, SHORT)).toEqual({
      Calls: 'B makes 2 fewer',
      'Ends at': 'B ends 24 min sooner',
      Ending: null,
      [UNTIL]: 'A waits 24 min longer',
      'Longest outage survived': 'A survives 24 min more',
      'Unreached retries': null,
    });
    expect(advantages(SETTINGS, POST, SHORT).map(({ purpose, side, words }) => `${purpose}: ${side} ${words}`)).toEqual(
      [
        'An early end: B tells the Case owner at 7 min, A at 31 min',
        'Few calls: B makes 4, A 6',
        'Long outages: A survives up to 31 min from launch, B 7 min',
        'Slow responses: A waits until 1 h 1 min, B until 37 min',
      ],
    );
  });

  test('R33 where one closes with nobody told, the other is better for failures that are noticed', () => {
    expect(differences(CLOSING, POST)).toMatchObject({
      Ending: 'only B tells the Case owner',
      'Unreached retries': '1 more in A',
    });
    expect(advantages(SETTINGS, CLOSING, POST)).toContainEqual({
      story: 'never',
      purpose: 'Failures that are noticed',
      side: 'B',
      words: 'tells the Case owner; A closes and tells nobody',
    });
  });

  test('R32 what goes to people is noticed, though the Case owner is not told', () => {
    const fromLaunch = { ...SETTINGS, responseClock: 'launch' as const };
    const handedOver = { ...POST, responseWithin: 20 * MINUTE };
    const first = (one: ActionType, other: ActionType) => advantages(fromLaunch, one, other)[0];
    expect(first(handedOver, { ...POST, responseWithin: undefined })).toMatchObject({
      purpose: 'A Case owner who knows',
      side: 'B',
      words: 'tells the Case owner; A goes to people',
    });
    expect(first(handedOver, { ...CLOSING, responseWithin: undefined })).toMatchObject({
      purpose: 'Failures that are noticed',
      side: 'A',
      words: 'goes to people; B closes and tells nobody',
    });
  });

  test('no figure or advantage of a connected call stands in the story of an API that never connects', () => {
    const stories = (found: readonly { readonly story: string }[]) => found.map(({ story }) => story);
    expect(stories(compareFigures(SETTINGS, POST, SHORT))).toEqual([
      'never',
      'never',
      'never',
      'never',
      'outage',
      'outage',
    ]);
    expect(stories(advantages(SETTINGS, POST, SHORT))).toEqual(['never', 'never', 'outage', 'outage']);
  });

  test('R34 waiting without limit is longer than any limit; no response expected is no waiting', () => {
    const unlimited = { ...POST, responseWithin: undefined };
    expect(differences(unlimited, POST)[UNTIL]).toBe('A waits without limit');
    expect(differences({ ...POST, responseExpected: false }, POST)[UNTIL]).toBe('only B expects one');
    expect(advantages(SETTINGS, POST, { ...POST, responseExpected: false })).toEqual([]);
  });

  test('the same settings come to the same', () => {
    expect(compareFigures(SETTINGS, POST, POST).every(({ difference }) => difference === null)).toBe(true);
    expect(advantages(SETTINGS, POST, POST)).toEqual([]);
  });
});
