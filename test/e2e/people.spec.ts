/** What is handed over to people: queues, who gets what, and what they do with it. */
import { expect, test } from './support/app.ts';
import { TIMEOUT } from './support/scenarios.ts';

const REF = 'INV-1/post-entry';

test.describe('no answer in time', () => {
  test.use({ scenario: TIMEOUT });

  test('with nobody there it waits unassigned in its queue, and the owner is not told', async ({
    page,
    app,
    frame,
    queues,
    action,
    casePage,
  }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.open(page, '/queues');
    await expect(queues.queue('Finance')).toBeVisible();
    await expect(queues.action(REF)).toBeHidden();
    await frame.nextEvent();
    await frame.nextEvent();
    await frame.expectNow('2026-01-05T09:20:00.000Z');
    await expect(queues.action(REF)).toContainText('To Do');
    await expect(queues.action(REF)).toContainText('Timeout');
    await expect(queues.action(REF)).toContainText('unassigned');
    await expect(queues.queue('Finance').getByRole('cell').nth(2)).toHaveText('1');
    await frame.lookAs('dana');
    await frame.expectUnread(0);
    await frame.expectInInbox(0);

    await app.visit(page, '/cases/INV-1/actions/post-entry');
    await action.expectInfo({ Status: 'To Do', Reason: 'Timeout', Queue: 'Finance', Assignee: '–' });
    await expect(action.errorBar).toBeHidden();
    await app.visit(page, '/cases/INV-1');
    await expect(casePage.region('INV-1')).toBeVisible();
    await expect(casePage.attention).toBeHidden();
  });

  test('who is there gets it: first choice, second choice, and what was given stays', async ({
    page,
    app,
    frame,
    queues,
    action,
    inbox,
  }) => {
    await app.open(page, '/queues');
    await expect(queues.availability('omar')).not.toBeChecked();
    await queues.availability('ines').click();
    await expect(queues.availability('ines')).toBeChecked();
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await frame.untilIdle();
    await expect(queues.action(REF)).toContainText('ines');

    await queues.availability('omar').click();
    await expect(queues.availability('omar')).toBeChecked();
    await app.server.act({ type: 'launchCase', case: 'INV-2' });
    await frame.untilIdle();
    await expect(queues.action('INV-2/post-entry')).toContainText('omar');
    await expect(queues.action(REF)).toContainText('ines');

    await frame.lookAs('omar');
    await frame.expectInInbox(1);
    await frame.inboxButton.click();
    await frame.inbox.getByRole('link', { name: 'Post entry to the ledger' }).click();
    await expect(action.region('INV-2/post-entry')).toBeVisible();
    await frame.lookAs('ines');
    await frame.expectInInbox(1);
    await app.visit(page, '/inbox/ines');
    await expect(inbox.action('Post entry to the ledger')).toContainText(REF);
    await expect(inbox.cases).toHaveCount(0);
  });

  test('Take, Unassign, Take again, Complete', async ({ page, app, frame, queues, action, casePage }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.server.advance('20m');
    await app.open(page, '/queues');
    // As everybody one says who takes it.
    await queues.take(REF, 'dana');
    await expect(queues.action(REF)).toContainText('In Progress');
    await expect(queues.action(REF)).toContainText('dana');
    await queues.action(REF).getByRole('button', { name: 'Unassign', exact: true }).click();
    await expect(queues.action(REF)).toContainText('To Do');
    await expect(queues.action(REF)).toContainText('unassigned');

    await frame.lookAs('dana');
    await app.visit(page, '/cases/INV-1/actions/post-entry');
    await expect(action.button('Unassign')).toBeHidden();
    await action.button('Take').click();
    await action.expectInfo({ Status: 'In Progress', Assignee: 'dana', Queue: 'Finance' });
    await frame.expectInInbox(1);
    await action.button('Complete').click();
    await action.expectInfo({
      Status: expect.stringContaining('Closed'),
      'Resolution method': 'Done Successfully',
      Assignee: '–',
      Queue: '–',
    });
    await frame.expectInInbox(0);
    await expect(action.button('Take')).toBeHidden();
    await expect(action.button('Complete')).toBeHidden();

    // It was the only one: the Case is done.
    await app.visit(page, '/cases/INV-1');
    await expect(casePage.region('INV-1').getByRole('listitem').first()).toBeVisible();
    await expect(casePage.button('Cancel case')).toBeHidden();
    await app.visit(page, '/queues');
    // It is none of dana's own.
    await expect(queues.queue('Finance')).toBeHidden();
    await frame.lookAs(null);
    await expect(queues.queue('Finance')).toBeVisible();
    await expect(queues.action(REF)).toBeHidden();
  });

  test('Unable to complete asks why, closes it and tells the owner once', async ({
    page,
    app,
    frame,
    action,
    casePage,
    inbox,
  }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.server.advance('20m');
    await app.open(page, '/cases/INV-1/actions/post-entry');
    await frame.lookAs('omar');
    await action.button('Unable to complete').click();
    const dialog = frame.dialog(/^Unable to complete/);
    await dialog.getByRole('button', { name: 'Unable to complete', exact: true }).click();
    await expect(dialog).toContainText('Say why: the Case owner reads it.');
    await action.expectInfo({ Status: 'To Do' });
    // Esc loses nothing that was typed.
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('No such supplier');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await action.button('Unable to complete').click();
    await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('No such supplier');
    await dialog.getByRole('button', { name: 'Unable to complete', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(frame.said('status', 'is closed, Not Done Successfully; the Case owner was told.')).toBeAttached();
    await action.expectInfo({ 'Resolution method': 'Not Done Successfully' });
    await expect(action.errorBar).toBeHidden();

    await frame.expectUnread(0);
    await frame.lookAs('dana');
    await frame.expectUnread(1);
    await frame.expectInInbox(1);
    await frame.inboxButton.click();
    await frame.inbox.getByRole('link', { name: 'INV-1', exact: true }).click();
    await expect(casePage.attention).toContainText('Post entry to the ledger');
    await expect(casePage.row(REF)).toContainText('Not Done Successfully');
    await app.visit(page, '/inbox/dana');
    await expect(inbox.case('INV-1')).toContainText(`${REF} could not be completed.`);
    await expect(inbox.notifications).toContainText('INV-1');
  });
});

test('as everybody one sees all work, as one person that person’s', async ({ page, app, frame }) => {
  await app.open(page, '/queues');
  // The sample workspace: a Case of dana's needs attention, and ines has two Actions.
  await frame.expectInInbox(3);
  await frame.lookAs('dana');
  await frame.expectInInbox(1);
  await frame.expectUnread(1);
  await frame.lookAs('tom');
  await frame.expectInInbox(0);
  await frame.expectUnread(0);
  // The eyes one chose are kept for the next visit.
  await app.open(page, '/cases');
  await expect(frame.viewAs).toHaveValue('tom');
});

test('what was read is read', async ({ page, app, frame }) => {
  await app.open(page, '/cases');
  await frame.lookAs('dana');
  await frame.bell.click();
  await expect(frame.notifications.getByRole('listitem')).toHaveCount(1);
  await frame.notifications.getByRole('button', { name: 'Mark all as read' }).click();
  await frame.expectUnread(0);
  await expect(frame.notifications.getByRole('listitem')).toHaveCount(1);
});
