/** The Lab: a designer compares, sweeps, cancels, looks at a single life, and takes figures along. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { LabPage } from '../../src/kit/pages/lab-page.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

const WORKSPACE = `
title: A flaky bank
queues: [Finance]
users: { dana: {}, omar: { queues: [Finance] } }
externalApis:
  bank:
    url: https://bank.example.test/pay
    random: { failRate: 0.6, successRate: 0.9, responseAfter: { lognormal: { median: 12m, p95: 1h } } }
actionTypes:
  pay: { title: Pay, externalApi: bank, responseWithin: 40m, allocation: { queue: Finance, user: omar } }
  sign: { title: Sign, manual: true, allocation: { queue: Finance } }
caseTypes:
  payment: { owner: dana, process: [pay] }
`;

test.use({ scenario: WORKSPACE });

test('three patterns are compared; an escalated life is looked at and stepped through; figures and pictures are taken along', async ({
  page,
  app,
  frame,
  scenarios,
  life,
  why,
}) => {
  const lab = new LabPage(page);
  await app.open(page, '/lab');
  await expect(lab.form.getByRole('combobox', { name: 'Action type' })).toHaveValue('pay');
  await lab.addVariant(2, '1');
  await lab.addVariant(3, '8');
  await lab.play({ trials: '20,000' });
  await expect(lab.run).toContainText('finished');
  await expect(lab.section('In short').getByRole('listitem')).toHaveText([
    /^Maximum retries 1 against as configured: [\d.]+ more escalations per 1,000/,
    /^Maximum retries 8 against as configured: [\d.]+ fewer escalations per 1,000/,
  ]);
  const escalated = lab.table('Figures').getByRole('row', { name: /^Escalated to the Case owner/ });
  // 0.6^6 and 0.6^2 of a thousand.
  await expect(escalated.getByRole('cell').nth(0)).toHaveText(/^4\d\.\d/);
  await expect(escalated.getByRole('cell').nth(1)).toHaveText(/^3[567]\d\.\d/);
  await expect(lab.table('Differences').getByRole('columnheader')).toHaveText(['Figure', /retries 1$/, /retries 8$/]);

  const outcomes = lab.section('Outcomes');
  const csv = await readFile(await (await lab.save(outcomes, 'CSV')).path(), 'utf8');
  expect(csv.split('\r\n')[0]).toContain('Variant,Done Successfully (share)');
  expect(csv.split('\r\n')).toHaveLength(5);
  const svg = await lab.save(outcomes, 'SVG');
  expect(svg.suggestedFilename()).toBe('outcomes.svg');
  expect(await readFile(await svg.path(), 'utf8')).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  const png = await readFile(await (await lab.save(outcomes, 'PNG')).path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(JSON.parse(await readFile(await (await lab.save(lab.run, 'JSON')).path(), 'utf8')).variants).toHaveLength(3);

  await outcomes.getByText('Table', { exact: true }).click();
  await expect(outcomes.getByRole('table', { name: 'Outcomes' }).getByRole('row')).toHaveCount(4);

  await lab.table('Figures').getByRole('button', { name: 'Show one: Not Done Successfully, as configured' }).click();
  // A view beside the Lab: the workspace is as it was, and nothing can be done in there.
  await expect(life.region).toHaveAccessibleName(/^Trial \d+ of Pay: Not Done Successfully$/);
  await expect(life.errorBar).toContainText('Retried 5 of 5 times');
  await expect(life.marks).toBeVisible();
  await expect(life.region.getByRole('button', { name: /^Show request and reply/ })).toHaveCount(6);
  await why.ask(life.region);
  await page.keyboard.press('Escape');
  await expect(life.region.getByRole('link')).toHaveCount(0);
  await expect(life.region.getByRole('button', { name: 'Retry', exact: true })).toHaveCount(0);
  await expectAccessible(page, page.url());
  await expect(page.getByRole('button', { name: 'Workspace A flaky bank', exact: true })).toBeVisible();

  // From there it opens as a scenario of its own.
  await life.openAsScenarioButton.click();
  await expect(page).toHaveURL(/#\/scenarios/);
  await expect(page.getByText(/^Trial \d+ of Pay: Not Done Successfully$/).first()).toBeVisible();
  await expect(scenarios.steps.first()).toHaveAttribute('aria-label', /pending$/);
  for (const step of await scenarios.steps.all()) {
    await scenarios.step();
    await expect(step).toHaveAttribute('aria-label', /passed$/);
  }
  await app.visit(page, '/cases/Trial/actions/pay');
  await expect(page.getByText('Retried 5 of 5 times').first()).toBeVisible();
  await frame.returnToWorkspace();
  await expect(page.getByRole('button', { name: 'Workspace A flaky bank', exact: true })).toBeVisible();
});

/** On screen and on paper nothing is wider than the page, and one sheet of A4 or Letter is enough. */
async function expectPrintable(page: Page, report: string): Promise<void> {
  const paper = await page.context().newPage();
  await paper.setContent(report);
  await expectAccessible(paper, 'report');
  for (const width of [1280, 375]) {
    await paper.setViewportSize({ width, height: 800 });
    expect(await paper.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  for (const format of ['A4', 'Letter']) {
    const pdf = (await paper.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
  }
  await paper.close();
}

test('two settings are swept: a map, a front, a recommendation', async ({ page, app }) => {
  const lab = new LabPage(page);
  await app.open(page, '/lab');
  await lab.choose('Sweep');
  await lab.value('Setting 1', 'To').fill('4');
  await lab.form.getByRole('button', { name: 'Add a second setting' }).click();
  await lab.value('Setting 2', 'Setting').click();
  await page.getByRole('option', { name: 'First interval' }).click();
  await lab.form.getByRole('group', { name: 'Setting 2' }).getByText('A list').click();
  await lab.value('Setting 2', 'Values').fill('1m, 2m, 3m, 4m, 5m, 6m, 7m, 8m, 9m, 20m');
  await lab.play({ trials: '2000' });
  await expect(lab.run).toContainText('finished');
  const map = lab.table(/by Maximum retries and First interval$/);
  await expect(map.getByRole('row')).toHaveCount(6);
  // 0.6^1 to 0.6^5 of a thousand, whatever the interval.
  await expect(map.getByRole('row').nth(1).getByRole('cell').first()).toHaveText(/^(5[6-9]|6[0-4])\d\.\d$/);
  await expect(map.getByRole('row').nth(5).getByRole('cell').first()).toHaveText(/^[6-9]\d\.\d(best tried)?$/);
  await expect(lab.run.getByRole('list', { name: 'On the front' }).getByRole('listitem').first()).toContainText(
    'Maximum retries',
  );
  const recommend = lab.section('Recommend');
  await expect(recommend.getByRole('status')).toContainText(
    'No variant keeps these limits. The best tried: Maximum retries 4',
  );
  for (const field of await recommend.locator('input:visible').all())
    expect(await field.evaluate((input) => input.scrollWidth - input.clientWidth)).toBeLessThanOrEqual(0);
  await recommend.getByLabel('Limit 2: value').fill('soon');
  await expect(recommend.getByText('Expected a duration, such as 2h.')).toBeVisible();
  await recommend.getByRole('button', { name: 'Remove limit 2' }).click();
  await recommend.getByLabel('Limit 1: value').fill('150');
  await expect(recommend.getByRole('status')).toContainText(
    /^Maximum retries 3, first interval \d+ min keeps each limit with 95 % confidence/,
  );
  await expect(map.getByText('recommended')).toBeVisible();
  const saved = await lab.save(lab.run, 'Report');
  expect(saved.suggestedFilename()).toMatch(/^\w+-maximum-retries-first-interval-[\d-]+\.html$/);
  await expect(page.getByRole('status').filter({ hasText: `Saved as ${saved.suggestedFilename()}` })).toBeVisible();
  const report = await readFile(await saved.path(), 'utf8');
  expect(report).toMatch(/<strong>Maximum retries 3, first interval \d+ min<\/strong> keeps each limit/);
  await expectPrintable(page, report);
  await recommend.getByRole('button', { name: 'Use these settings' }).click();
  const asked = page.getByRole('dialog');
  await expect(asked).toContainText('Maximum retries: 5 → 3');
  await expect(asked.getByRole('status')).toHaveText('No live Action is affected.');
  await asked.getByRole('button', { name: 'Save' }).click();
  await expect(map.getByText('now', { exact: true })).toBeVisible();
  await expect(lab.section('In short')).toContainText(/In use since .*: Maximum retries 3 \(before: 5\)/);
  await expect(recommend.getByRole('button', { name: 'Use these settings' })).toBeHidden();
  const applied = await lab.save(lab.run, 'Report');
  await expectPrintable(page, await readFile(await applied.path(), 'utf8'));
  await page.keyboard.press('ControlOrMeta+z');
  await expect(recommend.getByRole('button', { name: 'Use these settings' })).toBeVisible();
});

test('a long run is cancelled and keeps what there is; runs are renamed, found again, forgotten', async ({
  page,
  app,
}) => {
  const lab = new LabPage(page);
  await app.open(page, '/lab');
  await lab.play({ trials: '1,000,000,000' });
  await expect(lab.run.getByRole('progressbar', { name: 'Trials played' })).toBeVisible();
  await expect(lab.section('Outcomes')).toBeVisible();
  await lab.cancelButton.click();
  await expect(lab.run).toContainText(/cancelled at [\d,]+/);
  await expect(lab.section('Outcomes')).toBeVisible();

  await app.visit(page, '/lab');
  const row = lab.runs.getByRole('row', { name: 'pay', exact: true });
  await row.getByRole('button', { name: 'Rename' }).click();
  await row.getByRole('textbox').fill('As it is');
  await page.keyboard.press('Enter');
  await page.reload();
  const renamed = lab.runs.getByRole('row', { name: 'As it is', exact: true });
  await expect(renamed).toContainText('cancelled at');
  await renamed.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(renamed).toBeHidden();
});

test('runs are looked at side by side', async ({ page, app }) => {
  const lab = new LabPage(page);
  await app.open(page, '/lab');
  await lab.play({ trials: '2000' });
  await app.visit(page, '/lab');
  await lab.choose('Compare');
  await lab.form.getByRole('button', { name: 'Change a setting' }).click();
  await lab.value('Variant 1, change 1').fill('0');
  await lab.play({ trials: '2000' });
  await app.visit(page, '/lab');
  await expect(lab.runs.getByRole('row')).toHaveCount(3);
  for (const box of await lab.runs.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Compare runs' }).click();
  await expect(lab.comparison).toBeVisible();
  const figures = page.getByRole('table', { name: 'Figures' });
  const escalated = figures.getByRole('row', { name: /^Escalated to the Case owner/ });
  // 0.6 and 0.6^6 of a thousand, the later run first.
  await expect(escalated.getByRole('cell').nth(0)).toHaveText(/^(5[6-9]|6[0-4])\d\.\d/);
  await expect(escalated.getByRole('cell').nth(1)).toHaveText(/^[3-6]\d\.\d/);
  const report = await readFile(await (await lab.save(page.locator('body'), 'Report')).path(), 'utf8');
  expect(report).toContain('How do 2 variants of 2 runs compare?');
});

test('bad input is refused in a sentence, and nothing typed is lost', async ({ page, app }) => {
  const lab = new LabPage(page);
  await app.open(page, '/lab');
  await lab.addVariant(2, '101');
  await lab.form.getByRole('textbox', { name: 'Trials' }).fill('many');
  await lab.form.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(lab.form).toContainText('Expected a whole number from 1 to 1,000,000,000.');
  await expect(lab.form.getByRole('group', { name: 'Variant 2, change 1' })).toContainText(
    'Expected a whole number from 0 to 100.',
  );
  await app.visit(page, '/cases');
  await app.visit(page, '/lab');
  await expect(lab.value('Variant 2, change 1')).toHaveValue('101');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the form, a comparison and a sweep are accessible, ${scheme}`, async ({ page, app }) => {
    const lab = new LabPage(page);
    await page.emulateMedia({ colorScheme: scheme });
    await app.open(page, '/lab');
    await lab.addVariant(2, '1');
    await expectAccessible(page, page.url());
    await lab.play({ trials: '1000' });
    await expect(lab.section('Outcomes')).toBeVisible();
    await expectAccessible(page, page.url());
    await app.visit(page, '/lab');
    await lab.choose('Outage');
    await lab.play({ trials: '1000' });
    await expect(lab.section('Sweep')).toBeVisible();
    await expectAccessible(page, page.url());
  });
}
