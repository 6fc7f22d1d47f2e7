/** What is done with many Cases at once: one sentence says it, one *Go back* takes it back. */
import { expect, test } from './support/app.ts';
import { REFUSED } from './support/scenarios.ts';

test.use({ scenario: REFUSED });

test('selected Cases are launched, paused, resumed and cancelled together, and go back together', async ({
  page,
  app,
  frame,
  cases,
}) => {
  await app.open(page);
  await cases.select('INV-1');
  await expect(cases.selectionButton('Launch')).toBeVisible();
  // Where some are selected it clears them; then it selects all.
  await cases.table.getByRole('checkbox', { name: 'Select all' }).click();
  await expect(cases.selectionButton('Launch')).toBeHidden();
  await cases.table.getByRole('checkbox', { name: 'Select all' }).check();
  await cases.selectionButton('Launch').click();
  await expect(frame.said('status', 'Launched 2 Cases.')).toBeVisible();
  for (const each of ['INV-1', 'INV-2']) await expect(cases.row(each)).toContainText('In Progress');
  // What the rules allow on none of them is not offered.
  await expect(cases.selectionButton('Launch')).toBeHidden();

  await cases.selectionButton('Pause').click();
  await expect(frame.said('status', 'Paused 2 Cases.')).toBeVisible();
  await cases.row('INV-2').getByRole('checkbox', { name: 'Select INV-2', exact: true }).uncheck();
  await cases.selectionButton('Resume').click();
  await expect(frame.said('status', 'Resumed 1 Case.')).toBeVisible();
  await cases.select('INV-2');
  // One of the two is paused already.
  await expect(cases.selectionButton('Pause 1')).toBeVisible();
  await expect(cases.selectionButton('Resume 1')).toBeVisible();

  await cases.selectionButton('Cancel').click();
  await frame.dialog('Cancel 2 Cases?').getByRole('button', { name: 'Cancel 2 Cases' }).click();
  await expect(frame.said('status', 'Cancelled 2 Cases.')).toBeVisible();
  for (const each of ['INV-1', 'INV-2']) await expect(cases.row(each)).toContainText('Closed');

  await frame.goBack();
  for (const each of ['INV-1', 'INV-2']) await expect(cases.row(each)).toContainText('In Progress');
  await frame.goBack();
  await frame.goBack();
  await frame.goBack();
  for (const each of ['INV-1', 'INV-2']) await expect(cases.row(each)).toContainText('Draft');
});
