/** The event strip: back from a failed retry, another future from there, and the one that was left. */
import { readFile } from 'node:fs/promises';
import { expectAccessibleInDark, expectGood } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { expectFits } from './support/layout.ts';
import { REFUSED } from './support/scenarios.ts';

const at = (time: string) => `2026-01-05T${time}.000Z`;
const ACTION = '/cases/INV-1/actions/post-invoice';

test.use({ scenario: REFUSED });

test('back from a failed retry, act there, and return to the future that was left', async ({
  page,
  app,
  frame,
  action,
  futures,
}) => {
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await app.open(page, ACTION);
  await frame.expectNow(at('09:00:00'));
  for (const time of ['09:01:00', '09:03:00', '09:07:00']) {
    await page.keyboard.press('ArrowRight');
    await frame.expectNow(at(time));
  }
  await frame.expectEvent('09:07 retry 3 of INV-1/post-invoice failed');
  await expect(frame.ticks).toHaveCount(4);
  await expect(frame.clock).toContainText(
    'Retry 3 of INV-1/post-invoice failed: connection refused; the next automatic retry is at 09:15:00.',
  );

  // What changed is outlined where it shows, and for a moment only.
  await page.keyboard.press('ArrowLeft');
  await frame.expectEvent('09:03 retry 2 of INV-1/post-invoice failed');
  const bar = page.getByRole('alert', { name: 'Connection error' });
  await expect(bar).toHaveCSS('outline-style', 'solid');
  await action.expectRetried(2, 5);
  await expect(bar).toHaveCSS('outline-style', 'none');

  await page.keyboard.press('ArrowRight');
  await frame.expectEvent('09:07 retry 3 of INV-1/post-invoice failed');
  await frame.clockButton('Previous event').click();
  await frame.expectEvent('09:03 retry 2 of INV-1/post-invoice failed');
  await expect(frame.future).toBeHidden();

  // The External API is healthy from here on.
  await app.server.act({ type: 'switchApi', name: 'erp', to: 'Up' });
  await frame.expectEvent(/^09:03 erp was switched to Up$/);
  await expect(frame.future).toBeVisible();
  await page.keyboard.press('End');
  await action.expectInfo({ Status: expect.stringContaining('Closed'), 'Resolution method': 'Done Successfully' });
  await expect(frame.future.getByRole('option')).toHaveCount(2);
  await expectGood(page, 'the event strip with two futures');

  await page.getByRole('button', { name: 'Compare futures' }).click();
  const ending = futures.ending('INV-1/post-invoice');
  await expect(ending).toContainText('Waiting');
  await expect(ending).toContainText('Done Successfully');
  await expect(futures.picture).toHaveAccessibleName(/ part at 09:03\./);
  await expectGood(page, 'two futures compared');
  await expectAccessibleInDark(page, 'two futures compared');
  const picture = await futures.save('SVG');
  expect(picture.suggestedFilename()).toBe('futures.svg');
  const svg = await readFile(await picture.path(), 'utf8');
  for (const name of await frame.future.getByRole('option').allTextContents()) expect(svg).toContain(`>${name}</text>`);
  // Colours that no style sheet has to explain.
  expect(svg).not.toContain('var(--');
  for (const size of [
    { width: 1024, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(size);
    await expectFits(page.locator('body'), `two futures in ${size.width}×${size.height}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });

  await app.visit(page, ACTION);
  await page.getByRole('button', { name: 'Rename future' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Healthy');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(frame.future.getByRole('option', { name: 'Healthy' })).toBeAttached();
  await frame.future.selectOption({ index: 0 });
  await frame.expectNow(at('09:07:00'));
  await action.expectRetried(3, 5);
  await frame.expectEvent('09:07 retry 3 of INV-1/post-invoice failed');
  await frame.future.selectOption({ label: 'Healthy' });
  await action.expectInfo({ 'Resolution method': 'Done Successfully' });

  await page.keyboard.press('Home');
  await expect(frame.clock).toContainText('At the start: nothing has happened yet.');
  await expect(frame.clockButton('To the start')).toBeDisabled();
});
