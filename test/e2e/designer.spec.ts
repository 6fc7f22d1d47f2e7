/** What a designer is told before and after: the verdict's ruler, two variants compared, why, and a life copied as a file. */

import { loadScenario } from '../../src/main/scenario/load.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { testOnDisk } from './support/own-server.ts';

const WORKSPACE = `
title: A designer's workspace
queues: [Finance]
users: { dana: {}, omar: { available: false, queues: [Finance] }, lee: {} }
externalApis:
  erp: { url: https://erp.example.test/invoices, otherwise: { fail: refused } }
  slow: { url: https://slow.example.test/ }
  flaky: { url: https://flaky.example.test/, random: { failRate: 0.5, successRate: 0.9, responseAfter: { exponential: { mean: 10m } } } }
actionTypes:
  post: { title: Post invoice, externalApi: erp, responseWithin: 20m }
  pay: { title: Pay, externalApi: flaky, responseWithin: 30m, allocation: { queue: Finance, user: lee } }
  ask: { title: Ask, externalApi: slow, responseWithin: 5m, allocation: { queue: Finance, user: omar, secondaryUser: lee } }
cases:
  C1: { owner: dana, process: [post] }
  C2: { owner: dana, process: [ask] }
`;

test.use({ scenario: WORKSPACE });

test('the outage slider says which call gets through', async ({ page, app, builder, verdict }) => {
  const { ruler, outage, outageLasts } = verdict;
  await app.open(page, '/builder/post');
  await expect(ruler).toBeVisible();
  await expect(verdict.verdict).toContainText('Calls at 0 s, 1 min, 3 min, 7 min, 15 min and 31 min after launch.');
  await outageLasts.fill('20m');
  await expect(outage).toContainText('An outage from launch of 20 min is survived: call 6 connects, at 31 min.');
  await outageLasts.fill('31m1s');
  await expect(outage).toContainText('is not survived');
  await builder.number('Maximum retries').fill('6');
  await expect(outage).toContainText('is survived: call 7 connects, at 1 h 3 min.');
});

test('the odds follow what is typed, beside the Action type and beside its API; as a study they are the same', async ({
  page,
  app,
  builder,
  verdict,
}) => {
  await app.open(page, '/builder/pay');
  const { odds } = verdict;
  const shareOf = async (ending: string) =>
    /[\d.]+ %/.exec(await verdict.oddsOf(ending).getByRole('cell').last().innerText())?.[0] ?? '';
  await expect(odds).toContainText('20,000 trials');
  // 0.5^6 of them never connect: 1.6 %.
  await expect(verdict.oddsOf(/^Not Done Successfully/)).toContainText(/The Case owner.*1\.\d %/);
  await expect(verdict.oddsOf(/^To Do: Timeout/)).toContainText('Finance, lee');
  await builder.number('Maximum retries').fill('0');
  await expect(verdict.oddsOf(/^Not Done Successfully/)).toContainText(/(49|50)(\.\d)? %/);
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(verdict.oddsOf(/^Not Done Successfully/)).toContainText(/1\.\d %/);
  await expect(odds).toContainText('20,000 trials');
  const done = await shareOf('Done Successfully');

  await app.visit(page, '/external-apis/flaky');
  await expect(odds).toContainText('20,000 trials');
  // Until the last of them the share of fewer lives is shown.
  await expect.poll(() => shareOf('Done Successfully')).toBe(done);
  await odds.getByRole('button', { name: 'Open as a study' }).click();
  await expect(page.getByRole('region', { name: 'Run Odds of Pay', exact: true })).toContainText('finished');
  await expect(page.getByRole('table', { name: 'Figures' })).toContainText(done);
});

test('two variants stand side by side, what differs is marked, and one of them is used', async ({
  page,
  app,
  frame,
  compare,
}) => {
  await app.open(page, '/builder/compare?a=post&b=post');
  const [a, b] = [compare.variant('A'), compare.variant('B')];
  await expect(a.getByText('differs')).toHaveCount(0);
  await compare.maximum('B').fill('2');
  await expect(a.getByText('differs').first()).toBeVisible();
  await expect(b).toContainText('Calls at 0 s, 1 min and 3 min after launch.');
  await expect(compare.figures).toContainText('31 min');
  for (const story of ['If the API never connects', 'If the API is down for a while'] as const) {
    await expect(compare.rulers(story)).toHaveCount(2);
  }
  await compare.maximum('B').fill('101');
  await compare.maximum('B').blur();
  await expect(b).toContainText('Expected a whole number from 0 to 100.');
  await compare.maximum('B').fill('2');
  await expectAccessible(page, 'Compare');
  await compare.use('B');
  await expect(frame.said('status', /The settings of “Post invoice” are saved/)).toBeVisible();
});

test('Why? shows the arithmetic, the rule and who was asked first', async ({ page, app, action, why }) => {
  await app.server.act({ type: 'launchCase', case: 'C1' });
  await app.server.act({ type: 'launchCase', case: 'C2' });
  await app.server.advance('6m');
  await app.open(page, '/cases/C1/actions/post');
  await why.button(action.errorBar).focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('dialog');
  await expect(box).toContainText('first 1 min × 2^(3−1) = 4 min');
  await expect(box).toContainText('S2');
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(why.button(action.errorBar)).toBeFocused();

  await app.visit(page, '/cases/C2/actions/ask');
  await action.expectInfo({ Assignee: 'lee', Queue: 'Finance' });
  const allocated = await why.ask(action.info, /lee/);
  await expect(allocated).toContainText(/omar \(first choice\)/);
  await expect(allocated).toContainText('R41');
});

test('Copy as scenario puts a file on the clipboard that ends as the Action is', async ({
  page,
  app,
  context,
  frame,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.origin });
  await app.server.act({ type: 'launchCase', case: 'C1' });
  await app.server.advance('4m');
  await app.open(page, '/cases/C1/actions/post');
  await page.getByRole('button', { name: 'Copy as scenario' }).click();
  await expect(frame.said('status', /Copied as a scenario/)).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(loadScenario(text, 'copied.yaml').ok).toBe(true);
  expect(text).toContain('retries: 2/5');
  expect(text).not.toContain('slow.example.test');
});

testOnDisk(
  'an edit made on screen is undone after the app was closed and started again',
  async ({ page, app, settings }) => {
    await app.open(page, '/settings');
    await settings.maximum.fill('8');
    await settings.saveButton.click();
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
    await app.restart();
    await app.open(page, '/settings');
    await expect(settings.maximum).toHaveValue('8');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).click();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(settings.maximum).toHaveValue('5');
  },
);
