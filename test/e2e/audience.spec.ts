/** A presenter and an audience, each with a page of its own: the picture follows through Actions, time, screens and workspaces. */
import { expectAccessibleInDark, expectGood } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { expectFits } from './support/layout.ts';

test('the audience sees what the presenter looks at, in every workspace', async ({
  page,
  app,
  frame,
  action,
  stage,
}) => {
  await app.open(page, '/cases/INV-1001/actions/post-invoice');
  await expect(action.region('INV-1001/post-invoice')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/#\/stage\/INV-1001\/post-invoice$/);
  await expect(stage.errorBar).toContainText('Retried 2 of 5 times');

  const { page: audience, seen } = await stage.openAudience();
  await audience.setViewportSize({ width: 1920, height: 1080 });
  const { title, errorBar } = seen;
  await expect(title).toHaveText('Post invoice to ERP');
  await expect(audience).toHaveURL(/#\/audience$/);

  await test.step('time moves and settings change there too', async () => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(errorBar).toContainText('Retried 3 of 5 times');
    await stage.oneMoreButton.click();
    await expect(errorBar).toContainText('Retried 3 of 6 times');
    await stage.switchApi('Up');
    await page.keyboard.press('Escape');
    await expect(action.region('INV-1001/post-invoice')).toBeVisible();
  });

  await test.step('other screens leave it, another Action replaces it', async () => {
    await frame.goTo('Settings');
    await expect(title).toHaveText('Post invoice to ERP');
    await app.visit(page, '/stage/INV-1002/post-quickly');
    await expect(title).toHaveText('Post invoice to ERP (2 retries)');
    await expect(seen.caseOwner).toContainText('told at 09:11:30 that');
    await expectGood(audience, 'the audience', { scrolls: 'Timeline by event' });
    await expectAccessibleInDark(audience, 'the audience');
    await expectFits(audience.locator('body'), 'the audience');
    await expect(audience.getByRole('button')).toHaveCount(0);
  });

  await test.step('another workspace', async () => {
    await page.keyboard.press('Escape');
    await frame.goTo('Scenarios');
    await app.server.client.scenarios.open({ id: '05-five-retries-and-escalation', keepsCurrent: true });
    await expect(title).toHaveText('Five retries fail and the Case owner is told');
    await app.server.play();
    await app.visit(page, '/stage/INV-1006/post-entry');
    await expect(errorBar).toContainText('Retried 5 of 5 times');
    await page.keyboard.press('Home');
    await expect(title).toHaveText('Five retries fail and the Case owner is told');
  });
});
