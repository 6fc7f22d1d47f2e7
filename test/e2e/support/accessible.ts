/** What every screen must stand: axe finds nothing, and nothing has to be scrolled sideways in a window of 1280×800. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

/** Nothing of any impact. In the dark only colours are looked at: all else is as in the light. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Without a second page to gather results in, for which the keys of the test would be lost, and which the desktop app has not.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // Colours that change do so in steps; what is in between nobody reads.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().flatMap((each) => (each instanceof CSSTransition ? [each.finished] : [])),
    ),
  );
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  axe.options({ resultTypes: ['violations'] });
  if (isDark) axe.withRules('color-contrast');
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ html, any }) => [html, any[0]?.message]),
  }));
  expect.soft(found, `axe on ${what}`).toEqual([]);
}

/** The same in the dark; back in the light afterwards. */
export async function expectAccessibleInDark(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, `${what}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** What is wider than its place: the page, or a part of it that would have to be scrolled sideways. */
export async function expectNoSidewaysScrolling(page: Page, what: string, meant = ''): Promise<void> {
  const wide = await page.evaluate((meant) => {
    const scrolls = (element: Element) =>
      element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
    return (
      [document.documentElement, ...document.querySelectorAll('body *')]
        .filter((element) => scrolls(element) && element.scrollWidth > element.clientWidth + 1)
        // Text that was sent or received keeps its lines.
        .filter((element) => element.closest('pre') === null)
        .filter((element) => meant === '' || element.getAttribute('aria-label') !== meant)
        .map(
          (element) =>
            `${element.tagName}.${element.className}: ${element.scrollWidth} in ${element.clientWidth} pixels`,
        )
    );
  }, meant);
  expect.soft(wide, `scrolls sideways on ${what}`).toEqual([]);
}

/** `scrolls`: the name of what is meant to be scrolled sideways, where there is such a thing. */
export async function expectGood(page: Page, what: string, { scrolls = '' } = {}): Promise<void> {
  await test.step(what, async () => {
    await expectAccessible(page, what);
    await expectNoSidewaysScrolling(page, what, scrolls);
  });
}
