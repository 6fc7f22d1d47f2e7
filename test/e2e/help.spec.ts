/** The first start as somebody new meets it: what this is, one thing to try, help, and what happened in figures. */
import { expect, test } from './support/app.ts';

test('the first start leads to an escalation, a Why? to its rule, and the dashboard counts it', async ({
  page,
  app,
  frame,
}) => {
  await app.open(page);
  const welcome = page.getByRole('region', { name: 'Welcome' });
  await expect(welcome).toContainText('Trigger Lab rehearses Actions');
  await welcome.getByRole('button', { name: 'Watch an outage end in an escalation' }).click();

  const guide = page.getByRole('region', { name: 'Guide' });
  await expect(page).toHaveURL(/#\/cases\/INV-1001\/actions\/post-invoice$/);
  await expect(guide).toContainText('retried 2 of 5 times');
  for (const retried of [3, 4, 5]) {
    await frame.nextRetry();
    await expect(page.getByRole('alert', { name: 'Connection error' })).toContainText(`Retried ${retried} of 5 times`);
  }
  await expect(guide).toContainText('the Case owner dana was told');
  await page
    .getByRole('region', { name: 'Info', exact: true })
    .getByRole('button', { name: /^Why\?/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Rule R14' }).click();
  await expect(frame.help.getByText('A failure with no retries left closes the Action')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(frame.help).toBeHidden();
  await guide.getByRole('button', { name: 'Open INV-1001' }).click();
  await expect(page.getByRole('region', { name: 'Case INV-1001' })).toBeVisible();
  await expect(guide.getByRole('button', { name: 'Next: Change the maximum while retries run' })).toBeVisible();
  await guide.getByRole('button', { name: 'Finish' }).click();
  await expect(guide).toBeHidden();

  await frame.goTo('Dashboard');
  await page.getByRole('region', { name: 'Endings' }).getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('table', { name: 'Endings' })).toContainText('Not Done Successfully');
  await expect(page.getByRole('region', { name: 'Calls to erp' })).toContainText('0 % of 9 calls connected');

  // Its verbs, from wherever one is.
  await page.keyboard.press('Control+k');
  await frame.palette.getByRole('searchbox').or(frame.palette.getByRole('textbox')).fill('maximum retries');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('spinbutton', { name: 'Maximum retries' })).toBeFocused();
  await frame.goTo('Cases');
  await welcome.getByRole('button', { name: 'Dismiss' }).click();
  await expect(welcome).toBeHidden();
  await frame.navigation.getByRole('link', { name: 'Cases' }).press('ArrowDown');
  await expect(page.getByRole('row', { name: 'SUP-2002' })).toBeFocused();

  // The sample is used up: the guide opens a fresh one beside it, and the way back is offered.
  await page.keyboard.press('?');
  await frame.help.getByRole('tab', { name: 'Start' }).click();
  await frame.help.getByRole('button', { name: 'Change the maximum while retries run' }).click();
  await expect(page.getByRole('spinbutton', { name: 'Maximum retries' })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Back to “/ })).toBeVisible();
  await page.getByRole('spinbutton', { name: 'Maximum retries' }).fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await guide.getByRole('button', { name: 'Go to the Action' }).click();
  await expect(guide).toContainText('It closed the moment you saved');
});
