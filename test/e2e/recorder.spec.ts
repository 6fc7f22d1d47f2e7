/** A walk through the Builder, an External API, a Case, its Action and the clock is recorded, passes, and plays as a lesson. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { RecorderPage } from '../../src/kit/pages/recorder-page.ts';
import { expectAccessibleInDark, expectGood } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { expectFits } from './support/layout.ts';
import { REFUSED } from './support/scenarios.ts';
import { CLI } from './support/server.ts';

test.use({ scenario: REFUSED });

test('a walk of thirty clicks becomes a file that passes on both transports, and a lesson', async ({
  page,
  app,
  frame,
  action,
  builder,
  cases,
  casePage,
  externalApi,
  queues,
  scenarios,
}) => {
  const recorder = new RecorderPage(page);
  await app.open(page, '/scenarios');
  await scenarios.region.getByRole('button', { name: 'Record', exact: true }).click();
  await recorder.beginChapter('Nothing listens');
  await recorder.press('Recorded steps');
  await expect(recorder.steps.getByRole('listitem')).toHaveText(['Chapter: “Nothing listens”.']);

  await frame.goTo('Builder');
  await builder.tab('Queues').click();
  await builder.field('Name of the new queue').fill('Late');
  await builder.button('New queue').click();
  await app.visit(page, '/settings');
  await page.getByRole('spinbutton', { name: 'Maximum retries' }).fill('3');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(recorder.steps.getByRole('listitem').last()).toContainText('maximum retries 3');
  await recorder.say('An invoice is posted while the ERP does not listen.');

  await frame.goTo('Cases');
  await cases.launch('INV-1');
  await app.visit(page, '/cases/INV-1/actions/post-invoice');
  await recorder.press('Show this');
  await expect(recorder.steps.getByRole('listitem').last()).toHaveText('Shows INV-1/post-invoice.');
  await recorder.expectThis('INV-1/post-invoice', '… is Waiting');
  await frame.nextEvent();
  await recorder.ask('Omar clicks Retry. What does the error bar count?', ['1 of 3', '2 of 3'], 2);
  await action.retryButton.click();
  await action.expectRetried(2, 3);
  await recorder.expectThis('INV-1/post-invoice', '… has made 2 of 3 retries');
  await frame.untilIdle();
  await recorder.expectThis('INV-1/post-invoice', '… has the resolution method “Not Done Successfully”');
  await recorder.beginChapter('The API listens again');
  await expectGood(page, 'an Action while it is recorded');
  await expectAccessibleInDark(page, 'an Action while it is recorded');

  await app.visit(page, '/external-apis/erp');
  await externalApi.apiIs.getByRole('radio', { name: 'Up' }).check();
  await recorder.press('Show this');
  await app.visit(page, '/cases/INV-1');
  await recorder.expectThis('INV-1', '… needs attention');
  await casePage.press('Relaunch');
  await frame.untilIdle();
  await app.visit(page, '/queues');
  await queues.take('INV-1/archive', 'omar');
  await app.visit(page, '/cases/INV-1/actions/archive');
  await recorder.expectThis('INV-1/archive', '… is assigned to omar');
  await recorder.say('The papers are with Omar now.');

  const steps = recorder.steps.getByRole('listitem');
  await steps
    .filter({ hasText: 'does not listen' })
    .getByRole('button', { name: /^Reword step/ })
    .click();
  await recorder.dialog.getByRole('textbox', { name: 'What is told' }).fill('An invoice is posted; nothing listens.');
  await recorder.dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(steps.filter({ hasText: 'An invoice is posted; nothing listens.' })).toBeVisible();
  await page.setViewportSize({ width: 683, height: 384 });
  await expectFits(page.locator('body'), 'the recorder');
  await page.setViewportSize({ width: 1280, height: 800 });

  const download = await recorder.saveAsLesson('What the error bar counts');
  expect(download.suggestedFilename()).toBe('what-the-error-bar-counts.yaml');
  const file = app.path('recorded.yaml');
  await download.saveAs(file);
  expect(await readFile(file, 'utf8')).toContain('  - say: An invoice is posted; nothing listens.\n');
  const runs = ['http', 'direct'].map((transport) =>
    promisify(execFile)(process.execPath, [CLI, 'run', '--reporter', 'json', '--transport', transport, file]),
  );
  for (const { stdout } of await Promise.all(runs)) {
    expect(JSON.parse(stdout).scenarios).toMatchObject([{ passed: true, failures: [] }]);
  }

  const lesson = page.getByRole('region', { name: 'Lesson', exact: true });
  const next = lesson.getByRole('button', { name: 'Next', exact: true });
  await expect(lesson.getByRole('heading', { name: 'What the error bar counts' })).toBeVisible();
  await next.click();
  await expect(lesson).toContainText('An invoice is posted; nothing listens.');
  await next.click();
  const answer = lesson.getByRole('radio', { name: '2 of 3' });
  await answer.click();
  // The server marks it: `check` would not wait for that.
  await expect(answer).toBeChecked();
  await lesson.getByRole('button', { name: 'Reveal', exact: true }).click();
  await action.expectInfo({ Status: expect.stringContaining('Closed') });
  await next.click();
  await expect(lesson).toContainText('The papers are with Omar now.');
  await expect(lesson).toContainText('This is the end of the lesson.');
  await app.visit(page, '/scenarios');
  await expect(scenarios.stepsThat('failed')).toHaveCount(0);
});
