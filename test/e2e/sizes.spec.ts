/** Every screen, panel, menu and dialog in every size of window that the app is made for (ui.md, *Sizes*). */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectFits } from './support/layout.ts';
import { closeParts, partsOf } from './support/parts.ts';
import { SCREENS } from './support/screens.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ trace: 'off', actionTimeout: 5_000 });

/** In CSS pixels. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  // 1366×768 at 150 %.
  { width: 911, height: 512 },
  { width: 1024, height: 768 },
  // 1366×768 at 200 %.
  { width: 683, height: 384 },
] as const;

/** Nothing overlaps, nothing is cut, one thing scrolls: in every size, and in the dark unless its boxes lie as in the light. */
async function expectToFit(page: Page, part: Locator, what: string, sizes: readonly (typeof SIZES)[number][] = SIZES) {
  for (const size of sizes) {
    await page.setViewportSize(size);
    // No colour depends on a size, so once is enough.
    await expectFits(part, `${what} in ${size.width}×${size.height}`, { inDark: size === sizes[0] });
  }
}

test('every screen of the sample workspace fits', async ({ page, app, frame }) => {
  await app.open(page);
  await expect(frame.now).toBeVisible();
  for (const screen of SCREENS) {
    await app.visit(page, screen);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expectToFit(page, page.locator('body'), screen);
  }
});

test('every panel, menu and dialog fits', async ({ page, app, frame }) => {
  await app.open(page);
  await expect(frame.now).toBeVisible();
  const { id } = await app.server.client.lab.start({
    actionTypeName: 'post-invoice',
    trialCount: 2_000,
    seed: 1,
    windowMs: 1_200_000,
    variants: [
      { name: 'A', changes: [{ path: 'retry.max', value: 2 }] },
      { name: 'B', changes: [{ path: 'retry.max', value: 8 }] },
    ],
  });
  for (const { what, screen, open } of partsOf(`/lab/runs/${id}`)) {
    await page.setViewportSize(SIZES[0]);
    await app.visit(page, screen);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    const part = await open(page);
    await expect(part).toBeVisible();
    await expectToFit(page, part, `${what} on ${screen}`);
    await closeParts(page);
  }
});

test('the smallest window has the jumps in a menu', async ({ page, app, frame }) => {
  await page.setViewportSize(SIZES[4]);
  await app.open(page);
  await frame.clock.getByRole('button', { name: 'Move time' }).click();
  await expectToFit(page, page.getByRole('menu'), 'Move time', [SIZES[4]]);
});
