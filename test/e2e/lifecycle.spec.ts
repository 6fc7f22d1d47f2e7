/** One Case from its launch to its owner's decision: error bar, retries, the maximum raised and lowered, escalation. */
import { expect, test } from './support/app.ts';
import { REFUSED, REFUSED_TEN } from './support/scenarios.ts';

const ACTION = '/cases/INV-1/actions/post-invoice';
const REF = 'INV-1/post-invoice';

test.describe('an API that refuses every connection', () => {
  test.use({ scenario: REFUSED });

  test('the error bar counts from 0 of 5 to 5 of 5, then the owner is told, once and only then', async ({
    page,
    app,
    frame,
    cases,
    casePage,
    action,
  }) => {
    await app.open(page);
    await frame.lookAs('dana');
    await cases.launch('INV-1');
    await cases.open('INV-1');
    await casePage.open(REF);

    await action.expectInfo({
      Status: 'Waiting',
      Reason: 'Updated by Enate',
      Assignee: '–',
      Queue: '–',
      Owner: 'dana',
    });
    await action.expectRetried(0, 5);
    await expect(action.occurredAt).toHaveAttribute('datetime', '2026-01-05T09:00:00.000Z');
    await expect(action.nextRetryAt).toHaveAttribute('datetime', '2026-01-05T09:01:00.000Z');
    await expect(action.retryButton).toBeVisible();

    // Each wait is twice the one before: 1, 2, 4, 8 and 16 minutes.
    for (const [retries, nextAt] of [
      [1, '09:03'],
      [2, '09:07'],
      [3, '09:15'],
      [4, '09:31'],
    ] as const) {
      await frame.nextRetry();
      await action.expectRetried(retries, 5);
      await expect(action.nextRetryAt).toHaveAttribute('datetime', `2026-01-05T${nextAt}:00.000Z`);
      await frame.expectUnread(0);
    }

    await frame.nextRetry();
    await frame.expectNow('2026-01-05T09:31:00.000Z');
    await action.expectRetried(5, 5);
    await expect(action.errorBar).toContainText('No further automatic retries');
    await expect(action.errorBar).toContainText('The Case owner dana was told.');
    await expect(action.errorBar.getByRole('time')).toHaveCount(1);
    await expect(action.retryButton).toBeHidden();
    await action.expectInfo({
      Status: expect.stringContaining('Closed'),
      'Resolution method': 'Not Done Successfully',
    });
    await frame.expectUnread(1);

    await frame.bell.click();
    const told = frame.notifications.getByRole('listitem');
    await expect(told).toHaveCount(1);
    await expect(told).toContainText('Case needs attention');
    await expect(told).toContainText(REF);
    await frame.bell.click();

    // Nothing more happens, and nobody else was told.
    await frame.untilIdle();
    await frame.expectUnread(1);
    await frame.lookAs('lee');
    await frame.expectUnread(0);
  });

  test('Retry calls at once and counts, and the next automatic one is scheduled anew', async ({
    page,
    app,
    frame,
    action,
  }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.open(page, ACTION);
    await app.server.advance('30s');
    await action.expectRetried(0, 5);
    await action.retryButton.click();
    await action.expectRetried(1, 5);
    await expect(action.occurredAt).toHaveAttribute('datetime', '2026-01-05T09:00:30.000Z');
    await expect(action.nextRetryAt).toHaveAttribute('datetime', '2026-01-05T09:02:30.000Z');
    // The key does the same.
    await page.keyboard.press('r');
    await action.expectRetried(2, 5);
    await frame.nextRetry();
    await action.expectRetried(3, 5);
    const calls = await action.showRecords('Calls');
    await expect(calls.getByRole('row')).toHaveCount(1 + 4);
    await expect(calls.getByRole('row', { name: 'Call 2', exact: true })).toContainText('by dana');
    await expect(calls.getByRole('row', { name: 'Call 4', exact: true })).toContainText('automatic');
  });

  test('Retry on a closed Action is refused with a sentence', async ({ page, app, frame, action }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.server.untilIdle();
    await app.open(page, ACTION);
    await action.expectRetried(5, 5);
    await page.keyboard.press('r');
    await expect(frame.said('alert', /closed/i)).toBeVisible();
    await action.expectRetried(5, 5);
  });

  test('raising the maximum to 7 after closing shows 5 of 7 and changes nothing else', async ({
    page,
    app,
    frame,
    casePage,
    action,
    settings,
  }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.server.untilIdle();
    await app.open(page, '/settings');
    await frame.lookAs('dana');
    await settings.maximum.fill('7');
    await settings.saveButton.click();
    await expect(frame.said('status', 'Settings saved.')).toBeVisible();

    await app.visit(page, ACTION);
    await action.expectRetried(5, 7);
    await expect(action.errorBar).toContainText('No further automatic retries');
    await action.expectInfo({ Retries: '5/7' });
    await app.visit(page, '/cases/INV-1');
    await expect(await casePage.cell(REF, 'Retries')).toHaveText('5/7');
    await app.server.advance('2d');
    await expect(await casePage.cell(REF, 'Retries')).toHaveText('5/7');
    await frame.expectUnread(1);
  });

  test('raising the maximum before the end goes on to the new one', async ({ page, app, frame, action, settings }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.server.advance('20m');
    await app.open(page, '/settings');
    await settings.maximum.fill('7');
    await settings.saveButton.click();
    await expect(frame.said('status', 'Settings saved.')).toBeVisible();
    await app.visit(page, ACTION);
    await action.expectRetried(4, 7);
    await expect(action.nextRetryAt).toHaveAttribute('datetime', '2026-01-05T09:31:00.000Z');
    await frame.untilIdle();
    await action.expectRetried(7, 7);
    await action.expectInfo({ 'Resolution method': 'Not Done Successfully' });
  });

  test('the owner relaunches, sets in progress, reworks, pauses, resumes and cancels', async ({
    page,
    app,
    frame,
    cases,
    casePage,
    action,
  }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.server.untilIdle();
    await app.open(page, '/cases/INV-1');
    await frame.lookAs('dana');
    const region = casePage.region('INV-1');
    await expect(region).toBeVisible();
    await expect(casePage.attention).toContainText('Post invoice to ERP');
    await expect(casePage.attention).toContainText('could not connect after 5 retries');
    // Nobody can miss the row: its words say it, not its colour alone.
    await expect(casePage.row(REF)).toContainText('Not Done Successfully');

    await casePage.press('Relaunch');
    await expect(casePage.attention).toBeHidden();
    await expect(await casePage.cell(`${REF}/2`, 'Retries')).toHaveText('0/5');
    await expect(await casePage.cell(REF, 'Retries')).toHaveText('5/5');
    await frame.untilIdle();
    await expect(casePage.attention).toBeVisible();
    await frame.expectUnread(2);

    await casePage.press('Set in progress');
    await expect(casePage.attention).toBeHidden();
    await expect(casePage.row(`${REF}/3`)).toBeHidden();
    await frame.expectUnread(2);

    // Ad hoc, so that something runs: rework closes it and starts it afresh.
    await casePage.addAdHoc('Post invoice to ERP');
    await expect(await casePage.cell(`${REF}/3`, 'Retries')).toHaveText('0/5');
    await casePage.press('Rework');
    await expect(casePage.row(`${REF}/3`)).toContainText('Rework');
    await expect(await casePage.cell(`${REF}/4`, 'Retries')).toHaveText('0/5');

    await casePage.press('Pause');
    await expect(casePage.button('Resume')).toBeVisible();
    await expect(casePage.button('Pause')).toBeHidden();
    // What is running goes on (R48).
    await frame.nextRetry();
    await expect(await casePage.cell(`${REF}/4`, 'Retries')).toHaveText('1/5');
    await casePage.press('Resume');
    await expect(casePage.button('Pause')).toBeVisible();

    // It asks first, and does nothing where one thinks better of it.
    await casePage.press('Cancel case');
    const asked = frame.dialog('Cancel INV-1?');
    await asked.getByRole('button', { name: 'Keep it' }).click();
    await expect(asked).toBeHidden();
    await expect(casePage.row(`${REF}/4`)).not.toContainText('Cancelled');
    await casePage.press('Cancel case');
    await asked.getByRole('button', { name: 'Cancel INV-1' }).click();
    await expect(casePage.row(`${REF}/4`)).toContainText('Cancelled');
    await expect(casePage.button('Cancel case')).toBeHidden();
    await casePage.open(`${REF}/4`);
    await expect(action.region(`${REF}/4`)).toBeVisible();
    await action.expectInfo({ 'Resolution method': 'Cancelled' });
    // One word in every list and on its page; how it was closed is said besides.
    await app.visit(page, '/cases');
    await expect(cases.row('INV-1')).toContainText('Closed – Cancelled');
  });
});

test.describe('a maximum of 10', () => {
  test.use({ scenario: REFUSED_TEN });

  test('lowered to 4 at the fourth retry closes the Action, which still says 4 of 10', async ({
    page,
    app,
    frame,
    casePage,
    action,
    settings,
  }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.server.advance('14m');
    await app.server.act({ type: 'launchCase', case: 'INV-2' });
    await app.server.advance('2m');
    await app.open(page, ACTION);
    await frame.lookAs('dana');
    await action.expectRetried(4, 10);

    await frame.goTo('Settings');
    await settings.maximum.fill('4');
    await expect(settings.impact('1 Action closes now (4 of 10), 1 goes on to 4')).toBeVisible();
    await frame.expectUnread(0);
    await settings.saveButton.click();
    await frame.expectUnread(1);
    await frame.lookAs('lee');
    await frame.expectUnread(0);
    await frame.lookAs('dana');

    await app.visit(page, ACTION);
    await action.expectRetried(4, 10);
    await expect(action.errorBar).toContainText('the setting is 4 now');
    await expect(action.errorBar).toContainText('No further automatic retries');
    await expect(action.retryButton).toBeHidden();
    await action.expectInfo({ 'Resolution method': 'Not Done Successfully', Retries: '4/10' });

    await app.visit(page, '/cases/INV-2');
    await expect(await casePage.cell('INV-2/post-invoice', 'Retries')).toHaveText('1/4');

    // Raised again, it opens nothing that is closed.
    await app.visit(page, '/settings');
    await settings.maximum.fill('10');
    await settings.saveButton.click();
    await expect(frame.said('status', 'Settings saved.')).toBeVisible();
    await frame.untilIdle();
    await app.visit(page, ACTION);
    await action.expectRetried(4, 10);
    await frame.expectUnread(1);
  });

  test('the Builder gives an Action type a maximum of its own', async ({ page, app, frame, action, builder }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.server.advance('2m');
    await app.open(page, '/builder/post-invoice');
    await builder.ownPattern(true).check();
    await builder.maximum.fill('2');
    await builder.saveButton.click();
    await expect(frame.said('status', /saved/)).toBeVisible();
    await app.visit(page, ACTION);
    await action.expectRetried(1, 2);
    await frame.untilIdle();
    await action.expectRetried(2, 2);
    await action.expectInfo({ 'Resolution method': 'Not Done Successfully' });
  });
});
