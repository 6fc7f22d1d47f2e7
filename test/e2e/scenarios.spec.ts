/** The library, a file of one's own, stepping and running, and the present workspace as a file. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from './support/app.ts';
import { CLI } from './support/server.ts';

const ESCALATION = 'Five retries fail and the Case owner is told';

const FAILING = `title: It expects what does not come
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/invoices, otherwise: { fail: refused } } }
actionTypes: { post-invoice: { title: Post invoice, externalApi: erp } }
cases: { C1: { owner: dana, process: [post-invoice] } }
steps:
  - launch: { case: C1 }
  - expect: { action: C1/post-invoice, retries: 0/5 }
  - expect: { action: C1/post-invoice, status: Closed }
  - retry: { action: C1/post-invoice, by: dana }
  - expect: { action: C1/post-invoice, retries: 1/5 }
`;

const INVALID = `title: It is not right
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/invoices, otherwise: { fail: refused } } }
actionTypes: { post-invoice: { title: Post invoice, externalApi: erp, due: 8 hours } }
cases: { C1: { owner: dana, process: [post-invoice] } }
steps:
  - lunch: { case: C1 }
`;

const UNDEFINED = FAILING.replace('externalApi: erp', 'externalApi: erb');

test.beforeEach(async ({ app, page }) => {
  await app.open(page, '/scenarios');
});

test('the library is there, is searched, and one of it is opened and stepped through', async ({
  page,
  app,
  frame,
  cases,
  casePage,
  scenarios,
}) => {
  await expect.poll(() => scenarios.library.getByRole('listitem').count()).toBeGreaterThanOrEqual(18);
  await page.getByRole('searchbox', { name: 'Search scenarios' }).fill('five retries');
  await expect(scenarios.library.getByRole('listitem')).toHaveCount(1);
  await scenarios.open(ESCALATION);
  await expect(scenarios.player.getByRole('heading', { name: ESCALATION })).toBeVisible();
  // Run stays in the library, by the title of what it runs: what is called Run alone is about the open one.
  await expect(scenarios.entry(ESCALATION).getByRole('button', { name: `Run ${ESCALATION}` })).toBeVisible();
  const total = await scenarios.steps.count();
  await expect(scenarios.stepsThat('pending')).toHaveCount(total);

  await scenarios.step();
  await expect(scenarios.stepsThat('passed')).toHaveCount(1);
  await expect(scenarios.stepsThat('pending')).toHaveCount(total - 1);
  await scenarios.step();
  await scenarios.step();
  await expect(scenarios.stepsThat('passed')).toHaveCount(3);

  // It is the workspace: its Case waits.
  await frame.goTo('Cases');
  await expect(cases.drawnRows).toHaveCount(1 + 1);
  await cases.open('INV-1006');
  await expect(await casePage.cell('INV-1006/post-entry', 'Retries')).toHaveText('0/5');

  await app.visit(page, '/scenarios');
  await scenarios.run();
  await expect(scenarios.stepsThat('passed')).toHaveCount(total);
  await expect(scenarios.stepsThat('failed')).toHaveCount(0);
  await expect(scenarios.stepsThat('pending')).toHaveCount(0);
  await app.visit(page, '/cases/INV-1006');
  await expect(casePage.attention).toBeVisible();
  await frame.expectNow('2026-01-05T09:31:00.000Z');

  // Going back takes the whole run as one.
  await frame.goBack();
  await expect(casePage.attention).toBeHidden();
  await expect(await casePage.cell('INV-1006/post-entry', 'Retries')).toHaveText('0/5');
});

test('a file whose expectation fails: the step turns failed and says expected and actual', async ({
  app,
  scenarios,
}) => {
  await scenarios.choose(await app.write('failing.yaml', FAILING));
  await expect(scenarios.stepsThat('pending')).toHaveCount(5);
  await scenarios.run();
  await expect(scenarios.stepsThat('failed')).toHaveCount(1);
  await expect(scenarios.stepsThat('passed')).toHaveCount(4);
  const failed = scenarios.stepsThat('failed');
  await expect(failed).toHaveAccessibleName(/^Step 3: .*failed$/);
  await expect(failed).toContainText('"Closed"');
  await expect(failed).toContainText('"Waiting"');
});

test('a scenario chosen with what it includes, another of its examples, and what both exercise', async ({
  page,
  app,
  scenarios,
}) => {
  const include =
    'title: Waited\ninclude: [./people.yaml]\nparams: { wait: 1m }\nexamples: [{ wait: 2m }, { wait: 3m }]\n';
  const own = 'actionTypes: { check: { manual: true } }\ncases: { C1: { owner: dana, process: [check] } }\n';
  const steps = 'steps: [{ launch: { case: C1 } }, { take: { action: C1/check, by: dana } }, { advance: $wait }]\n';
  const people = await app.write('people.yaml', 'users: { dana: {} }\n');
  await scenarios.choose(people, await app.write('waited.yaml', `${include}${own}${steps}`));
  await expect(scenarios.example).toHaveValue('1');
  await scenarios.example.selectOption('Example 2 of 2: Waited [wait=3m]');
  await expect(scenarios.player.getByRole('heading', { name: 'Waited [wait=3m]' })).toBeVisible();
  await scenarios.run();
  await expect(scenarios.stepsThat('passed')).toHaveCount(3);

  await scenarios.region.getByRole('button', { name: 'Coverage', exact: true }).click();
  const row = page.getByRole('row', { name: 'manual: take', exact: true });
  await row.click();
  await expect(
    page.getByRole('list', { name: 'Which' }).getByRole('button', { name: 'Waited [wait=3m]' }),
  ).toBeVisible();
  await page.getByText('This workspace', { exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'rows of the state table' })).toContainText('1 of 38');
  await row.getByRole('button', { name: '1 Action' }).click();
  await page.getByRole('list', { name: 'Which' }).getByRole('link', { name: 'C1/check' }).click();
  await expect(page.getByRole('region', { name: 'Action C1/check' })).toBeVisible();
});

test('an invalid file opens nothing and says where each problem stands', async ({
  page,
  app,
  frame,
  scenarios,
  cases,
}) => {
  await scenarios.choose(await app.write('invalid.yaml', INVALID));
  await expect(frame.said('alert', 'invalid.yaml')).toBeVisible();
  await expect(scenarios.problems).toHaveCount(2);
  await expect(scenarios.problems.filter({ hasText: /^4:\d+ actionTypes/ })).toContainText('8 hours');
  await expect(scenarios.problems.filter({ hasText: /^7:\d+ steps/ })).toContainText('did you mean "launch"');
  await scenarios.choose(await app.write('undefined.yaml', UNDEFINED));
  await expect(frame.said('alert', 'undefined.yaml')).toBeVisible();
  await expect(scenarios.problems.filter({ hasText: /^4:\d+ actionTypes/ })).toContainText('erp');
  await app.visit(page, '/cases');
  await expect(cases.row('INV-1001')).toBeVisible();

  // Not even YAML.
  await app.visit(page, '/scenarios');
  await scenarios.choose(await app.write('broken.yaml', 'title: [one\nsteps: }'));
  await expect(frame.said('alert', 'broken.yaml')).toBeVisible();
  await expect(scenarios.problems.first()).toContainText(/\d+:\d+/);
});

test('the exported workspace is a scenario that the command line passes', async ({
  page,
  app,
  frame,
  scenarios,
  cases,
}) => {
  await frame.nextEvent();
  await frame.untilIdle();
  await frame.expectIdle();
  const now = await frame.instant();
  const download = await scenarios.export();
  expect(download.suggestedFilename()).toMatch(/\.ya?ml$/);
  const file = app.path('exported.yaml');
  await download.saveAs(file);
  expect(await readFile(file, 'utf8')).toContain('INV-1001');
  const run = await promisify(execFile)(process.execPath, [CLI, 'run', '--reporter', 'json', file]);
  expect(JSON.parse(run.stdout).scenarios).toMatchObject([{ passed: true, failures: [] }]);

  // Opened here and run, it leads to the same.
  await frame.goTo('Cases');
  await expect(cases.row('INV-1001')).toBeVisible();
  const before = await cases.table.ariaSnapshot();
  await app.visit(page, '/scenarios');
  await scenarios.choose(file);
  await scenarios.run();
  await expect(scenarios.stepsThat('pending')).toHaveCount(0);
  await expect(scenarios.stepsThat('failed')).toHaveCount(0);
  await expect.poll(() => frame.instant()).toBe(now);
  await frame.goTo('Cases');
  await expect.poll(() => cases.table.ariaSnapshot()).toBe(before);
});

test('starting over with an empty workspace leaves every list with a sentence, and the one before as it was', async ({
  page,
  app,
  frame,
  scenarios,
  cases,
}) => {
  await scenarios.startOver('Empty workspace');
  await frame.goTo('Cases');
  await expect(cases.region).toContainText('There are no Cases in this workspace yet.');
  await app.visit(page, '/queues');
  await expect(page.getByRole('main')).toContainText('This workspace has no queues and no people yet.');
  await app.visit(page, '/external-apis');
  await expect(page.getByRole('main')).toContainText('There are no External APIs yet.');
  await app.visit(page, '/cases');
  await cases.region.getByRole('button', { name: 'Open the sample workspace' }).click();
  await expect(cases.row('INV-1001')).toBeVisible();
  await frame.returnToWorkspace();
  await expect(cases.row('INV-1001')).toBeHidden();
});
