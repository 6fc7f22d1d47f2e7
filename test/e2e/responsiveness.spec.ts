/** Two thousand live Actions at 1,000×: lists are virtualised, clicks are answered, the window never stands still. */
import type { Locator } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { median, Stopwatch, tasksDuring } from './support/stopwatch.ts';

/** Calls that mostly fail, a retry every minute or so, for a hundred minutes at least. */
const CROWD = `
title: Two thousand live Actions
settings: { retry: { max: 100, first: 1m, factor: 1, jitter: 0.5 } }
queues: [Finance]
users: { dana: {}, lee: {}, omar: { queues: [Finance] } }
externalApis:
  ledger:
    url: https://ledger.example.test/entries
    random:
      failRate: 0.97
      fail: { refused: 3, 503: 2, reset: 1 }
      acceptAfter: { uniform: [50ms, 900ms] }
      successRate: 0.85
      responseAfter: { lognormal: { median: 6m, p95: 25m } }
      reasons: { Unknown supplier: 2, Amount does not match: 1 }
actionTypes:
  post-entry: { title: Post entry to the ledger, externalApi: ledger, responseWithin: 45m, allocation: { queue: Finance, user: omar } }
caseTypes:
  invoice: { owner: dana, data: { supplier: Northwind }, process: [post-entry, post-entry] }
`;
const COUNT = 2_000;
/** A click that asks for nothing. */
const FLOOR = 'nothing';

test.use({ scenario: CROWD, trace: 'off' });
test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeEach(async ({ app }) => {
  await app.server.act({ type: 'launchCases', caseType: 'invoice', count: COUNT });
});

test('lists draw the rows in sight, however many there are', async ({ page, app, cases, externalApi, queues }) => {
  await app.server.advance('3m');
  await app.open(page);
  await expect(cases.region).toContainText('2,000 Cases');
  await expect(cases.row('invoice-2000')).toBeVisible();
  expect(await cases.drawnRows.count()).toBeLessThan(80);
  // The box ends with a whole row, whatever the window's height.
  const cutOff = await cases.table.evaluate((table) => (table.parentElement?.clientHeight ?? 1) % 36);
  expect(cutOff).toBe(0);
  // The last one is there as soon as one goes there, by the keyboard.
  await cases.row('invoice-2000').focus();
  for (let page_ = 0; page_ < 3; page_ += 1) await page.keyboard.press('PageDown');
  await expect(cases.row('invoice-2000')).toBeHidden();
  expect(await cases.drawnRows.count()).toBeLessThan(80);
  await cases.search.fill('invoice-77');
  await expect(cases.drawnRows).toHaveCount(1 + 11);
  await app.visit(page, '/external-apis/ledger');
  await expect(externalApi.requests.getByRole('row', { name: /call \d+$/ }).first()).toBeVisible();
  expect(await externalApi.requests.getByRole('row').count()).toBeLessThan(80);
  expect(await externalApi.waiting.getByRole('row').count()).toBeLessThan(80);
  await app.visit(page, '/queues');
  await expect(queues.queue('Finance')).toBeVisible();
  expect(await queues.work.getByRole('row').count()).toBeLessThan(80);
});

test('at 1,000× the clock races on while one changes screens, filters and sorts; the times are reported', async ({
  browser,
  page,
  app,
  frame,
  cases,
}, info) => {
  await app.open(page);
  await expect(cases.row('invoice-2000')).toBeVisible();
  const stopwatch = await Stopwatch.start(page);
  const heading = (title: string) => `document.querySelector('h1')?.textContent === '${title}'`;
  const link = (name: string) => frame.navigation.getByRole('link', { name, exact: true });
  const sorted = `document.querySelector('th[aria-sort="ascending"]')`;

  /** One round of clicks of every kind; each name with its milliseconds. */
  const round = async (): Promise<[string, number][]> => {
    const times: [string, number][] = [];
    const click = async (what: string, target: Locator, effect: string) => {
      times.push([what, Math.round(await stopwatch.click(target, effect))]);
    };
    // What a click costs here that changes one attribute: the browser's own frame, and whoever else wants the processor.
    await page.evaluate(() => {
      delete document.documentElement.dataset.probe;
      document.addEventListener('click', () => document.documentElement.setAttribute('data-probe', ''), { once: true });
    });
    await click(FLOOR, page.getByRole('heading', { level: 1 }), `document.documentElement.hasAttribute('data-probe')`);
    await click('Queues', link('Queues'), heading('Queues'));
    await click('External APIs', link('External APIs'), heading('External APIs'));
    await click('Settings', link('Settings'), heading('Settings'));
    await click('Cases', link('Cases'), `document.querySelector('table[aria-label="Cases"] tbody tr[aria-label]')`);
    const chip = cases.filter('Status', 'Draft');
    const pressed = `document.querySelector('fieldset[aria-label="Status"] [aria-pressed="true"]')`;
    await click('filter on', chip, pressed);
    await click('filter off', chip, `!${pressed}`);
    await click('sort', cases.table.getByRole('button', { name: 'Reference' }), sorted);
    await click('sort back', cases.table.getByRole('button', { name: 'Reference' }), `!${sorted}`);
    await click('bell', frame.bell, `document.querySelector('[aria-label="Notifications"]')`);
    await click('bell again', frame.bell, `!document.querySelector('[aria-label="Notifications"]')`);
    const first = cases.table.getByRole('link').first();
    await click('a Case', first, `document.querySelector('section[aria-label^="Case "]')`);
    await click(
      'its Action',
      page.getByRole('table', { name: 'Actions' }).getByRole('link').first(),
      `document.querySelector('section[aria-label^="Action "]')`,
    );
    await click('back to Cases', link('Cases'), heading('Cases'));
    return times;
  };

  await round();
  await stopwatch.longTasks();
  const paused = await round();
  const pausedTasks = await stopwatch.longTasks();

  await frame.speed.selectOption('1000');
  const before = await frame.instant();
  const startedAt = performance.now();
  await frame.playButton.click();
  await expect(frame.pauseButton).toBeVisible();
  await stopwatch.longTasks();
  const playing: [string, number][] = [];
  for (let turn = 0; turn < 3; turn += 1) playing.push(...(await round()));
  const playingTasks = await stopwatch.longTasks();
  // Apart from the clicks that are timed: tracing takes time of its own.
  const busyMs = await tasksDuring(browser, page, async () => {
    await round();
    await round();
  });
  const pause = Math.round(
    await stopwatch.click(
      frame.pauseButton,
      `![...document.querySelectorAll('button')].some((b) => b.textContent === 'Pause')`,
    ),
  );
  const realMs = performance.now() - startedAt;
  const virtualMs = (await frame.instant()) - before;

  const ms = (times: readonly [string, number][]) => times.flatMap(([what, each]) => (what === FLOOR ? [] : [each]));
  const measured = {
    clicks: { paused: Object.fromEntries(paused), playing },
    medianMs: { paused: median(ms(paused)), playing: median(ms(playing)) },
    maxMs: { paused: Math.max(...ms(paused)), playing: Math.max(...ms(playing)) },
    pauseMs: pause,
    longTasksMs: { paused: pausedTasks, playing: playingTasks },
    longestTasksOfProcessorMs: busyMs.slice(0, 10),
    reachedSpeed: Math.round(virtualMs / realMs),
  };
  await info.attach('measured.json', { body: JSON.stringify(measured, null, 2), contentType: 'application/json' });
  info.annotations.push({ type: 'measured', description: JSON.stringify(measured) });

  // It did race meanwhile, and the list is still a list.
  expect(virtualMs).toBeGreaterThan(60_000);
  expect(await cases.drawnRows.count()).toBeLessThan(80);
  // The times are in the report, not asserted: speed belongs to a machine.
});
