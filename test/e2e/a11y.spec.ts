/** Every screen, in light and dark: nothing for axe, and no horizontal scrolling in a window of 1280×800. */
import { expectGood } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { SCREENS } from './support/screens.ts';

test.describe.configure({ timeout: 240_000 });
// A trace would hold axe's source text once for every screen.
test.use({ trace: 'off' });

const EMPTY_SCREENS = ['/cases', '/queues', '/builder', '/external-apis', '/scenarios', '/settings'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the page that asks for the token, with an error', async ({ page, app, token, pageProblems }) => {
      await page.goto(app.origin);
      await token.enter('wrong');
      await expect(token.problem).toBeVisible();
      await expectGood(page, 'the page that asks for the token');
      // Chromium writes the 403 to its console.
      pageProblems.length = 0;
    });

    test('every screen of the sample workspace', async ({ page, app, frame }) => {
      await app.open(page);
      await expect(frame.now).toBeVisible();
      for (const screen of SCREENS) {
        await app.visit(page, screen);
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
        // On a stage the lanes, where their events are more than fit.
        await expectGood(page, `${screen}, ${colorScheme}`, { scrolls: 'Timeline by event' });
      }
    });

    test('what opens over a screen of the Builder', async ({ page, app, builder }) => {
      await app.open(page, '/builder/case-types/supplier');
      await builder.addActionType.click();
      await expectGood(page, `adding an Action type, ${colorScheme}`);
      await app.visit(page, '/builder');
      await builder.button('New Action type').click();
      await builder.dialog('New Action type').getByRole('button', { name: 'Create' }).click();
      await expectGood(page, `new Action type, ${colorScheme}`);
    });

    test('what opens over a screen', async ({ page, app, frame, palette, help, cases, action, scenarios }) => {
      await app.open(page);
      await frame.bell.click();
      await expect(frame.notifications.getByRole('listitem').first()).toBeVisible();
      await expectGood(page, `notifications, ${colorScheme}`);
      await page.keyboard.press('Escape');
      await frame.inboxButton.click();
      await expect(frame.inbox.getByRole('listitem').first()).toBeVisible();
      await expectGood(page, `inbox, ${colorScheme}`);
      await page.keyboard.press('Escape');

      await cases.newCaseButton.click();
      await expect(cases.newCaseDialog).toBeVisible();
      await cases.newCaseDialog.getByRole('spinbutton', { name: 'How many' }).fill('0');
      await cases.newCaseDialog.getByRole('textbox', { name: 'Name' }).focus();
      await expectGood(page, `new case dialog, ${colorScheme}`);
      await page.keyboard.press('Escape');
      await frame.dialog('Leave without saving?').getByRole('button', { name: 'Discard' }).click();
      await expect(cases.newCaseDialog).toBeHidden();

      await palette.open();
      await page.keyboard.type('inv');
      await expect(palette.entry('INV-1001')).toBeVisible();
      await expectGood(page, `palette, ${colorScheme}`);
      await page.keyboard.press('Escape');
      await expect(palette.dialog).toBeHidden();

      await help.open();
      for (const tab of await help.dialog.getByRole('tab').all()) {
        await tab.click();
        await expectGood(page, `help, ${await tab.textContent()}, ${colorScheme}`);
      }
      await help.close();

      await app.visit(page, '/cases/INV-1001/actions/post-invoice');
      for (const tab of ['Responses', 'Custom data', 'Log'] as const) {
        await expect(await action.showRecords(tab)).toBeVisible();
        await expectGood(page, `Action, ${tab}, ${colorScheme}`);
      }
      const calls = await action.showRecords('Calls');
      await calls.getByRole('button', { name: 'Request and reply of call 1' }).click();
      await expect(page.getByRole('region', { name: 'Call 1', exact: true })).toBeVisible();
      await expectGood(page, `Action, a call open, ${colorScheme}`);
      // A refusal in passing.
      await app.visit(page, '/cases/INV-1002/actions/post-quickly');
      await expect(action.region('INV-1002/post-quickly')).toBeVisible();
      await page.keyboard.press('r');
      await expect(frame.said('alert', /closed/i)).toBeVisible();
      await expectGood(page, `a refusal, ${colorScheme}`);

      await app.visit(page, '/scenarios');
      await scenarios.choose(await app.write('broken.yaml', 'title: Broken\nsteps: [{ lunch: {} }]\n'));
      await expect(scenarios.problems.first()).toBeVisible();
      await scenarios.open('Five retries fail and the Case owner is told');
      await scenarios.run();
      await expect(scenarios.stepsThat('pending')).toHaveCount(0);
      await expectGood(page, `a scenario that was run, ${colorScheme}`);
    });

    test('an empty workspace', async ({ page, app, frame }) => {
      await app.server.client.workspace.openEmpty();
      await app.open(page);
      await expect(frame.now).toBeVisible();
      for (const screen of EMPTY_SCREENS) {
        await app.visit(page, screen);
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
        await expectGood(page, `${screen}, empty, ${colorScheme}`);
      }
    });
  });
}
