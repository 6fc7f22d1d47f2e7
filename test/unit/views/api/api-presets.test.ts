import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { externalApi } from '../../../../src/shared/definitions.ts';
import { API_PRESETS, PRESET_WORDS, presetBehaviour } from '../../../../src/views/api/api-presets.ts';

const URL = 'https://erp.example.test/invoices';

describe('presets of an External API', () => {
  test.each(API_PRESETS)('%s is a behaviour that a file may hold, word for word', (preset) => {
    const value = { url: URL, ...presetBehaviour(preset) };
    expect(z.decode(externalApi, z.encode(externalApi, value))).toEqual(value);
    expect(PRESET_WORDS[preset]).toMatch(/\.$/);
  });

  test('no two are alike', () => {
    const behaviours = API_PRESETS.map((preset) => JSON.stringify(presetBehaviour(preset)));
    expect(new Set(behaviours).size).toBe(API_PRESETS.length);
  });

  test('what is down goes down at the instant that was asked for', () => {
    expect(presetBehaviour('Down for a while', '+3h').outages).toEqual([
      { from: '+3h', for: 3_600_000, fail: 'refused' },
    ]);
  });
});
