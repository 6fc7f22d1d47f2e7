/** Making and editing simulated APIs: script, chance, outages, presets; and finding a call in the log. */

import { expectAccessible, expectNoSidewaysScrolling } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

const WORKSPACE = `
title: An API to edit
users: { dana: {} }
externalApis:
  ledger:
    url: https://ledger.example.test/entries
    otherwise: { acceptAfter: 1s, respond: { after: 5m, outcome: success, data: { entryNumber: "E-1" } } }
  spare:
    url: https://spare.example.test/
actionTypes:
  post-entry: { title: Post entry to the ledger, externalApi: ledger }
cases:
  INV-1: { owner: dana, process: [post-entry], data: { amount: 120.5 } }
  INV-2: { owner: dana, process: [post-entry] }
`;
const API = '/external-apis/ledger';

test.use({ scenario: WORKSPACE });

test('by keyboard alone: an API that fails twice and then answers after 10 minutes', async ({
  page,
  app,
  frame,
  externalApi,
  action,
}) => {
  await app.open(page, '/external-apis');
  await externalApi.newButton.focus();
  await page.keyboard.press('Enter');
  await expect(externalApi.newDialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('erp');
  await page.keyboard.press('Enter');
  // What is missing is said in red; the example is not.
  const url = externalApi.newDialog.getByRole('textbox', { name: 'URL' });
  await expect(url).toHaveAttribute('aria-invalid', 'true');
  const colours = await url.evaluate((field) => [
    getComputedStyle(field, '::placeholder').color,
    getComputedStyle(field).borderColor,
  ]);
  expect(colours[0]).not.toBe(colours[1]);
  await page.keyboard.press('Tab');
  await page.keyboard.type('https://erp.example.test/invoices');
  await page.keyboard.press('Enter');
  await expect(externalApi.region('erp')).toBeVisible();

  // The 1st call is refused, the 2nd is a 503.
  await externalApi.addCall.focus();
  await page.keyboard.press('Enter');
  await expect(externalApi.call(1)).toContainText('Refuses the connection.');
  await page.keyboard.press('Enter');
  await externalApi.whatHappens(externalApi.call(2)).focus();
  await page.keyboard.type('HTTP');
  await expect(externalApi.call(2)).toContainText('Answers with HTTP 503.');
  // The answer comes 10 minutes after the acceptance.
  const toggle = externalApi.otherwise.getByRole('button', { name: 'Otherwise', exact: true });
  await toggle.focus();
  await page.keyboard.press('Enter');
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  const after = externalApi.otherwise.getByRole('textbox', { name: 'Comes after' });
  await after.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('10m');
  await expect(externalApi.otherwise).toContainText('then responds with success after 10 min.');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(frame.said('status', /erp saved/)).toBeVisible();
  await expect(externalApi.discard).toBeHidden();

  await app.server.act({
    type: 'saveDefinition',
    definition: { section: 'actionTypes', name: 'post-entry', change: { externalApi: 'erp' } },
  });
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  // It accepts after 200 ms, as the preset has it.
  await app.server.advance('3m1s');
  await app.visit(page, '/cases/INV-1/actions/post-entry');
  await action.expectInfo({ Phase: 'awaiting response', Retries: '2/5' });
  await app.server.advance('10m');
  await action.expectInfo({ 'Resolution method': 'Done Successfully' });
});

test('rows: duplicate, repeat, move by keys, buttons and mouse, remove', async ({ page, app, externalApi }) => {
  await app.open(page, API);
  await externalApi.addCall.click();
  await externalApi.addCall.click();
  await externalApi.whatHappens(externalApi.call(2)).selectOption('dns');
  const order = () =>
    externalApi.calls
      .getByRole('combobox', { name: 'What happens' })
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLSelectElement).value));
  const press = (number: number, verb: string) =>
    externalApi.call(number).getByRole('button', { name: verb, exact: true }).click();
  expect(await order()).toEqual(['refused', 'dns']);
  await press(2, 'Move up');
  expect(await order()).toEqual(['dns', 'refused']);
  await externalApi.call(1).getByRole('button', { name: 'Call 1', exact: true }).press('Alt+ArrowDown');
  expect(await order()).toEqual(['refused', 'dns']);
  await expect(externalApi.call(2).getByRole('button', { name: 'Call 2', exact: true })).toBeFocused();
  await press(1, 'Duplicate');
  expect(await order()).toEqual(['refused', 'refused', 'dns']);
  await press(3, 'Repeat ×3');
  expect(await order()).toEqual(['refused', 'refused', 'dns', 'dns', 'dns']);
  await press(1, 'Remove');
  expect(await order()).toEqual(['refused', 'dns', 'dns', 'dns']);
  await externalApi
    .call(1)
    .getByTitle('Drag to move')
    .dragTo(externalApi.call(3), { targetPosition: { x: 100, y: 38 } });
  expect(await order()).toEqual(['dns', 'dns', 'refused', 'dns']);
  await expectAccessible(page, page.url());
  await expectNoSidewaysScrolling(page, page.url());

  await externalApi.saveChanges();
  await page.reload();
  await expect(externalApi.calls).toHaveCount(4);
  expect(await order()).toEqual(['dns', 'dns', 'refused', 'dns']);
});

test('presets fill the form; nothing is saved until Save', async ({ page, app, frame, externalApi }) => {
  await app.open(page, API);
  await externalApi.choosePreset('Responds unsuccessfully');
  await expect(externalApi.otherwise).toContainText('unsuccessful (Rejected by the external system)');
  await externalApi.choosePreset('Flaky');
  await expect(externalApi.behaviour('At random')).toBeChecked();
  await externalApi.choosePreset('Down for a while');
  await expect(externalApi.outage(1)).toBeVisible();
  await externalApi.discard.click();
  await expect(externalApi.outage(1)).toBeHidden();
  await expect(externalApi.otherwise).toContainText('with entryNumber');

  // What a person typed is asked for before a preset takes its place.
  await externalApi.url.fill('https://other.example.test/');
  await externalApi.choosePreset('Broken JSON');
  await frame.dialog('Fill the form with Broken JSON?').getByRole('button', { name: 'Cancel' }).click();
  await expect(externalApi.otherwise).toContainText('with entryNumber');
  await externalApi.choosePreset('Broken JSON');
  await frame.dialog('Fill the form with Broken JSON?').getByRole('button', { name: 'Replace' }).click();
  await expect(externalApi.url).toHaveValue('https://other.example.test/');
  await externalApi.saveChanges();
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await app.server.advance('10m');
  await expect(externalApi.requests.getByRole('row', { name: 'INV-1/post-entry, call 1' })).toContainText('malformed');
});

test('bad input keeps the text, says what is allowed, and is asked for before it is lost', async ({
  page,
  app,
  frame,
  externalApi,
}) => {
  await app.open(page, API);
  await externalApi.url.fill('ledger');
  await expect(externalApi.configuration).not.toContainText('Expected an http');
  await externalApi.url.blur();
  await expect(externalApi.configuration).toContainText(
    'Expected an http or https URL such as https://erp.example.test/invoices.',
  );
  await externalApi.otherwise.getByRole('button', { name: 'Otherwise', exact: true }).click();
  await externalApi.otherwise.getByRole('textbox', { name: 'Data' }).fill('{"a": ');
  await externalApi.otherwise.getByRole('textbox', { name: 'Comes after' }).fill('ten minutes');
  await externalApi.save.click();
  await expect(externalApi.otherwise).toContainText('Expected a JSON object such as {"poNumber": "4711"}.');
  await expect(externalApi.otherwise).toContainText('Expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d.');
  await expect(externalApi.otherwise.getByRole('textbox', { name: 'Comes after' })).toHaveValue('ten minutes');
  await expect(externalApi.configuration).toContainText('Not ready to save: some fields are not valid yet.');
  await expectAccessible(page, page.url());
  // Esc and leaving ask.
  await externalApi.url.press('Escape');
  await frame.dialog('Leave without saving?').getByRole('button', { name: 'Stay' }).click();
  await frame.goTo('Cases');
  await frame.dialog('Leave without saving?').getByRole('button', { name: 'Stay' }).click();
  await expect(externalApi.url).toHaveValue('ledger');
  await externalApi.discard.click();
  await expect(externalApi.url).toHaveValue('https://ledger.example.test/entries');
});

test('at random: shares, weights and a live picture of each distribution', async ({ page, app, externalApi }) => {
  await app.open(page, API);
  // Choosing it changes nothing by itself: it starts as the script goes.
  await externalApi.behaviour('At random').click();
  await expect(externalApi.part('Connection').getByRole('spinbutton', { name: 'Calls that fail' })).toHaveValue('0');
  await expect(externalApi.part('Connection')).toContainText('No effect: no call fails.');
  await externalApi.part('Connection').getByRole('spinbutton', { name: 'Calls that fail' }).fill('10');
  await expect(externalApi.part('Connection')).not.toContainText('No effect');
  await externalApi.part('Connection').getByRole('button', { name: 'Add failure' }).click();
  await externalApi.part('Connection').getByRole('combobox', { name: 'How' }).last().selectOption('hang');
  await externalApi.part('Responds after').getByRole('combobox', { name: 'Distribution' }).selectOption('lognormal');
  await expect(externalApi.picture('Responds after')).toHaveAccessibleName('Responds after: median 5 min, p95 20 min');
  await externalApi.part('Responds after').getByRole('textbox', { name: 'Median' }).fill('12m');
  await externalApi.part('Responds after').getByRole('textbox', { name: '95 % within' }).fill('1h');
  await expect(externalApi.picture('Responds after')).toHaveAccessibleName('Responds after: median 12 min, p95 1 h');
  await expect(externalApi.picture('Responds after').locator('svg path').first()).toBeVisible();
  const accepts = externalApi.part('Accepts after');
  for (const kind of ['constant', 'normal', 'exponential', 'lognormal', 'empirical', 'uniform']) {
    await accepts.getByRole('combobox', { name: 'Distribution' }).selectOption(kind);
    await expect(externalApi.picture('Accepts after').locator('svg path').first()).toBeVisible();
  }
  const connection = externalApi.part('Connection');
  await connection.getByRole('listitem', { name: 'Failure 1' }).getByRole('textbox', { name: 'Weight' }).fill('7');
  await expect(connection.getByRole('listitem', { name: 'Failure 1' })).toContainText('87.5 %');
  await connection.getByRole('spinbutton', { name: 'Calls that fail' }).fill('130');
  await externalApi.save.click();
  await expect(connection).toContainText('Expected a percentage from 0 to 100.');
  await connection.getByRole('spinbutton', { name: 'Calls that fail' }).fill('100');
  await expectAccessible(page, page.url());
  await expectNoSidewaysScrolling(page, page.url());
  await externalApi.saveChanges();
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await expect(externalApi.requests.getByRole('row', { name: 'INV-1/post-entry, call 1' })).toBeVisible();
  await page.reload();
  await expect(externalApi.behaviour('At random')).toBeChecked();
  await expect(externalApi.picture('Responds after')).toHaveAccessibleName('Responds after: median 12 min, p95 1 h');
});

test('outages stand on a ruler with the present instant', async ({ page, app, externalApi }) => {
  await app.open(page, API);
  await externalApi.addOutage.click();
  // It starts where it is useful: at the next round hour, for 20 minutes.
  await expect(externalApi.outage(1).getByRole('textbox', { name: 'From' })).toHaveValue('10:00');
  await expect(externalApi.outage(1).getByRole('textbox', { name: 'For', exact: true })).toHaveValue('20m');
  await externalApi.outage(1).getByRole('combobox', { name: 'Every call' }).selectOption('status');
  await expect(externalApi.ruler).toHaveAccessibleName('Outages: 10:00:00 to 10:20:00; now 09:00:00, in none');
  await externalApi.saveChanges();
  await app.server.advance('1h5m');
  await expect(externalApi.ruler).toHaveAccessibleName('Outages: 10:00:00 to 10:20:00; now 10:05:00, in an outage');
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await expect(externalApi.requests.getByRole('row', { name: 'INV-1/post-entry, call 1' })).toContainText('HTTP 503');
  // Every working day: a picture by the clock. What lies wholly inside another one has no effect, and says so.
  await externalApi.outage(1).getByRole('combobox', { name: 'Repeats' }).selectOption('Monday to Friday');
  await expect(externalApi.week).toHaveAccessibleName(
    'Outages by the clock, Mon 5 Jan to Sun 11 Jan: down from 10:00 for 20 min, Monday to Friday; now 10:05:00, in an outage',
  );
  await externalApi.addOutage.click();
  await externalApi.outage(2).getByRole('textbox', { name: 'From' }).fill('2026-01-06 10:00');
  await externalApi.outage(2).getByRole('textbox', { name: 'For', exact: true }).fill('0:10');
  await expect(externalApi.outage(2)).toContainText('No effect: outage 1 covers all of it.');
  await expectAccessible(page, page.url());
  await expectNoSidewaysScrolling(page, page.url());
  await externalApi.saveChanges();
  await app.server.advance('1d');
  await app.server.act({ type: 'launchCase', case: 'INV-2' });
  await expect(externalApi.requests.getByRole('row', { name: 'INV-2/post-entry, call 1' })).toContainText('HTTP 503');
});

test('the log: request, reply, responses; searched and filtered', async ({ page, app, externalApi }) => {
  await app.open(page, API);
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await app.server.advance('6m');
  await app.server.act({ type: 'launchCase', case: 'INV-2' });
  await app.server.advance('1m');
  const answered = externalApi.requests.getByRole('row', { name: 'INV-1/post-entry, call 1' });
  await expect(answered).toContainText('HTTP 200');
  await expect(answered).toContainText('success, accepted');
  await expect(answered).toContainText('amount: 120.5');
  const rows = externalApi.requests.getByRole('row');
  await expect(rows).toHaveCount(1 + 2);
  await externalApi.search.fill('120.5');
  await expect(rows).toHaveCount(1 + 1);
  await externalApi.search.fill('e-1');
  await expect(answered).toBeVisible();
  await externalApi.search.fill('nothing like this');
  await expect(page.getByText('No matching requests.')).toBeVisible();
  await externalApi.search.fill('');
  await page.getByRole('group', { name: 'Response', exact: true }).getByRole('button', { name: /^none/ }).click();
  await expect(answered).toBeHidden();
  await expect(rows).toHaveCount(1 + 1);
});

test('the list: order, clone, delete, and why one cannot be deleted', async ({ page, app, frame, externalApi }) => {
  await app.open(page, '/external-apis');
  const list = page.getByRole('table', { name: 'External APIs', exact: true });
  const names = () =>
    list.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => row.getAttribute('aria-label')));
  await externalApi.chooseVerb('spare', 'Move up');
  await expect.poll(names).toEqual(['spare', 'ledger']);
  await page.keyboard.press('Escape');
  await externalApi.chooseVerb('ledger', 'Delete');
  await expect(frame.said('alert', /It is in use: the Action type post-entry/)).toBeVisible();
  await externalApi.chooseVerb('spare', 'Delete');
  await frame.dialog('Delete the External API “spare”?').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(names).toEqual(['ledger']);

  await externalApi.chooseVerb('ledger', 'Clone');
  const clone = page.getByRole('dialog', { name: 'Clone the External API “ledger”' });
  await expect(clone.getByRole('textbox', { name: 'Name' })).toHaveValue('ledger-copy');
  await clone.getByRole('textbox', { name: 'Name' }).fill('ledger');
  await clone.getByRole('button', { name: 'Clone', exact: true }).click();
  await expect(clone).toContainText('There is already an External API ledger. Choose another name.');
  await clone.getByRole('textbox', { name: 'Name' }).fill('ledger/copy');
  await clone.getByRole('button', { name: 'Clone', exact: true }).click();
  await expect(externalApi.region('ledger/copy')).toBeVisible();
  await expect(externalApi.otherwise).toContainText('with entryNumber');
  await externalApi.chooseVerb('ledger/copy', 'Delete');
  await frame.dialog('Delete the External API “ledger/copy”?').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(names).toEqual(['ledger']);
});
