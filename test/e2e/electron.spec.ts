import { resolve } from 'node:path';
import { _electron as electron, expect, test } from '@playwright/test';
import { electronBinary } from '../../src/main/desktop/electron-binary.ts';

// Never import the real `electron` here: that starts a download.
const binary = electronBinary();
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

// biome-ignore lint/suspicious/noSkippedTests: conditional, with the reason in the report
test.skip(binary === null, "Electron's binary has not been fetched on this machine.");
// biome-ignore lint/suspicious/noSkippedTests: conditional, with the reason in the report
test.skip(!display, 'There is no display for an Electron window on this machine.');

test('the desktop window opens on the same app', async ({ browserName: _ }, info) => {
  const app = await electron.launch({
    executablePath: binary ?? '',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      resolve(import.meta.dirname, '../../out/main/electron.js'),
      '--data-dir',
      info.outputPath('data'),
    ],
  });
  const page = await app.firstWindow();
  await expect(page).toHaveTitle(/Trigger Lab/);
  // Nothing of Node or Electron reaches the page.
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
  await app.close();
});
