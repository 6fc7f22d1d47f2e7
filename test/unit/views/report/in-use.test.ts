/** A report made after *Use these settings* says what was saved and when, and tells what ran from what is now. */
import { expect, it } from 'vitest';
import { settings as systemWide } from '../../../../src/shared/definitions.ts';
import type { Configured, VariantResult } from '../../../../src/shared/lab.ts';
import { inUse, otherwiseNow } from '../../../../src/views/report/in-use.ts';
import { settings } from '../../../../src/views/report/settings.ts';

const configured = (max: number, callTimeout = 30_000): Configured => {
  const parsed = systemWide.parse({});
  return {
    actionType: { externalApi: 'erp', responseExpected: true, autoCompleteOnTimeout: false },
    externalApi: { url: 'https://erp.example.test' },
    settings: { ...parsed, callTimeout, retry: { ...parsed.retry, max } },
  };
};
const applied = {
  at: '2026-11-28T15:20:31.000Z',
  variantName: 'maximum retries 4',
  changes: [{ path: 'retry.max', from: 2, to: 4 }],
};

it.each([
  ['in use', configured(4), 'In use now.'],
  ['undone', configured(2), 'Not in use any more: undone or changed since.'],
])('what was saved, and when; it is %s', (_, now, state) => {
  expect(inUse({ applied, configured: configured(2), now })?.text).toContain(
    `<strong>Maximum retries 4</strong> was saved on 2026-11-28 15:20 UTC: Maximum retries 4 (before: 2). ${state}`,
  );
});

it('nothing was saved, nothing is said', () => {
  expect(inUse({ applied: null, configured: configured(2), now: configured(2) })).toBeNull();
});

it('what was changed besides is told apart from what was saved', () => {
  expect(otherwiseNow({ applied, configured: configured(2), now: configured(4, 60_000) })?.text).toBe(
    '<p>Configured otherwise since it ran: Call timeout 30 s → 1 min.</p>',
  );
  expect(otherwiseNow({ applied, configured: configured(2), now: configured(4) })).toBeNull();
});

it('the table of settings has what was configured when it ran and what is now', () => {
  const variants = [{ name: 'x', changes: [{ path: 'retry.max', value: 4 }] }] as unknown as VariantResult[];
  const table = settings({ variants, configured: configured(2), now: configured(4), externalApiName: 'erp' }).text;
  expect(table).toContain('<th scope="col">When it ran</th><th scope="col">Tried</th><th scope="col">Now</th>');
  expect(table).toContain('<th scope="row">Maximum retries</th><td>2</td><td>4</td><td>4</td>');
});
