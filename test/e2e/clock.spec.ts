/** Virtual time by buttons and by keys; the keyboard's ways through the app. */
import { expect, test } from './support/app.ts';
import { REFUSED } from './support/scenarios.ts';

const START = '2026-01-05T09:00:00.000Z';
const at = (time: string) => `2026-01-05T${time}.000Z`;
const ACTION = '/cases/INV-1/actions/post-invoice';

test.describe('the clock', () => {
  test.use({ scenario: REFUSED });
  test.beforeEach(async ({ app }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
  });

  test('buttons: Next event, Next retry, Until idle, Go back', async ({ page, app, frame, action }) => {
    await app.open(page, ACTION);
    await frame.expectNow(START);
    await expect(frame.clock).toContainText('1 waiting: retry 1 of INV-1/post-invoice in 1 min');
    await frame.nextEvent();
    await frame.expectNow(at('09:01:00'));
    await frame.nextRetry();
    await frame.expectNow(at('09:03:00'));
    await action.expectRetried(2, 5);
    await frame.goBack();
    await frame.expectNow(at('09:01:00'));
    await action.expectRetried(1, 5);
    await frame.untilIdle();
    await frame.expectNow(at('09:31:00'));
    await action.expectRetried(5, 5);
    await expect(frame.clock).toContainText('Nothing is scheduled');
    // First it went through what was visited before.
    await frame.goBack();
    await frame.expectNow(at('09:03:00'));
    await frame.goBack();
    await frame.expectNow(at('09:01:00'));
    await action.expectRetried(1, 5);
    await frame.goBack();
    await frame.expectNow(START);
    await action.expectRetried(0, 5);
  });

  test('what changes nothing is no point to go back to', async ({ page, app, frame, action }) => {
    await app.open(page, ACTION);
    await frame.nextEvent();
    await frame.untilIdle();
    await frame.expectNow(at('09:31:00'));
    await frame.nextEvent();
    await expect(frame.said('status', 'Nothing is scheduled')).toBeVisible();
    await page.keyboard.press('r');
    await expect(frame.said('alert', /closed/i)).toBeVisible();
    await frame.goBack();
    await frame.expectNow(at('09:01:00'));
    await action.expectRetried(1, 5);
  });

  test('keys: →, Shift →, End, Space', async ({ page, app, frame, action }) => {
    await app.open(page, ACTION);
    await frame.expectNow(START);
    await page.keyboard.press('ArrowRight');
    await frame.expectNow(at('09:01:00'));
    await page.keyboard.press('Shift+ArrowRight');
    await frame.expectNow(at('09:03:00'));
    await page.keyboard.press('End');
    await frame.expectNow(at('09:31:00'));
    await action.expectRetried(5, 5);

    await page.keyboard.press('Space');
    await expect(frame.pauseButton).toBeVisible();
    await expect.poll(() => frame.instant()).toBeGreaterThan(Date.parse(at('09:31:00')));
    await page.keyboard.press('Space');
    await expect(frame.playButton).toBeVisible();
  });

  test('Play runs virtual time at the chosen speed until Pause', async ({ page, app, frame, action }) => {
    await app.open(page, ACTION);
    await expect(frame.speed).toHaveValue('1');
    await frame.speed.selectOption({ label: '1,000×' });
    await frame.playButton.click();
    await expect(frame.playButton).toBeHidden();
    // A minute of the workspace is 60 ms of watching.
    await action.expectRetried(5, 5);
    await expect(action.retryButton).toBeHidden();
    await frame.pauseButton.click();
    await expect(frame.playButton).toBeVisible();
    const stopped = await frame.instant();
    expect(stopped).toBeGreaterThanOrEqual(Date.parse(at('09:31:00')));
    // It stands still: the server says so itself, whatever the screen shows.
    await app.open(page, ACTION);
    expect(await frame.instant()).toBe(stopped);
    await expect(frame.speed).toHaveValue('1000');
  });

  test('clicking on a clock button leaves the keys to the clock', async ({ page, app, frame }) => {
    await app.open(page, ACTION);
    await frame.nextEvent();
    await frame.expectNow(at('09:01:00'));
    await page.keyboard.press('ArrowRight');
    await frame.expectNow(at('09:03:00'));
    await frame.playButton.click();
    await page.keyboard.press('Space');
    await expect(frame.playButton).toBeVisible();
  });

  test('a speed chosen with the mouse leaves the keys to the clock; with the keys, it is chosen on', async ({
    page,
    app,
    frame,
  }) => {
    await app.open(page, ACTION);
    await frame.speed.click();
    await frame.speed.selectOption('10');
    await page.keyboard.press('ArrowRight');
    await frame.expectNow(at('09:01:00'));
    await expect(frame.speed).toHaveValue('10');
    await frame.speed.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(frame.speed).toHaveValue('100');
  });

  test('keys stay out of what is typed', async ({ page, app, frame, cases }) => {
    await app.open(page, '/cases');
    await cases.search.fill('inv');
    await page.keyboard.press('Space');
    await page.keyboard.press('End');
    await page.keyboard.type('gsr?');
    await expect(cases.search).toHaveValue('inv gsr?');
    await frame.expectNow(START);
    await expect(frame.playButton).toBeVisible();
    await expect(page).toHaveURL(/#\/cases\?q=inv/);
  });
});

test.describe('the keyboard', () => {
  test('g and a letter go to the screens', async ({ page, app }) => {
    await app.open(page, '/settings');
    for (const [key, title] of [
      ['q', 'Queues'],
      ['b', 'Builder'],
      ['e', 'External APIs'],
      ['s', 'Scenarios'],
      ['l', 'Lab'],
      ['c', 'Cases'],
    ] as const) {
      // One right after the other, however busy the page is: the second counts for a moment only.
      await Promise.all([page.keyboard.press('g'), page.keyboard.press(key)]);
      await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    }
  });

  test('/ searches, arrows and Enter walk the list', async ({ page, app, cases }) => {
    await app.open(page, '/cases');
    await expect(cases.row('INV-1001')).toBeVisible();
    await page.keyboard.press('/');
    await expect(cases.search).toBeFocused();
    await page.keyboard.type('sup-2');
    await expect(cases.row('INV-1001')).toBeHidden();
    await expect(cases.drawnRows).toHaveCount(1 + 2);
    await cases.row('SUP-2002').focus();
    await page.keyboard.press('ArrowDown');
    await expect(cases.row('SUP-2001')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/cases\/SUP-2001$/);
  });

  test('Ctrl+K finds a Case and goes there', async ({ page, app, palette, casePage }) => {
    await app.open(page, '/settings');
    await palette.open();
    await page.keyboard.type('inv-1003');
    await expect(palette.entry('INV-1003')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(casePage.region('INV-1003')).toBeVisible();
    await expect(palette.dialog).toBeHidden();
  });

  test('the palette does what the clock can do, too', async ({ page, app, frame, palette }) => {
    await app.open(page, '/cases');
    const before = await frame.instant();
    await palette.choose('next event');
    await expect.poll(() => frame.instant()).toBeGreaterThan(before);
  });

  test('? shows all keys, Esc hides them', async ({ page, app, frame, help }) => {
    await app.open(page, '/cases');
    await expect(frame.now).toBeVisible();
    await help.open();
    await expect(help.dialog).toContainText('Next retry');
    await help.close();
  });
});
