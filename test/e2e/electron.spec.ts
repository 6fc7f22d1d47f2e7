/** What only the desktop app has; what it has in common with the page in a browser, the other tests of the project `desktop` see to. */
import { findDesktop } from '../../src/kit/host.ts';
import { expect, test } from './support/app.ts';

// biome-ignore lint/suspicious/noSkippedTests: conditional, with the reason in the report
test.skip(
  ({ electronPath }) => findDesktop(electronPath).electron === null,
  'Electron’s binary has not been fetched here, or there is no display for its window.',
);

test('the desktop window opens on the same app', async ({ page, electronApp }) => {
  expect(electronApp).not.toBeNull();
  await expect(page).toHaveTitle(/Trigger Lab/);
  // Nothing of Node or Electron reaches the page.
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
});
