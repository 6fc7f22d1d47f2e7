/** The switch of a simulated API: as configured, down, silent. */
import { expect, test } from './support/app.ts';

/** It connects and answers with success after five minutes. */
const HEALTHY = `
title: An API that works
users: { dana: {} }
externalApis:
  ledger:
    url: https://ledger.example.test/entries
    otherwise: { acceptAfter: 1s, respond: { after: 5m, outcome: success, data: { entryNumber: "E-1" } } }
actionTypes:
  post-entry: { title: Post entry to the ledger, externalApi: ledger }
cases:
  INV-1: { owner: dana, process: [post-entry] }
  INV-2: { owner: dana, process: [post-entry] }
  INV-3: { owner: dana, process: [post-entry] }
`;
const API = '/external-apis/ledger';
const actionOf = (reference: string) => `/cases/${reference}/actions/post-entry`;

test.use({ scenario: HEALTHY });

test.beforeEach(async ({ app, page, externalApi }) => {
  await app.open(page, API);
  await expect(externalApi.region('ledger')).toBeVisible();
  await expect(externalApi.apiIs.getByRole('radio')).toHaveCount(3);
  await expect(externalApi.state('As configured')).toBeChecked();
});

test('Down: calls fail and are retried, until it is as configured again', async ({
  page,
  app,
  frame,
  cases,
  externalApi,
  action,
}) => {
  await externalApi.switchTo('Down');
  await frame.goTo('Cases');
  await cases.launch('INV-1');
  await app.visit(page, actionOf('INV-1'));
  await action.expectRetried(0, 5);
  await expect(action.errorBar).toContainText('Could not connect to ledger');
  await frame.nextRetry();
  await action.expectRetried(1, 5);

  await app.visit(page, API);
  await expect(externalApi.state('Down')).toBeChecked();
  await expect(externalApi.requests.getByRole('row')).toHaveCount(1 + 2);
  await expect(externalApi.waiting.getByRole('row', { name: 'INV-1/post-entry', exact: true })).toContainText('1/5');
  await externalApi.switchTo('As configured');

  await app.visit(page, actionOf('INV-1'));
  await frame.untilIdle();
  await action.expectInfo({ 'Resolution method': 'Done Successfully', Retries: '2/5' });
  await expect(action.errorBar).toBeHidden();
});

test('Silent: calls are received and never answered', async ({ page, app, frame, externalApi, action }) => {
  await externalApi.switchTo('Silent');
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await app.visit(page, actionOf('INV-1'));
  await action.expectInfo({ Status: 'Waiting' });
  await frame.untilIdle();
  await action.expectInfo({ Status: 'Waiting', Phase: 'awaiting response', Retries: '0/5' });
  await expect(frame.clock).toContainText('Nothing waits');
  await expect(action.errorBar).toBeHidden();
});

test('a switch governs calls from then on; answers on their way still come', async ({
  page,
  app,
  frame,
  externalApi,
  action,
}) => {
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await app.server.advance('1m');
  await externalApi.switchTo('Down');
  await app.visit(page, actionOf('INV-1'));
  await action.expectInfo({ Phase: 'awaiting response' });
  await frame.untilIdle();
  await action.expectInfo({ 'Resolution method': 'Done Successfully' });
});

test('the list says what each is switched to', async ({ page, frame, externalApi }) => {
  await externalApi.switchTo('Down');
  await frame.goTo('External APIs');
  const list = page.getByRole('table', { name: 'External APIs', exact: true });
  await expect(list.getByRole('row', { name: 'ledger', exact: true })).toContainText('Down');
  await list.getByRole('link', { name: 'ledger', exact: true }).click();
  await expect(externalApi.state('Down')).toBeChecked();
  // The arrow keys move within the radios and leave the clock alone.
  await externalApi.state('Down').focus();
  await page.keyboard.press('ArrowRight');
  await expect(externalApi.state('Silent')).toBeChecked();
  await frame.expectNow('2026-01-05T09:00:00.000Z');
});
