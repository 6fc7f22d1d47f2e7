/** Every screen in every size of window that it is made for: nothing overlaps, nothing is cut, one thing scrolls (ui.md, *Sizes*). */
import { expect, test } from './support/app.ts';
import { expectFits } from './support/layout.ts';
import { SCREENS } from './support/screens.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ trace: 'off' });

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

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every screen of the sample workspace fits', async ({ page, app, frame }) => {
      await app.open(page);
      await expect(frame.now).toBeVisible();
      for (const screen of SCREENS) {
        await app.visit(page, screen);
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
        for (const size of SIZES) {
          await page.setViewportSize(size);
          await expectFits(page, `${screen} in ${size.width}×${size.height}`);
        }
      }
    });
  });
}
