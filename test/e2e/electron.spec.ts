/** What only the desktop app has; what it has in common with the page in a browser, the other tests of the project `desktop` see to. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { _electron as electron, type Page } from '@playwright/test';
import { appFolders, executableIn } from '../../scripts/desktop/built-app.ts';
import { findDesktop } from '../../src/kit/host.ts';
import { expect, test } from './support/app.ts';

// biome-ignore lint/suspicious/noSkippedTests: conditional, with the reason in the report
test.skip(
  ({ electronPath }) => findDesktop(electronPath).electron === null,
  'Electron’s binary has not been fetched here, or there is no display for its window.',
);

const ROOT = resolve(import.meta.dirname, '../..');
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The page is the app, and nothing of Node or Electron reaches it. */
async function expectTheApp(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/Trigger Lab/);
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
}

test('the desktop window opens on the same app', async ({ page, electronApp }) => {
  expect(electronApp).not.toBeNull();
  await expectTheApp(page);
});

test('the packaged app opens on it, from inside its archive', async ({ electronPath: _ }, info) => {
  test.setTimeout(180_000);
  const output = info.outputPath('desktop');
  const build = ['scripts/desktop.ts', 'dir', '--for-tests', '--output', output];
  expect(spawnSync(process.execPath, build, { cwd: ROOT, stdio: 'inherit' }).status).toBe(0);
  const app = await electron.launch({
    executablePath: executableIn(appFolders(output)[0] ?? ''),
    args: [...AS_ROOT, '--data-dir', info.outputPath('data')],
  });
  expect(await app.evaluate(({ app: main }) => [main.isPackaged, main.getAppPath()])).toEqual([
    true,
    expect.stringMatching(/app\.asar$/),
  ]);
  const page = await app.firstWindow();
  await expectTheApp(page);
  await expect(page.getByText('INV-1001', { exact: true }).first()).toBeVisible();
  await app.close();
});
