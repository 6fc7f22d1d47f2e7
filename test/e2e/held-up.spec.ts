/** Two Actions of one step fail: relaunching one of them is not enough, and the screens say so (R44, R46, R49). */
import { expect, test } from './support/app.ts';

const BOTH_FAIL = `
title: Two fail at once
users: { dana: {} }
settings: { retry: { max: 0 } }
externalApis:
  erp:
    url: https://erp.example.test/invoices
    otherwise: { respond: { after: 10m, outcome: success } }
  bank:
    url: https://bank.example.test/payments
    otherwise: { respond: { after: 10m, outcome: success } }
actionTypes:
  post: { title: Post invoice, externalApi: erp }
  pay: { title: Pay it, externalApi: bank }
  archive: { title: Archive the papers, manual: true }
cases:
  C1: { owner: dana, process: [[post, pay], archive] }
`;

test.use({ scenario: BOTH_FAIL });

test('the alert names both, and after one was relaunched the other is what holds the Case up', async ({
  page,
  app,
  frame,
  cases,
  casePage,
  action,
}) => {
  for (const name of ['erp', 'bank']) await app.server.act({ type: 'switchApi', name, to: 'Down' });
  await app.server.act({ type: 'launchCase', case: 'C1' });
  await app.server.advance('1m');
  for (const name of ['erp', 'bank']) await app.server.act({ type: 'switchApi', name, to: 'As configured' });
  await app.open(page, '/cases/C1');
  await expect(casePage.attention).toContainText('"Pay it" could not connect');
  await expect(casePage.attention).toContainText('Also closed, Not Done Successfully: "Post invoice" (C1/post)');
  await expect(casePage.attention.getByRole('link', { name: 'Post invoice', exact: true })).toBeVisible();
  await expect(casePage.heldUp).toBeHidden();

  await casePage.press('Relaunch');
  await expect(casePage.attention).toBeHidden();
  await expect(casePage.heldUp).toContainText('"Post invoice" could not connect');
  await frame.untilIdle();
  await expect(casePage.row('C1/pay/2')).toContainText('Done Successfully');
  await expect(casePage.heldUp).toBeVisible();
  await app.visit(page, '/cases');
  await expect(cases.row('C1')).toContainText('held up by "Post invoice"');

  // An Action that was started afresh offers it no more; the other one does.
  await app.visit(page, '/cases/C1/actions/pay/1');
  await expect(action.errorBar).toContainText('C1/pay has already been started afresh, as C1/pay/2.');
  await expect(action.button('Relaunch')).toBeHidden();
  await app.visit(page, '/cases/C1/actions/post');
  await expect(action.button('Relaunch')).toBeVisible();

  await app.visit(page, '/cases/C1');
  await casePage.region('C1').getByRole('button', { name: 'Relaunch C1/post', exact: true }).click();
  await expect(casePage.heldUp).toBeHidden();
  await frame.untilIdle();
  await expect(casePage.row('C1/archive')).toContainText('To Do');
});
