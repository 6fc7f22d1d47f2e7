/** A trainer in front of a class: the space bar and ← alone, on a small projector; and every size that the dock is made for. */
import type { Page } from '@playwright/test';
import { LessonDock } from '../../src/kit/pages/lesson-dock.ts';
import { libraryFiles } from '../support/library-files.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { expectFits } from './support/layout.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 911, height: 512 },
  { width: 683, height: 384 },
  { width: 1024, height: 768 },
] as const;

const dockOf = (page: Page) => new LessonDock(page).region;

/** What is told and asked, which changes at the end of a beat; what changed is said before that. */
const toldIn = async (page: Page) => {
  const told = await dockOf(page).locator('[aria-live="polite"], [role="radiogroup"]').allInnerTexts();
  return [...told, await isAtEnd(page)].join('\n');
};

/** Presses a key, and gives what is told or asked once that is something else. */
async function press(page: Page, key: string): Promise<string> {
  const { narration } = new LessonDock(page);
  const before = await toldIn(page);
  await page.keyboard.press(key);
  await expect.poll(() => toldIn(page)).not.toBe(before);
  return narration.locator('p').first().innerText();
}

const isAtEnd = (page: Page) => new LessonDock(page).end.isVisible();

/** How many elements are outlined, for something about them has just changed, or for they say what. */
const outlined = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('#main *, [data-about-notified], [data-says-change]')].filter((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle === 'solid' && outlineWidth === '2px' && !element.matches(':focus');
      }).length,
  );

const LESSONS = ['A retry by hand', 'Two silences'];
const AT_A_GLANCE = [{ name: '1024×768', width: 1024, height: 768, hasAudience: false }];

/** All of the course takes minutes: `EVERY_LESSON=1` plays it, in every place where one teaches. */
const isWhole = process.env.EVERY_LESSON === '1';
const TITLES = isWhole ? libraryFiles(['lessons']).map(({ text }) => /^title: (.+)$/m.exec(text)?.[1] ?? '') : LESSONS;
const PLACES = isWhole
  ? [
      ...AT_A_GLANCE,
      { name: '1366×768 at 150 %', width: 911, height: 512, hasAudience: false },
      { name: 'with the audience window on 1920×1080', width: 1024, height: 768, hasAudience: true },
    ]
  : AT_A_GLANCE;

for (const [title, place] of TITLES.flatMap((each) => PLACES.map((at) => [each, at] as const))) {
  test(`“${title}” is played, left and returned to, ${place.name}`, async ({ page, app, course, lesson, context }) => {
    await page.setViewportSize(place);
    await app.open(page, '/course');
    const audience = place.hasAudience ? await context.newPage() : null;
    if (audience !== null) {
      await audience.setViewportSize({ width: 1920, height: 1080 });
      await audience.goto(app.at('/audience'));
      await page.bringToFront();
    }
    await course.press('Start', title);
    const dock = lesson.region;
    await expect(dock).toBeVisible();
    await expect(lesson.narration).toBeFocused();

    let revealed = 0;
    let beat = 0;
    while (!(await isAtEnd(page))) {
      const isAsking = await lesson.revealButton.isVisible();
      const told = await press(page, ' ');
      beat += 1;
      if (isAsking) {
        revealed += 1;
        await expect(lesson.whatChanged).not.toBeEmpty();
        await expect.poll(() => outlined(page)).toBeGreaterThan(0);
      }
      if (beat === 3) {
        await press(page, 'ArrowLeft');
        expect(await press(page, ' ')).toBe(told);
      }
      if (beat === 5) {
        // That leaves the path whether anything is scheduled or not.
        const clock = page.getByRole('region', { name: 'Clock' });
        await clock.getByRole('button', { name: 'Play', exact: true }).click();
        await expect(dock.getByText(/You left the lesson at step \d+/)).toBeVisible();
        await clock.getByRole('button', { name: 'Pause', exact: true }).click();
        await lesson.button('Return').click();
        await expect(dock.getByText(/You left/)).toBeHidden();
      }
      if (beat === 4 && !isWhole) {
        for (const size of SIZES) {
          await page.setViewportSize(size);
          await expectFits(page.locator('body'), `${title} in ${size.width}×${size.height}`, {
            inDark: size === SIZES[0],
          });
        }
        for (const colorScheme of title === LESSONS[0] ? (['dark', 'light'] as const) : []) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page, `${title}, ${colorScheme}`);
        }
      }
    }
    expect(revealed).toBeGreaterThan(1);
    if (audience !== null) {
      await expect(audience.getByRole('region', { name: 'Work' })).toBeVisible();
      await expect(audience.getByRole('button')).toHaveCount(0);
      await expectFits(audience.locator('body'), `the audience of ${title}`);
    }

    await dock.getByRole('button', { name: 'More of the lesson' }).click();
    await page.getByRole('menuitem', { name: 'Author view' }).click();
    const steps = page.getByRole('list', { name: 'Steps' });
    await expect(steps.getByRole('listitem').first()).toBeVisible();
    await expect(steps.getByRole('listitem', { name: /failed$/ })).toHaveCount(0);
    await app.visit(page, '/course');
    await expect(course.lesson(title)).toContainText(/Done on .* questions? right/);
  });
}
