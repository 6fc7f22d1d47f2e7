/** A working day: what is typed, what is played, what an outage makes of it, and ending it early. */
import { readFile } from 'node:fs/promises';
import { LabDayPage } from '../../src/kit/pages/lab-day-page.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

const WORKSPACE = `
title: A day's workspace
queues: [Finance]
users: { dana: {}, omar: { queues: [Finance] }, ines: { queues: [Finance] } }
externalApis:
  erp: { url: https://erp.example.test/invoices, otherwise: { respond: { after: 5m, outcome: success } } }
actionTypes:
  post: { title: Post invoice, externalApi: erp, responseWithin: 20m, allocation: { queue: Finance } }
  sign: { title: Sign, manual: true, allocation: { queue: Finance } }
caseTypes:
  invoice: { owner: dana, process: [sign, post] }
`;

test.use({ scenario: WORKSPACE });

/** Two people and an outage that no retry outlasts, for five days. */
async function fill(day: LabDayPage): Promise<void> {
  await day.number('Days to play').fill('5');
  await day.number('Seed').fill('7');
  await day.person(3).getByRole('button', { name: 'Remove person 3' }).click();
  await day.person(1).getByRole('combobox', { name: 'Person' }).selectOption('dana');
  await day.person(1).getByRole('textbox', { name: 'Works to' }).fill('13:00');
  await day.person(2).getByRole('combobox', { name: 'Person' }).selectOption('ines');
  await day.person(2).getByRole('textbox', { name: 'Time per item' }).fill('5m');
  await day.text('Outage begins').fill('10:30');
  await day.text('Outage lasts').fill('2h');
}

test('a day with two people and an outage is played both ways', async ({ page, app }) => {
  const day = new LabDayPage(page);
  await app.open(page, '/lab/day');
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toContainText('Working day');
  await expect(day.choice('Action type').getByRole('option')).toHaveText(['Post invoice']);
  await expect(day.choice('Case owner')).toHaveValue('dana');
  await expect(day.person(3)).toBeVisible();
  await expect(day.text('Outage begins')).toHaveValue('10:00');

  await fill(day);
  await day.play.click();
  await expect(day.state).toHaveText('All days are played: 5 days');
  await expect(day.progress).toBeHidden();
  expect(await day.figure('Launched', 'Without outage')).toBeGreaterThan(100);
  expect(await day.figure('Launched', 'With outage')).toBe(await day.figure('Launched', 'Without outage'));
  expect(await day.figure('Escalated', 'Without outage')).toBe(0);
  expect(await day.figure('Escalated', 'With outage')).toBeGreaterThan(10);
  await expect(day.results.getByRole('note', { name: 'In short' })).toContainText(
    /^A 2 h outage at 10:30 leaves \d+ more items waiting .* more are escalated to the Case owner/,
  );
  const people = day.part('How busy people are').getByRole('row');
  await expect(people.filter({ hasText: 'dana' })).toContainText('09:00 – 13:00');
  await expect(people.filter({ hasText: 'ines' })).toContainText('09:00 – 18:00');
});

test('a chart is read with the pointer, as a table and by other programs', async ({ page, app }) => {
  const day = new LabDayPage(page);
  await app.open(page, '/lab/day');
  await fill(day);
  await day.play.click();
  await expect(day.state).toHaveText('All days are played: 5 days');
  const waiting = day.part('Items waiting');
  await expect(waiting.getByRole('list', { name: 'Legend' })).toContainText('API outage');
  await waiting.getByRole('application').hover();
  await expect(waiting.getByText(/^\d h (\d\d min )?after the start/)).toBeVisible();
  await page.mouse.move(0, 0);
  await waiting.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await expect(waiting.getByText('10 min after the start', { exact: true })).toBeVisible();
  const download = page.waitForEvent('download');
  await waiting.getByRole('button', { name: 'CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.split('\r\n')).toHaveLength(1 + 55 + 1);
  expect(csv).toMatch(/^Time,Median without outage,/);
  await waiting.getByRole('button', { name: 'Table' }).click();
  const table = waiting.getByRole('table', { name: 'Items waiting' });
  await expect(table.getByRole('row', { name: /^09:00 0 0 to 0 0 0 to 0$/ })).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(2 + 55);
});

test('what is wrong is said at its field, and what was typed is still there after a look elsewhere', async ({
  page,
  app,
  frame,
}) => {
  const day = new LabDayPage(page);
  await app.open(page, '/lab/day');
  await day.number('Days to play').fill('501');
  await day.person(2).getByRole('textbox', { name: 'Works to' }).fill('19:00');
  await day.text('Outage lasts').fill('soon');
  await day.form.getByText('By the hour').click();
  await day.number('Launches per hour from 17:00').fill('');
  await expect(day.form.getByText('Expected a whole number from 1 to 500.')).toBeVisible();
  await day.play.click();
  await expect(day.form.getByText('Expected a time up to 18:00, when the day ends.')).toBeVisible();
  await expect(day.form.getByText(/^Expected a duration/)).toBeVisible();
  await expect(day.form.getByText('17:00: Expected a number from 0 to 10,000.')).toBeVisible();
  await expect(day.results).toContainText('Play days to see');

  await frame.goTo('Cases');
  await page.goBack();
  await expect(day.number('Days to play')).toHaveValue('501');
  await expect(day.text('Outage lasts')).toHaveValue('soon');
  await expect(day.person(2).getByRole('textbox', { name: 'Works to' })).toHaveValue('19:00');
});

test('what the Lab refuses stands at the form', async ({ page, app }) => {
  // The form knows who is there: on the way somebody becomes another.
  await page.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(String(message).replace('"owner":"dana"', '"owner":"zoe"')));
  });
  const day = new LabDayPage(page);
  await app.open(page, '/lab/day');
  await day.play.click();
  await expect(day.form.getByRole('alert')).toHaveText('There is no user zoe.');
});

test('a long run is ended with what there is, also from another screen and back', async ({ page, app, frame }) => {
  const day = new LabDayPage(page);
  await app.open(page, '/lab/day');
  await day.outage.click();
  await day.number('Days to play').fill('500');
  await day.number('Launches per hour').fill('200');
  await day.play.click();
  await expect(day.progress).toBeVisible();
  await expect(day.state).toHaveText(/^Playing: [1-9]\d* of 500 days$/);
  await expect(day.play).toBeDisabled();
  await frame.goTo('Cases');
  await page.goBack();
  await day.cancel.click();
  await expect(day.state).toHaveText(/^Cancelled: [1-9]\d* of 500 days$/);
  expect(await day.figure('Launched', 'As configured')).toBeGreaterThan(1_000);
  await expect(day.figures.getByRole('row', { name: 'With outage' })).toHaveCount(0);
  await expect(day.play).toBeEnabled();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('nothing serious for axe', async ({ page, app }) => {
      const day = new LabDayPage(page);
      await app.open(page, '/lab/day');
      await expect(day.results).toBeVisible();
      await expectAccessible(page, page.url());
      await fill(day);
      await day.play.click();
      await expect(day.state).toHaveText(/^All days/);
      await day.part('Age of the oldest item').getByRole('button', { name: 'Table' }).click();
      await day.form.getByText('By the hour').click();
      await day.person(1).getByRole('textbox', { name: 'Works from' }).fill('x');
      await day.number('Seed').fill('');
      await day.play.click();
      await expect(day.form.getByText('Expected a whole number.')).toBeVisible();
      await expectAccessible(page, page.url());
    });
  });
}
