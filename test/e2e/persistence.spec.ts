/** The app is closed, by a signal or by a power cut, and opened again: everything is as it was, and time goes on. */
import type { Page } from '@playwright/test';
import type { Frame } from '../../src/kit/pages/frame.ts';
import type { App } from './support/app.ts';
import { expect, testOnDisk as test } from './support/own-server.ts';
import { REFUSED } from './support/scenarios.ts';

const SCREENS = [
  '/cases',
  '/cases/INV-1',
  '/cases/INV-1/actions/post-invoice',
  '/cases/INV-2',
  '/cases/INV-2/actions/post-invoice',
  '/queues',
  '/external-apis/erp',
  '/builder',
  '/settings',
];

/** What a screen says, by its accessibility tree. */
async function screenText(app: App, page: Page): Promise<string> {
  const text = await page.getByRole('main').ariaSnapshot();
  // Callbacks arrive at another address after every start, and how long calls really took is known until then.
  return text.replaceAll(app.origin, 'ORIGIN').replaceAll(/- cell "[\d.,]+ ms"/g, '- cell "–"');
}

/** The same once it has come to rest: the lower parts of a screen are drawn a moment later. */
async function settledText(app: App, page: Page): Promise<string> {
  let text = '';
  await expect
    .poll(async () => {
      const before = text;
      text = await screenText(app, page);
      return text === before;
    })
    .toBe(true);
  return text;
}

/** What the clock bar says; going back is for one sitting, so after a start there is nothing to go back to. */
const barText = async (frame: Frame) => (await frame.clock.ariaSnapshot()).replace(' [disabled]', '');

/** All that the screens say. */
async function everything(app: App, page: Page, frame: Frame): Promise<Record<string, string>> {
  await app.open(page, SCREENS[0]);
  const seen: Record<string, string> = {};
  for (const screen of SCREENS) {
    await showScreen(app, page, screen);
    seen[screen] = await settledText(app, page);
  }
  seen.bar = await barText(frame);
  return seen;
}

async function showScreen(app: App, page: Page, screen: string): Promise<void> {
  await app.visit(page, screen);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
}

async function expectEverything(before: Record<string, string>, app: App, page: Page, frame: Frame): Promise<void> {
  await app.open(page, SCREENS[0]);
  for (const screen of SCREENS) {
    await showScreen(app, page, screen);
    await expect.poll(() => screenText(app, page), screen).toBe(before[screen]);
  }
  await expect.poll(() => barText(frame)).toBe(before.bar);
}

// Every screen is read before and after: that takes a slow machine its time.
test.describe.configure({ timeout: 180_000 });
test.use({ scenario: REFUSED });

test.beforeEach(async ({ app }) => {
  await app.server.act({ type: 'launchCase', case: 'INV-1' });
  await app.server.untilIdle();
  await app.server.act({ type: 'launchCase', case: 'INV-2' });
  await app.server.advance('90s');
  await app.server.act({ type: 'retry', action: 'INV-2/post-invoice', by: 'lee' });
  await app.server.act({ type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max: 7 } } } });
  await app.server.act({
    type: 'saveDefinition',
    definition: { section: 'users', name: 'omar', change: { available: false } },
  });
});

test('closing and starting again changes nothing, and then time goes on', async ({ page, app, frame, action }) => {
  const before = await everything(app, page, frame);
  expect(before['/cases/INV-1/actions/post-invoice']).toContain('Retried 5 of 7 times');
  await app.restart();
  await expectEverything(before, app, page, frame);

  await app.open(page, '/cases/INV-2/actions/post-invoice');
  await frame.lookAs('dana');
  await frame.expectUnread(1);
  await action.expectRetried(2, 7);
  await frame.nextRetry();
  await action.expectRetried(3, 7);
  await frame.untilIdle();
  await action.expectRetried(7, 7);
  await frame.expectUnread(1);
  await frame.lookAs('lee');
  await frame.expectUnread(1);
});

test('a power cut changes nothing either', async ({ page, app, frame, action }) => {
  const before = await everything(app, page, frame);
  await app.crash();
  await expectEverything(before, app, page, frame);
  await app.crash();
  await expectEverything(before, app, page, frame);
  await app.open(page, '/cases/INV-2/actions/post-invoice');
  await frame.untilIdle();
  await action.expectRetried(7, 7);
});

test('a power cut while the clock races loses nothing that the screen had shown', async ({
  page,
  app,
  frame,
  action,
}) => {
  await app.open(page, '/cases/INV-2/actions/post-invoice');
  await frame.speed.selectOption('10000');
  const before = await frame.instant();
  await frame.playButton.click();
  await expect.poll(() => frame.instant()).toBeGreaterThan(before + 60_000);
  await app.crash();
  // The window still stands at the last instant that it was told.
  const seen = await frame.instant();
  await app.open(page, '/cases/INV-2/actions/post-invoice');
  expect(await frame.instant()).toBeGreaterThanOrEqual(seen);
  // What was due stays due: it comes when time goes on, and everything ends as it would have.
  await frame.untilIdle();
  await action.expectRetried(7, 7);
  await expect(frame.pauseButton).toBeHidden();
});

test('a scenario that is being stepped through is found where it was', async ({ page, app, scenarios }) => {
  await app.open(page, '/scenarios');
  await scenarios.open('Five retries fail and the Case owner is told');
  for (let taken = 1; taken <= 3; taken += 1) {
    await scenarios.step();
    await expect(scenarios.stepsThat('passed')).toHaveCount(taken);
  }
  const steps = await scenarios.player.ariaSnapshot();
  for (const end of [() => app.restart(), () => app.crash()]) {
    await end();
    await app.open(page, '/scenarios');
    await expect(scenarios.stepsThat('passed')).toHaveCount(3);
    expect(await scenarios.player.ariaSnapshot()).toBe(steps);
  }
  await scenarios.run();
  await expect(scenarios.stepsThat('pending')).toHaveCount(0);
  await expect(scenarios.stepsThat('failed')).toHaveCount(0);
});

test('a window that stays open says that the connection is lost', async ({ page, app, frame }) => {
  await app.open(page, '/cases');
  await expect(frame.now).toBeVisible();
  await app.server.end('SIGTERM');
  await expect(frame.said('alert', 'The connection to the simulator is lost')).toBeVisible();
});
