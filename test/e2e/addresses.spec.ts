/** The address names the screen: links go straight there, back and forward work, an unknown name gets a sentence. */
import { TokenPage } from '../../src/kit/pages/token-page.ts';
import { expect, test } from './support/app.ts';
import { testOnDisk } from './support/own-server.ts';

/** In the sample workspace. */
const SCREENS: readonly { address: string; region: string | RegExp; heading: string }[] = [
  { address: '/cases', region: 'Cases', heading: 'Cases' },
  { address: '/cases/INV-1001', region: 'Case INV-1001', heading: 'INV-1001' },
  {
    address: '/cases/INV-1001/actions/post-invoice',
    region: 'Action INV-1001/post-invoice',
    heading: 'Post invoice to ERP',
  },
  { address: '/queues', region: 'Queues', heading: 'Queues' },
  { address: '/builder', region: 'Builder', heading: 'Builder' },
  { address: '/builder/post-entry', region: 'Builder', heading: 'Builder' },
  { address: '/external-apis', region: 'External APIs', heading: 'External APIs' },
  { address: '/external-apis/erp', region: 'External API erp', heading: 'erp' },
  { address: '/scenarios', region: 'Scenarios', heading: 'Scenarios' },
  { address: '/lab', region: 'Lab', heading: 'Lab' },
  { address: '/settings', region: 'Settings', heading: 'Settings' },
  { address: '/workspaces', region: 'Workspaces', heading: 'Workspaces' },
  { address: '/workspaces/backups', region: 'Backups', heading: 'Backups' },
];

test('every address shows its screen after a cold load', async ({ page, app }) => {
  test.setTimeout(180_000);
  for (const { address, region, heading } of SCREENS) {
    await test.step(address, async () => {
      await app.open(page, address);
      await expect(page.getByRole('region', { name: region, exact: true }).first()).toBeVisible();
      await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
      // The token is gone from the address, the screen is still in it, and the window's title says where one is.
      await expect(page).toHaveURL(`${app.origin}/#${address}`);
      await expect(page).toHaveTitle(`${heading} · Sample workspace · Trigger Lab`);
    });
  }
});

test('no address at all is the list of Cases', async ({ page, app, cases }) => {
  await page.goto(app.at(''));
  await expect(cases.table).toBeVisible();
  await expect(page).toHaveURL(/#\/cases$/);
});

test('each copy of an Action has an address; without a number it is the newest', async ({ page, app, action }) => {
  await app.server.act({ type: 'relaunch', action: 'INV-1002/post-quickly', by: 'dana' });
  await app.open(page, '/cases/INV-1002/actions/post-quickly');
  await expect(action.region('INV-1002/post-quickly/2')).toBeVisible();
  await app.visit(page, '/cases/INV-1002/actions/post-quickly/2');
  await expect(action.region('INV-1002/post-quickly/2')).toBeVisible();
  await app.visit(page, '/cases/INV-1002/actions/post-quickly/1');
  await expect(action.region('INV-1002/post-quickly')).toBeVisible();
  await action.expectInfo({ 'Resolution method': 'Not Done Successfully' });
});

test('an address that names nothing gets a sentence and a way on', async ({ page, app, cases }) => {
  await app.open(page, '/cases/NONE');
  const main = page.getByRole('main');
  await expect(main).toContainText('There is no Case NONE in this workspace.');
  await app.visit(page, '/cases/INV-1001/actions/nothing');
  await expect(main).toContainText('There is no Action INV-1001/nothing');
  await app.visit(page, '/cases/INV-1001/actions/post-invoice/7');
  await expect(main).toContainText('There is no Action INV-1001/post-invoice/7');
  await app.visit(page, '/external-apis/nothing');
  await expect(main).toContainText('This workspace has no External API “nothing”.');
  await app.visit(page, '/builder/nothing');
  await expect(main).toContainText('This workspace has no Action type “nothing”.');
  await app.visit(page, '/nowhere');
  await expect(main).toContainText('There is no screen at this address.');
  await main.getByRole('link', { name: 'Go to Cases' }).click();
  await expect(cases.table).toBeVisible();
});

test('links, back and forward', async ({ page, app, frame, cases, casePage, action }) => {
  await app.open(page, '/cases');
  await cases.open('INV-1001');
  await expect(casePage.region('INV-1001')).toBeVisible();
  await casePage.open('INV-1001/post-invoice');
  await expect(action.region('INV-1001/post-invoice')).toBeVisible();
  await frame.goTo('Settings');
  await expect(page).toHaveURL(/#\/settings$/);

  await page.goBack();
  await expect(action.region('INV-1001/post-invoice')).toBeVisible();
  await page.goBack();
  await expect(casePage.region('INV-1001')).toBeVisible();
  await page.goBack();
  await expect(cases.table).toBeVisible();
  await page.goForward();
  await expect(casePage.region('INV-1001')).toBeVisible();

  const breadcrumb = page.getByRole('navigation', { name: 'Breadcrumb' });
  await breadcrumb.getByRole('link', { name: 'Cases', exact: true }).click();
  await expect(cases.table).toBeVisible();
  await expect(page).toHaveURL(/#\/cases$/);
});

test('search and filters stay in the address and come back with it', async ({ page, app, cases }) => {
  await app.open(page, '/cases');
  await cases.filter('Status', 'Closed').click();
  await expect(cases.row('INV-1001')).toBeHidden();
  await expect(page).toHaveURL(/#\/cases\?status=Closed$/);
  await cases.search.fill('1005');
  await expect(cases.drawnRows).toHaveCount(1 + 1);
  const address = new URL(page.url()).hash.slice(1);
  await cases.open('INV-1005');
  await page.goBack();
  await expect(cases.row('INV-1005')).toBeVisible();
  await expect(cases.search).toHaveValue('1005');

  await app.open(page, address);
  await expect(cases.drawnRows).toHaveCount(1 + 1);
  await expect(cases.filter('Status', 'Closed')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(cases.row('INV-1001')).toBeVisible();
});

test('leaving a form with unsaved text asks first', async ({ page, app, frame, settings, cases }) => {
  await app.open(page, '/settings');
  await settings.maximum.fill('9');
  await frame.goTo('Cases');
  const asked = frame.dialog('Leave without saving?');
  await asked.getByRole('button', { name: 'Stay' }).click();
  await expect(settings.maximum).toHaveValue('9');
  await expect(page).toHaveURL(/#\/settings$/);
  await frame.goTo('Cases');
  await asked.getByRole('button', { name: 'Discard' }).click();
  await expect(cases.table).toBeVisible();
  await frame.goTo('Settings');
  await expect(settings.maximum).toHaveValue('5');
});

test('a tab without a secret asks for the token, says when it is wrong, and takes the printed line', async ({
  page,
  app,
  token,
  pageProblems,
}) => {
  await page.goto(`${app.origin}/#/cases/INV-1001`);
  await expect(token.heading).toBeVisible();
  await expect(page).toHaveTitle('Enter the token · Trigger Lab');
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
  await expect(token.field).toBeFocused();
  await token.openButton.click();
  await expect(token.problem).toContainText('Paste the address that Trigger Lab printed');
  for (const wrong of ['wrong', 'Trigger Lab at http://127.0.0.1:1/?token=wrong', 'ünready ☂']) {
    await token.enter(wrong);
    await expect(token.problem).toHaveText(
      'This is not the token of this Trigger Lab. It prints a new one each time it starts.',
    );
  }
  // Chromium writes each 403 to its console.
  pageProblems.length = 0;
  await token.field.fill(` Trigger Lab at ${app.server.address.href}\n`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Case INV-1001', exact: true })).toBeVisible();
  await expect(page).toHaveURL(`${app.origin}/#/cases/INV-1001`);
});

test('the token leaves the address and is kept nowhere; a reload works, another tab is not let in', async ({
  page,
  app,
  context,
}) => {
  await app.open(page, '/cases');
  const token = app.server.address.searchParams.get('token') ?? '';
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Cases', exact: true })).toBeVisible();
  await expect(page).toHaveURL(`${app.origin}/#/cases`);
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]));
  expect(kept).toContain('trigger-lab:secret');
  expect(kept).not.toContain(token);
  expect(await context.cookies()).toEqual([]);

  const other = await context.newPage();
  await other.goto(`${app.origin}/#/cases`);
  await expect(new TokenPage(other).heading).toBeVisible();
  await other.close();
});

test('a screen whose file cannot be had says so and can be reloaded; the page tries nothing that its policy refuses', async ({
  page,
  app,
}) => {
  const refused: string[] = [];
  await page.exposeFunction('policyRefused', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { policyRefused: (what: string) => void }).policyRefused(
        `${violatedDirective} ${blockedURI}`,
      );
    });
  });
  await page.route('**/assets/editor-screen-*.js', (route) => route.abort('connectionrefused'));
  await app.open(page, '/scenarios/editor');
  await expect(page.getByRole('alert')).toContainText('This part of the page could not be loaded.');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Scenario editor' })).toBeVisible();
  expect(refused).toEqual([]);
});

testOnDisk(
  'when Trigger Lab was started again on its port, the tab asks over what it showed, and loses nothing typed',
  async ({ page, app, settings, token, pageProblems }) => {
    await app.open(page, '/settings');
    await settings.maximum.fill('9');
    await app.restart({ samePort: true });
    await expect(token.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(token.dialog).toBeVisible();
    await token.enter(app.server.address.href);
    await expect(token.dialog).toBeHidden();
    await expect(settings.maximum).toHaveValue('9');
    pageProblems.length = 0;
  },
);
