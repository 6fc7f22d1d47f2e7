/** Names that mean something to JavaScript or to an address, typed in the window: kept as they are, or refused at their field. */
import { expect, test } from './support/app.ts';
import { testOnDisk } from './support/own-server.ts';

const WORKSPACE = `
title: Odd names
queues: [toString, "100% #1?"]
users: { constructor: { queues: [toString] }, hasOwnProperty: {}, "a?b#c&d": {} }
externalApis:
  __defineGetter__: { url: https://api.example.test/ }
actionTypes:
  valueOf: { title: toJSON, externalApi: __defineGetter__, allocation: { queue: toString, user: constructor } }
  "100% #1?": { manual: true, allocation: { queue: "100% #1?" } }
caseTypes: { then: { owner: constructor, process: [valueOf] } }
cases:
  toString: { owner: constructor, data: { constructor: kept }, process: [valueOf, "100% #1?"] }
  "%2F..%2F #?": { owner: hasOwnProperty, process: ["100% #1?"] }
`;
const REFUSED = 'Expected another name than "__proto__".';

test.use({ scenario: WORKSPACE });

test('every screen shows them, and links lead there', async ({ page, app, cases, action }) => {
  await app.server.act({ type: 'launchCase', case: 'toString' });
  await app.server.act({ type: 'launchCase', case: '%2F..%2F #?' });
  // Half a character, which no keyboard gives.
  await app.server.act({ type: 'createDefinition', definition: { section: 'queues', name: 'half \ud800' } });
  await app.server.act({
    type: 'createDefinition',
    definition: { section: 'users', name: 'half \ud800', value: { queues: [] } },
  });
  await app.open(page, '/builder/queues');
  await expect(page.getByRole('table', { name: 'Queues' })).toContainText('half');
  await app.visit(page, '/builder/users');
  await expect(page.getByRole('table', { name: 'Users' })).toContainText('half');
  await page.getByRole('table', { name: 'Users' }).getByRole('link', { name: 'a?b#c&d' }).click();
  await expect(page.getByRole('region', { name: 'User a?b#c&d', exact: true })).toBeVisible();
  for (const [screen, shown] of [
    ['/queues', 'toString'],
    ['/external-apis/__defineGetter__', 'https://api.example.test/'],
    ['/builder/valueOf', 'toJSON'],
    ['/builder/case-types/then', 'then'],
    ['/lab', 'New study'],
  ] as const) {
    await app.visit(page, screen);
    await expect(page.getByRole('main')).toContainText(shown);
  }
  await app.visit(page, '/cases');
  await cases.row('%2F..%2F #?').getByRole('link').first().click();
  await page.getByRole('link', { name: '100% #1?' }).first().click();
  await expect(action.region('%2F..%2F #?/100% #1?')).toBeVisible();
});

testOnDisk('a name that would be lost is refused where it is typed', async ({ page, app, builder, externalApi }) => {
  await app.open(page, '/builder/users');
  for (const [screen, noun] of [
    ['/builder/users', 'user'],
    ['/builder/queues', 'queue'],
  ] as const) {
    await app.visit(page, screen);
    const field = builder.field(`Name of the new ${noun}`);
    await field.fill('__proto__');
    await field.press('Enter');
    await expect(builder.region).toContainText(REFUSED);
    await field.fill('__lookupGetter__');
    await field.press('Enter');
    await expect(builder.region.getByRole('row', { name: '__lookupGetter__', exact: true })).toBeVisible();
    await expect(field).toHaveValue('');
  }
  for (const [screen, noun] of [
    ['/builder/action-types', 'Action type'],
    ['/builder/case-types', 'Case type'],
  ] as const) {
    await app.visit(page, screen);
    await builder.button(`New ${noun}`).click();
    const dialog = builder.dialog(`New ${noun}`);
    await dialog.getByRole('textbox', { name: 'Name' }).fill('__proto__');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect(dialog).toContainText(REFUSED);
    await dialog.getByRole('textbox', { name: 'Name' }).fill('isPrototypeOf');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect(builder.form(`${noun} isPrototypeOf`)).toBeVisible();
  }
  await builder.button('Add field').click();
  await builder.field('Name of field 1').fill('__proto__');
  await builder.field('Value of field 1').fill('lost');
  await builder.saveButton.click();
  await expect(builder.region).toContainText(REFUSED);
  await builder.field('Name of field 1').fill('constructor');
  await builder.saveButton.click();
  await expect(page.getByText(REFUSED)).toHaveCount(0);

  await app.visit(page, '/external-apis');
  await externalApi.newButton.click();
  await externalApi.newDialog.getByRole('textbox', { name: 'Name' }).fill('__proto__');
  await externalApi.newDialog.getByRole('textbox', { name: 'URL' }).fill('https://x.example.test/');
  await externalApi.newDialog.getByRole('button', { name: 'Create' }).click();
  await expect(externalApi.newDialog).toContainText(REFUSED);
  await externalApi.newDialog.getByRole('textbox', { name: 'Name' }).fill('prototype');
  await externalApi.newDialog.getByRole('button', { name: 'Create' }).click();
  await expect(externalApi.region('prototype')).toBeVisible();

  await app.restart({ samePort: true });
  await app.open(page, '/builder/case-types/isPrototypeOf');
  await expect(builder.field('Name of field 1')).toHaveValue('constructor');
  await expect(builder.field('Value of field 1')).toHaveValue('lost');
});

testOnDisk(
  'so is a data field of an answer; others reach the Case and a restart as they were typed',
  async ({ page, app, action }) => {
    await app.server.act({ type: 'launchCase', case: 'toString' });
    await app.open(page, '/cases/toString/actions/valueOf');
    const data = action.answerByHand.getByRole('textbox', { name: 'Data fields' });
    await data.fill('{"a": [{"__proto__": 1}]}');
    await data.blur();
    await expect(action.answerByHand).toContainText(REFUSED);
    await data.fill('{"toJSON": "1", "then": {"hasOwnProperty": [2]}, "": "none", "length": 3}');
    await action.answerByHand.getByRole('button', { name: 'Send response' }).click();
    await expect(action.answerByHand.getByRole('status')).toContainText('HTTP 200');
    await app.restart({ samePort: true });
    await app.open(page, '/cases/toString');
    const table = page.getByRole('table', { name: 'Custom data' });
    for (const [field, value] of [
      ['constructor', 'kept'],
      ['toJSON', '1'],
      ['then', '{ "hasOwnProperty": [ 2 ] }'],
      ['length', '3'],
    ] as const) {
      await expect(
        table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: field, exact: true }) }),
      ).toContainText(value);
    }
  },
);
