/**
 * The desktop app as it is built: in Electron, and where that cannot be had run by a STAND-IN for it (test/support/electron-stand-in), its
 * windows pages of a real Chromium.
 */
import { rename, writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { ActionPage } from '../../src/kit/pages/action-page.ts';
import { CasePage } from '../../src/kit/pages/case-page.ts';
import { CasesPage } from '../../src/kit/pages/cases-page.ts';
import { CoursePage } from '../../src/kit/pages/course-page.ts';
import { Frame } from '../../src/kit/pages/frame.ts';
import { LessonDock } from '../../src/kit/pages/lesson-dock.ts';
import { SettingsPage } from '../../src/kit/pages/settings-page.ts';
import { StagePage } from '../../src/kit/pages/stage-page.ts';
import { DesktopWindow, startAgain, test } from './support/desktop-window.ts';
import { REFUSED } from './support/scenarios.ts';

// biome-ignore lint/suspicious/noSkippedTests: conditional, with the reason in the report
test.skip(
  ({ electronPath }) => electronPath !== null && process.platform === 'win32',
  'The stand-in for Electron is a shell script, and its lock a Unix socket.',
);

test.afterEach(() => DesktopWindow.endAll());

test('from launch over retries to escalation, through settings and a lesson, and stored at quit, wherever the folder goes', async ({
  program,
}, info) => {
  const [dataDir, file] = [info.outputPath('data'), info.outputPath('refused.yaml')];
  await writeFile(file, REFUSED);
  const first = await DesktopWindow.open(program, dataDir, '--scenario', file);
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
  await test.step('the menu asks the page, which says what can be undone', async () => {
    await page.getByRole('heading', { name: 'Settings' }).click();
    await expect.poll(() => first.menuLabel('edit.undo')).toBe('Undo: change of the system-wide settings');
    await first.chooseInMenu('edit.undo');
    await expect(new SettingsPage(page).maximum).toHaveValue('5');
    await first.chooseInMenu('edit.redo');
    await expect(new SettingsPage(page).maximum).toHaveValue('7');
    // Typing in a field is undone there.
    await new SettingsPage(page).maximum.fill('9');
    await expect.poll(() => first.menuLabel('edit.undo')).toBe('Undo');
    await first.chooseInMenu('edit.undo');
    await expect(new SettingsPage(page).maximum).toHaveValue('7');
    await first.chooseInMenu('app.about');
    await expect(page.getByRole('dialog', { name: 'About Trigger Lab' })).toContainText('Electron');
    await page.keyboard.press('Escape');
    await first.chooseInMenu('theme.dark');
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await expect.poll(() => first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  });
  await test.step('a reload gets another port to the same workspace', async () => {
    await page.reload();
    await expect(new SettingsPage(page).maximum).toHaveValue('7');
    await expect.poll(() => first.menuLabel('clock.next')).toBe('Next Event');
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
    expect(first.askedElsewhere).toEqual([]);
    expect(first.said).not.toContain('nothing leaves');
    expect(first.problems).toEqual([]);
  });
  await first.quit();
  expect(await first.ended).toBe(0);

  const moved = info.outputPath('moved');
  await rename(dataDir, moved);
  const again = await DesktopWindow.open(program, moved);
  await again.visit('/settings');
  await expect(new SettingsPage(again.page).maximum).toHaveValue('7');
  await again.quit();
  expect(await again.ended).toBe(0);
});

test('asks before unsaved text is lost, at close, reload and quit', async ({ program }, info) => {
  const window = await DesktopWindow.open(program, info.outputPath('data'));
  await window.visit('/settings');
  const { maximum } = new SettingsPage(window.page);
  // Chromium heeds a page's wish only once somebody has used it.
  await maximum.click();
  await maximum.fill('9');
  await window.answerBoxes(1);
  await window.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => window.boxes()).toEqual(['Leave without saving?']);
  await window.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect.poll(() => window.boxes()).toHaveLength(2);
  await window.quit();
  await expect.poll(() => window.boxes()).toHaveLength(3);
  // Who stays has the text, the window and the workspace behind it.
  await expect(maximum).toHaveValue('9');
  await new Frame(window.page).nextEvent();
  await new Frame(window.page).expectNow('2026-01-05T09:38:00.000Z');

  await window.answerBoxes(0);
  await window.quit();
  expect(await window.ended).toBe(0);
});

test('has an audience on the other display, takes a file from a second start, and outlives a crash of its page', async ({
  program,
}, info) => {
  const [dataDir, file] = [info.outputPath('data'), info.outputPath('refused.yaml')];
  await writeFile(file, REFUSED);
  const window = await DesktopWindow.open(program, dataDir);
  const { app, page } = window;

  await test.step('audience', async () => {
    await window.visit('/stage/INV-1001/post-invoice');
    const opened = app.waitForEvent('window');
    await new StagePage(page).audienceButton.click();
    const audience = await opened;
    await expect(new StagePage(audience).title).toHaveText('Post invoice to ERP');
    const full = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => each.isFullScreen()),
    );
    // With one display the presenter needs that too.
    const displays = await app.evaluate(({ screen }) => screen.getAllDisplays().length);
    expect(full).toEqual([false, displays > 1]);
    // Nobody sits before it: where its page crashes it goes.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]?.webContents.forcefullyCrashRenderer());
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
  await test.step('a second start with a file', async () => {
    await window.answerBoxes(0);
    expect(await startAgain(program, dataDir, '--scenario', file)).toBe(0);
    await expect.poll(() => window.boxes()).toEqual([expect.stringMatching(/^Open “/)]);
    await expect(page).toHaveURL(/#\/scenarios$/);
    await window.visit('/cases');
    await expect(new CasesPage(page).row('INV-1')).toBeVisible();
  });
  await test.step('a crash', async () => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect.poll(() => window.boxes()).toContain('The window has stopped working.');
    const shown = () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body?.innerText'),
      );
    await expect.poll(shown).toContain('INV-1');
    expect(window.said).toMatch(/the window's process ended: (crashed|killed)/);
  });
  await window.quit();
  expect(await window.ended).toBe(0);
});
