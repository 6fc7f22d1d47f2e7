/** The first start as somebody new meets it: what this is, one thing to try, help, and what happened in figures. */
import { expect, test } from './support/app.ts';

test('the first start leads to an escalation, a Why? to its rule, and the dashboard counts it', async ({
  page,
  app,
  frame,
  firstSteps,
  action,
  why,
  help,
  casePage,
  cases,
  dashboard,
  palette,
  settings,
}) => {
  const { welcome, guide } = firstSteps;
  await app.open(page);
  await expect(welcome).toContainText('Trigger Lab rehearses Actions');
  await firstSteps.begin('Watch an outage end in an escalation');

  await expect(page).toHaveURL(/#\/cases\/INV-1001\/actions\/post-invoice$/);
  await expect(guide).toContainText('retried 2 of 5 times');
  for (const retried of [3, 4, 5]) {
    await frame.nextRetry();
    await action.expectRetried(retried, 5);
  }
  await expect(guide).toContainText('the Case owner dana was told');
  await why.ask(action.info);
  await why.openRule('R14');
  await expect(help.dialog.getByText('A failure with no retries left closes the Action')).toBeInViewport();
  await help.close();
  await firstSteps.button('Open INV-1001').click();
  await expect(casePage.region('INV-1001')).toBeVisible();
  await expect(firstSteps.button('Next: Change the maximum while retries run')).toBeVisible();
  await firstSteps.button('Finish').click();
  await expect(guide).toBeHidden();

  await frame.goTo('Dashboard');
  await expect(await dashboard.table('Endings')).toContainText('Not Done Successfully');
  await expect(dashboard.chart('Calls to erp')).toContainText('0 % of 9 calls connected');
  await expect(dashboard.figures).toContainText('Needs attention');

  // Its verbs, from wherever one is.
  await palette.choose('maximum retries');
  await expect(settings.maximum).toBeFocused();
  await frame.goTo('Cases');
  await firstSteps.dismissButton.click();
  await expect(welcome).toBeHidden();
  await frame.navigation.getByRole('link', { name: 'Cases' }).press('ArrowDown');
  await expect(cases.row('SUP-2002')).toBeFocused();

  // The sample is used up: the guide opens a fresh one beside it, and the way back is offered.
  await help.open();
  const start = await help.show('Start');
  await start.getByRole('button', { name: 'Change the maximum while retries run' }).click();
  await expect(settings.maximum).toBeFocused();
  await expect(frame.wayBack).toContainText('Back to “');
  await settings.maximum.fill('2');
  await settings.saveButton.click();
  await firstSteps.button('Go to the Action').click();
  await expect(guide).toContainText('It closed the moment you saved');
});
