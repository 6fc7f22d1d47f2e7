/** The Builder: everything a workspace consists of is made, changed, ordered, deleted and taken back on screen. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { REFUSED } from './support/scenarios.ts';

const TWO_TYPES = `${REFUSED.replace(/cases:[\s\S]*/, '')}
caseTypes:
  invoice: { owner: dana, data: { invoiceNumber: "4711" }, process: [post-invoice, archive] }
`;

test.describe('Action types', () => {
  test.use({ scenario: REFUSED });

  test('a new one, cloned, ordered and deleted', async ({ page, app, frame, builder }) => {
    await app.open(page, '/builder');
    await builder.expectOrder('Action types', ['post-invoice', 'archive']);
    await builder.button('New Action type').click();
    const making = builder.dialog('New Action type');
    await making.getByRole('textbox', { name: 'Name' }).fill('announce');
    await making.getByRole('combobox', { name: 'External API' }).selectOption('erp');
    await making.getByRole('button', { name: 'Create' }).click();
    await expect(builder.form('Action type announce')).toBeVisible();
    await expect(page).toHaveURL(/#\/builder\/action-types\/announce$/);

    await builder.field('Title').fill('Announce it');
    await builder.field('Response expected within').fill('90s');
    await expect(builder.region).toContainText("Finer than the product's minutes.");
    await builder.choice('Queue').selectOption('Finance');
    await builder.choice('User').selectOption('omar');
    await builder.saveButton.click();
    await expect(frame.said('status', 'The Action type “Announce it” is saved.')).toBeVisible();

    await builder.cloneButton.click();
    const cloning = builder.dialog(/^Clone/);
    await expect(cloning.getByRole('textbox', { name: 'Name' })).toHaveValue('announce-copy');
    await cloning.getByRole('button', { name: 'Clone' }).click();
    await expect(builder.form('Action type announce-copy')).toBeVisible();
    await expect(builder.field('Response expected within')).toHaveValue('1m30s');
    await expect(builder.choice('User')).toHaveValue('omar');

    await builder.tab('Action types').click();
    await builder.expectOrder('Action types', ['post-invoice', 'archive', 'announce', 'announce-copy']);
    await builder.row('Action types', 'announce').getByRole('button', { name: 'Move up' }).click();
    await builder.expectOrder('Action types', ['post-invoice', 'announce', 'archive', 'announce-copy']);
    await builder.row('Action types', 'announce').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await builder.expectOrder('Action types', ['announce', 'post-invoice', 'archive', 'announce-copy']);
    await builder
      .row('Action types', 'announce-copy')
      .getByTitle('Drag to another place')
      .dragTo(builder.row('Action types', 'post-invoice'), { targetPosition: { x: 60, y: 4 } });
    await builder.expectOrder('Action types', ['announce', 'announce-copy', 'post-invoice', 'archive']);

    await builder.row('Action types', 'announce-copy').press('Enter');
    await expect(builder.form('Action type announce-copy')).toBeVisible();
    await builder.deleteButton.click();
    await builder
      .dialog(/^Delete the Action type/)
      .getByRole('button', { name: 'Delete' })
      .click();
    await builder.expectOrder('Action types', ['announce', 'post-invoice', 'archive']);

    await builder.undoButton.click();
    await builder.expectOrder('Action types', ['announce', 'announce-copy', 'post-invoice', 'archive']);
    await builder.redoButton.click();
    await builder.expectOrder('Action types', ['announce', 'post-invoice', 'archive']);
  });

  test('what is in use is not deleted, and the refusal says by what', async ({ page, app, frame, builder }) => {
    await app.open(page, '/builder/archive');
    await builder.deleteButton.click();
    await expect(frame.said('alert', 'The Action type archive cannot be deleted. It is in use: 1 Case.')).toBeVisible();
    await builder.tab('Queues').click();
    await builder.row('Queues', 'Finance').getByRole('button', { name: 'Delete' }).click();
    await expect(
      frame.said(
        'alert',
        /The queue Finance cannot be deleted\. It is in use: the user omar, the Action type post-invoice/,
      ),
    ).toBeVisible();
    await builder.expectOrder('Queues', ['Finance']);
  });

  test('each kind of bad input is said at its field, and nothing that was typed is lost', async ({
    page,
    app,
    frame,
    builder,
  }) => {
    await app.open(page, '/builder/post-invoice');
    await builder.ownPattern(true).check();
    const bad: readonly [Locator, string, string | RegExp][] = [
      [builder.field('Title'), 'x'.repeat(201), 'Expected a name of at most 200 characters.'],
      [builder.field('Response expected within'), '500ms', 'Expected a duration of at least 1s.'],
      [builder.field('Due date'), 'tomorrow', 'Expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d.'],
      [builder.number('Maximum retries'), '101', 'Expected a whole number from 0 to 100.'],
      [builder.field('First interval'), '0s', 'Expected a duration longer than 0s.'],
      [builder.number('Factor'), '0.5', 'Expected a number from 1 to 1000.'],
      [builder.field('Longest interval'), '', 'Expected a duration such as'],
      [builder.number('Jitter'), '120', 'Expected a percentage from 0 to 100.'],
    ];
    for (const [field, text, sentence] of bad) {
      await field.fill(text);
      await field.blur();
      await expect(field, String(sentence)).toHaveAccessibleDescription(new RegExp(String(sentence)));
    }
    await builder.choice('External API').selectOption('');
    await builder.saveButton.click();
    await expect(builder.choice('External API')).toHaveAccessibleDescription('Choose the External API that it calls.');
    for (const [field, text] of bad) await expect(field).toHaveValue(text);
    await expect(builder.region).toContainText('Not ready to save: some fields are not valid yet.');

    await frame.goTo('Cases');
    await frame.dialog('Leave without saving?').getByRole('button', { name: 'Stay' }).click();
    for (const [field, text] of bad) await expect(field).toHaveValue(text);
    await builder.field('Title').press('Escape');
    await frame.dialog('Leave without saving?').getByRole('button', { name: 'Discard' }).click();
    await expect(builder.field('Title')).toHaveValue('Post invoice to ERP');
  });

  test('names that cannot be are said in the dialog', async ({ page, app, builder }) => {
    await app.open(page, '/builder');
    await builder.button('New Action type').click();
    const dialog = builder.dialog('New Action type');
    const field = dialog.getByRole('textbox', { name: 'Name' });
    const refused: readonly [string, RegExp][] = [
      ['', /Type a name for the Action type\./],
      ['a/b', /Expected a name without "\/"\./],
      ['archive', /There is already an Action type archive\. Choose another name\./],
    ];
    for (const [text, sentence] of refused) {
      await field.fill(text);
      await dialog.getByRole('button', { name: 'Create' }).click();
      await expect(field).toHaveAccessibleDescription(sentence);
      await expect(field).toHaveValue(text);
    }
  });

  test('its kind stays once it has Actions', async ({ page, app, frame, builder }) => {
    await app.server.act({ type: 'launchCase', case: 'INV-1' });
    await app.open(page, '/builder/post-invoice');
    await builder.region.getByRole('radio', { name: 'Manual, done by a person' }).check();
    await builder.saveButton.click();
    await expect(frame.said('alert', /post-invoice has Actions already, so its kind cannot change/)).toBeVisible();
    await expect(builder.region.getByRole('radio', { name: 'Manual, done by a person' })).toBeChecked();
  });

  test('two hundred of them are searched', async ({ page, app, builder }) => {
    for (let number = 1; number <= 198; number += 1) {
      const name = `step-${number}`;
      const definition = { section: 'actionTypes', name, value: { manual: true } } as const;
      await app.server.act({ type: 'createDefinition', definition });
    }
    await app.open(page, '/builder');
    await expect(builder.region.getByRole('status')).toHaveText('200 Action types');
    await builder.region.getByRole('searchbox').fill('step-17');
    await expect(builder.region.getByRole('status')).toHaveText('11 of 200 Action types');
    await expect(builder.row('Action types', 'step-170')).toBeVisible();
  });
});

test.describe('Case types', () => {
  test.use({ scenario: TWO_TYPES });

  test('a process is ordered, grouped and split by keyboard', async ({ page, app, frame, builder, casePage }) => {
    await app.open(page, '/builder/case-types/invoice');
    await builder.expectSteps([['Post invoice to ERP'], ['Archive the papers']]);
    await builder.step(2).getByRole('button', { name: 'Place of Archive the papers' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await builder.expectSteps([['Archive the papers'], ['Post invoice to ERP']]);
    await expect(builder.step(1).getByRole('button', { name: 'Place of Archive the papers' })).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowLeft');
    await builder.expectSteps([['Post invoice to ERP', 'Archive the papers']]);
    await page.keyboard.press('Alt+ArrowRight');
    await builder.expectSteps([['Post invoice to ERP'], ['Archive the papers']]);
    await builder.step(2).getByRole('button', { name: 'Group with previous' }).press('Enter');
    await builder.expectSteps([['Post invoice to ERP', 'Archive the papers']]);
    await page.keyboard.press('Control+s');
    await expect(frame.said('status', 'The Case type “invoice” is saved.')).toBeVisible();
    await builder.button('Launch a Case of this type').click();
    await expect(casePage.region('invoice-1')).toBeVisible();
    const first = page.getByRole('list', { name: 'Steps of the process' }).getByRole('listitem', { name: 'Step 1' });
    await expect(first).toContainText('Archive the papers');
    await expect(first).toContainText('Post invoice to ERP');
  });

  test('steps are dragged: onto another they join it', async ({ page, app, builder }) => {
    await app.open(page, '/builder/case-types/invoice');
    const handle = builder.step(2).getByRole('button', { name: 'Place of Archive the papers' });
    await handle.dragTo(builder.step(1), { targetPosition: { x: 60, y: 4 } });
    await builder.expectSteps([['Archive the papers'], ['Post invoice to ERP']]);
    await builder.step(2).getByRole('button', { name: 'Place of Post invoice to ERP' }).dragTo(builder.step(1));
    await builder.expectSteps([['Archive the papers', 'Post invoice to ERP']]);
  });

  test('custom data is JSON or text, and what is wrong is said', async ({ page, app, frame, builder }) => {
    await app.open(page, '/builder/case-types/invoice');
    await expect(builder.field('Value of field 1')).toHaveValue('"4711"');
    await builder.button('Add field').click();
    await expect(builder.field('Name of field 2')).toBeFocused();
    await builder.field('Name of field 2').fill('invoiceNumber');
    await builder.field('Value of field 2').fill('{ "a": ');
    await builder.saveButton.click();
    await expect(builder.field('Name of field 2')).toHaveAccessibleDescription(
      /There is already a field invoiceNumber/,
    );
    await expect(builder.field('Value of field 2')).toHaveAccessibleDescription(/Expected JSON/);
    await builder.field('Name of field 2').fill('amount');
    await builder.field('Value of field 2').fill('{ "gross": 12.5 }');
    await builder.saveButton.click();
    await expect(frame.said('status', 'The Case type “invoice” is saved.')).toBeVisible();
    await expect(builder.field('Value of field 2')).toHaveValue('{"gross":12.5}');
    await builder.undoButton.click();
    await expect(builder.field('Name of field 2')).toHaveCount(0);
  });
});

test('undo brings back, across screens, what was saved and deleted', async ({
  page,
  app,
  frame,
  builder,
  settings,
}) => {
  await app.open(page, '/builder/users/tom');
  await builder.toggle('Available').press('Space');
  await builder.saveButton.click();
  await expect(frame.said('status', 'The user “tom” is saved.')).toBeVisible();
  await expect(builder.toggle('tom is available')).toBeChecked();
  // Where the system-wide pattern was once.
  await app.visit(page, '/builder/retry-pattern');
  await settings.maximum.fill('7');
  await settings.saveButton.click();
  await expect(frame.said('status', 'Settings saved.')).toBeVisible();
  await settings.undoButton.click();
  await expect(settings.maximum).toHaveValue('5');
  await app.visit(page, '/builder/users');
  await builder.undoButton.click();
  await expect(builder.toggle('tom is available')).not.toBeChecked();
  await app.visit(page, '/settings');
  await expect(settings.maximum).toHaveValue('5');
});

/** Goes to a control as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, { back = false } = {}): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab does not come to ${target}`);
}

test('from nothing to a Case that ran until idle, with the keyboard alone', async ({
  page,
  app,
  frame,
  builder,
  externalApi,
  casePage,
}) => {
  test.setTimeout(240_000);
  await app.server.client.workspace.openEmpty();
  await app.open(page);
  await expect(frame.now).toBeVisible();
  const { keyboard } = page;
  const press = async (target: Locator, key = 'Enter', options = {}) => {
    await tabTo(page, target, options);
    await keyboard.press(key);
  };

  // An API that fails twice and then answers after 10 minutes.
  await keyboard.press('g');
  await keyboard.press('e');
  await press(externalApi.newButton);
  await expect(externalApi.newDialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.type('erp');
  await keyboard.press('Tab');
  await keyboard.type('https://erp.example.test/invoices');
  await keyboard.press('Enter');
  await expect(externalApi.region('erp')).toBeVisible();
  await press(externalApi.addCall);
  await expect(externalApi.call(1)).toContainText('Refuses the connection.');
  await press(externalApi.addCall);
  await expect(externalApi.call(2)).toContainText('Refuses the connection.');
  await press(externalApi.otherwise.getByRole('button', { name: 'Otherwise', exact: true }));
  await tabTo(page, externalApi.otherwise.getByRole('textbox', { name: 'Comes after' }));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('10m');
  await keyboard.press('ControlOrMeta+s');
  await expect(frame.said('status', /erp saved/)).toBeVisible();

  await press(frame.navigation.getByRole('link', { name: 'Builder', exact: true }), 'Enter', { back: true });
  await press(builder.tab('Queues'));
  await tabTo(page, builder.field('Name of the new queue'));
  for (const queue of ['Finance', 'Compliance']) {
    await keyboard.type(queue);
    await keyboard.press('Enter');
    await expect(builder.row('Queues', queue)).toBeVisible();
    await expect(builder.field('Name of the new queue')).toHaveValue('');
  }
  await press(builder.tab('Users'), 'Enter', { back: true });
  await tabTo(page, builder.field('Name of the new user'));
  for (const user of ['dana', 'omar', 'lee']) {
    await keyboard.type(user);
    await keyboard.press('Enter');
    await expect(builder.row('Users', user)).toBeVisible();
    await expect(builder.field('Name of the new user')).toHaveValue('');
  }
  await tabTo(page, builder.row('Users', 'dana'));
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabTo(page, builder.form('User omar').getByLabel('Queues', { exact: true }).locator('visible=true').first());
  await keyboard.type('Fin');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  // Closes the list and asks nothing.
  await keyboard.press('Escape');
  await expect(builder.dialog('Leave without saving?')).toHaveCount(0);
  await keyboard.press('Control+s');
  await expect(frame.said('status', 'The user “omar” is saved.')).toBeVisible();
  await expect(builder.row('Users', 'omar')).toContainText('Finance');

  await press(builder.tab('Action types'), 'Enter', { back: true });
  await press(builder.button('New Action type'));
  await expect(builder.dialog('New Action type').getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.type('post-invoice');
  await keyboard.press('Enter');
  await expect(builder.form('Action type post-invoice')).toBeVisible();
  await tabTo(page, builder.field('Title'));
  await keyboard.type('Post invoice');
  await tabTo(page, builder.choice('Queue'));
  await keyboard.type('Fin');
  await tabTo(page, builder.choice('User'));
  await keyboard.type('omar');
  await tabTo(page, builder.field('Response expected within'));
  await keyboard.type('20m');
  await keyboard.press('Control+s');
  await expect(frame.said('status', 'The Action type “Post invoice” is saved.')).toBeVisible();
  await expect(builder.choice('User')).toHaveValue('omar');

  await press(builder.tab('Case types'), 'Enter', { back: true });
  await press(builder.button('New Case type'));
  await expect(builder.dialog('New Case type').getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.type('invoice');
  await keyboard.press('Enter');
  await expect(builder.form('Case type invoice')).toBeVisible();
  await tabTo(page, builder.addActionType);
  await keyboard.type('post');
  await keyboard.press('Enter');
  await builder.expectSteps([['Post invoice']]);
  await tabTo(page, builder.choice('Owner'));
  await keyboard.type('dana');
  await keyboard.press('Control+s');
  await expect(frame.said('status', 'The Case type “invoice” is saved.')).toBeVisible();
  await press(builder.button('Launch a Case of this type'));
  await expect(casePage.region('invoice-1')).toBeVisible();
  const actions = page.getByRole('table', { name: 'Actions' });
  await expect(actions.getByRole('row', { name: 'invoice-1/post-invoice' })).toContainText('Waiting');
  await keyboard.press('End');
  await expect(actions.getByRole('row', { name: 'invoice-1/post-invoice' })).toContainText('Closed');
  await expect(actions.getByRole('row', { name: 'invoice-1/post-invoice' })).toContainText('2/5');
});
