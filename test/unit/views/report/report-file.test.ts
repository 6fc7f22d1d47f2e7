import { expect, it, test } from 'vitest';
import { exportName } from '../../../../src/views/report/report-file.ts';

const AT = new Date(2026, 10, 8, 9, 5).getTime();

test.each([
  ['post-invoice: Maximum retries × First interval', 'post-invoice-maximum-retries-first-interval-2026-11-08-0905'],
  ['Überweisung / ../..\\C:', 'uberweisung-c-2026-11-08-0905'],
  ['支払い', 'report-2026-11-08-0905'],
])('what a study called %s is saved as', (title, name) => {
  expect(exportName(title, AT)).toBe(name);
});

it('is no longer than file systems take', () => {
  expect(exportName('long '.repeat(100), AT).length).toBeLessThan(100);
});
