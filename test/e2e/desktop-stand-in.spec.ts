/** The desktop app as it is built, run by a STAND-IN for Electron (test/support/electron-stand-in), its windows pages of a real Chromium. */
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { ActionPage } from '../../src/kit/pages/action-page.ts';
import { CasePage } from '../../src/kit/pages/case-page.ts';
import { CasesPage } from '../../src/kit/pages/cases-page.ts';
import { CoursePage } from '../../src/kit/pages/course-page.ts';
import { Frame } from '../../src/kit/pages/frame.ts';
import { LessonDock } from '../../src/kit/pages/lesson-dock.ts';
import { SettingsPage } from '../../src/kit/pages/settings-page.ts';
import { DesktopWindow } from './support/desktop-window.ts';
import { REFUSED } from './support/scenarios.ts';

// biome-ignore lint/suspicious/noSkippedTests: conditional, with the reason in the report
test.skip(process.platform === 'win32', 'The stand-in for Electron is a shell script, and its lock a Unix socket.');

test('from launch over retries to escalation, through settings and a lesson, and stored at quit', async ({
  browserName: _,
}, info) => {
  const [dataDir, file] = [info.outputPath('data'), info.outputPath('refused.yaml')];
  await writeFile(file, REFUSED);
  const first = await DesktopWindow.open(dataDir, '--scenario', file);
  const { page } = first;
  const [frame, action] = [new Frame(page), new ActionPage(page)];

  await test.step('launch and retry by hand', async () => {
    await frame.lookAs('dana');
    await new CasesPage(page).launch('INV-1');
    await new CasesPage(page).open('INV-1');
    await new CasePage(page).open('INV-1/post-invoice');
    await action.expectRetried(0, 5);
    await action.retryButton.click();
    await action.expectRetried(1, 5);
  });
  await test.step('escalation', async () => {
    for (const retries of [2, 3, 4, 5]) {
      await frame.nextRetry();
      await action.expectRetried(retries, 5);
    }
    await expect(action.errorBar).toContainText('The Case owner dana was told.');
    await frame.expectUnread(1);
  });
  await test.step('settings', async () => {
    await frame.goTo('Settings');
    const settings = new SettingsPage(page);
    await settings.maximum.fill('7');
    await settings.saveButton.click();
    await expect(frame.said('status', 'Settings saved.')).toBeVisible();
  });
  await test.step('a reload gets another port to the same workspace', async () => {
    await page.reload();
    await expect(new SettingsPage(page).maximum).toHaveValue('7');
    await frame.expectUnread(1);
  });
  await test.step('a lesson', async () => {
    await first.visit('/course');
    const lesson = new LessonDock(page);
    await new CoursePage(page).press('Start', 'A retry by hand');
    await expect(lesson.narration).toBeVisible();
    await lesson.button('Leave lesson').click();
    await frame.returnToWorkspace();
    await expect(lesson.region).toBeHidden();
  });
  await test.step('nothing was asked for but the app', () => {
    expect(first.asked.length).toBeGreaterThan(0);
    expect(first.asked.filter((url) => !url.startsWith('https://trigger-lab.app.invalid/'))).toEqual([]);
    expect(first.said).not.toContain('nothing leaves');
    expect(first.problems).toEqual([]);
  });
  await first.quit();
  expect(await first.ended).toBe(0);

  const again = await DesktopWindow.open(dataDir);
  await again.visit('/settings');
  await expect(new SettingsPage(again.page).maximum).toHaveValue('7');
  await again.quit();
  expect(await again.ended).toBe(0);
});
