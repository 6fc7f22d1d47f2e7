import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  actionType,
  retryPattern,
  retryPatternChange,
  settings,
  settingsChange,
} from '../../../src/shared/definitions.ts';
import { fieldOf, labelOf, rangeOf } from '../../../src/shared/field.ts';
import { VARIABLE_SETTINGS, variableSetting } from '../../../src/shared/variable-settings.ts';

describe('a field describes itself', () => {
  test('label, help, unit and range are read through defaults and options', () => {
    expect(fieldOf(retryPattern.shape.factor)).toMatchObject({ label: 'Factor', unit: '×', vary: '1..3/0.5' });
    expect(rangeOf(retryPattern.shape.max)).toEqual({ min: 0, max: 100 });
    expect(fieldOf(actionType.shape.responseWithin)).toMatchObject({
      label: 'Response expected within',
      blank: 'no limit',
    });
  });

  test('what is not said again is inherited: a share is typed in percent, whatever it is called', () => {
    expect(fieldOf(retryPattern.shape.jitter)).toMatchObject({ label: 'Jitter', isShare: true, unit: '± %' });
  });

  test('the product’s own limits are said where a value is beyond them (S1, S3)', () => {
    expect(fieldOf(retryPattern.shape.max).beyondProduct?.(10)).toBeNull();
    expect(fieldOf(retryPattern.shape.max).beyondProduct?.(11)).toMatch(/slider/);
    expect(fieldOf(actionType.shape.responseWithin).beyondProduct?.(90_000)).toMatch(/minutes/);
  });

  test('every setting has a label and a help: forms are made of them', () => {
    const { retry: _, ...rest } = settings.shape;
    for (const schema of [...Object.values(rest), ...Object.values(retryPattern.shape)]) {
      expect(labelOf(schema)).not.toBe('');
      expect(fieldOf(schema).help).not.toBe('');
    }
  });

  test('a change holds the same fields, and no defaults', () => {
    expect(Object.keys(retryPatternChange.shape)).toEqual(Object.keys(retryPattern.shape));
    expect(Object.keys(settingsChange.shape).sort()).toEqual(Object.keys(settings.shape).sort());
    expect(z.decode(settingsChange, { retry: {} })).toEqual({ retry: {} });
  });
});

describe('what the Lab may vary', () => {
  test('is what says so of itself, under the paths of the command line', () => {
    const paths = VARIABLE_SETTINGS.map(({ path }) => path);
    // Fields that will come may be varied too.
    const known = [
      'retry.max',
      'retry.first',
      'retry.factor',
      'retry.cap',
      'retry.jitter',
      'responseExpected',
      'responseWithin',
      'due',
      'autoCompleteOnTimeout',
      'responseClock',
      'callTimeout',
      'outage',
      'externalApi.random.failRate',
      'externalApi.random.noResponseRate',
      'externalApi.random.successRate',
    ];
    expect(paths.filter((path) => known.includes(path))).toEqual(known);
    expect(variableSetting('retry.cap')).toMatchObject({ part: 'actionType', title: 'Longest interval' });
    expect(variableSetting('title')).toBeUndefined();
  });
});
