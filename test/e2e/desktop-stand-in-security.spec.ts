/**
 * Electron's checklist (docs/security.md) against the desktop app as it is built, run by a STAND-IN for Electron: what the app asks Electron for,
 * and what a page of a real Chromium can then do.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DESKTOP_PORT_MESSAGE, PORT_MESSAGE } from '../../src/shared/host.ts';
import { DesktopWindow, ENTRY, STAND_IN } from './support/desktop-window.ts';

// biome-ignore lint/suspicious/noSkippedTests: conditional, with the reason in the report
test.skip(process.platform === 'win32', 'The stand-in for Electron is a shell script, and its lock a Unix socket.');
test.describe.configure({ mode: 'serial' });

/** What the page says to its preload, and that to the main process. */
const ASK = `${PORT_MESSAGE}?`;
const ASK_OF_DESKTOP = `${DESKTOP_PORT_MESSAGE}?`;

let window: DesktopWindow;
test.beforeAll(async ({ browserName: _ }, info) => {
  window = await DesktopWindow.open(STAND_IN, info.outputPath('data'));
});
test.afterAll(async () => {
  await window.quit();
  expect(await window.ended).toBe(0);
});

test('the page comes from the package by a scheme of its own, with a strict policy, and nothing else does', async () => {
  const { app, page } = window;
  const url = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  expect(url).toMatch(/^app:\/\/trigger-lab\//);
  const answer = await page.reload();
  const headers = answer?.headers() ?? {};
  expect(headers['content-security-policy']).toContain("default-src 'self'; script-src 'self';");
  expect(headers['content-security-policy']).toContain("connect-src 'self';");
  expect(headers['x-content-type-options']).toBe('nosniff');
  const statuses = await page.evaluate(() =>
    Promise.all(
      ['/..%2fpackage.json', '/main/electron.js', '/preload/index.cjs'].map(async (at) => (await fetch(at)).status),
    ),
  );
  expect(statuses).toEqual([404, 404, 404]);
  // Its policy holds: no code but that of files.
  const refused = await page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), {
        once: true,
      });
    });
    const script = document.createElement('script');
    script.textContent = 'document.title = "it ran"';
    document.head.append(script);
    return [await violation, document.title === 'it ran'];
  });
  expect(refused).toEqual(['script-src-elem', false]);
});

test('asks for a window that is sandboxed and isolated, without Node, and for no feature beyond', async () => {
  const asked = await window.app.evaluate(({ BrowserWindow }) => {
    const [opened] = BrowserWindow.getAllWindows();
    const { webPreferences } = Reflect.get(opened ?? {}, Symbol.for('electron-stand-in: options'));
    return webPreferences;
  });
  expect(asked).toEqual({
    preload: join(ENTRY, '../../preload/index.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  });
  const isChecked = ({ session }: typeof import('electron')) => session.defaultSession.isSpellCheckerEnabled();
  expect(await window.app.evaluate(isChecked)).toBe(false);
});

test('nothing of Electron or Node reaches the page', async () => {
  const reached = await window.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', 'electronStandIn'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(reached).toEqual([]);
});

test('a page is permitted nothing but copying', async () => {
  const { page } = window;
  const states = await page.evaluate(() =>
    Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  );
  expect(states).toEqual([...Array.from({ length: 6 }, () => 'denied'), 'granted']);
  expect(await page.evaluate(() => navigator.clipboard.writeText('copied').then(() => 'copied'))).toBe('copied');
});

test('a page goes nowhere else, and nothing leaves the machine', async () => {
  const { app, page } = window;
  const before = page.url();
  const failed = page.waitForEvent('requestfailed', (request) => request.url() === 'https://example.org/');
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  expect((await failed).failure()?.errorText).toBe('net::ERR_ABORTED');
  const isKept = await app.evaluate(({ BrowserWindow }) => {
    const details = {
      url: 'https://example.org/',
      isPrevented: false,
      preventDefault() {
        details.isPrevented = true;
      },
    };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-redirect', details);
    return details.isPrevented;
  });
  expect(isKept).toBe(true);
  await expect(page.evaluate(() => fetch('https://example.org/'))).rejects.toThrow();
  expect(page.url()).toBe(before);
  // None of it got as far as to a network that is not there.
  expect(window.said).not.toContain('nothing leaves');
});

test('a page opens no window and attaches no webview', async () => {
  const { app, page } = window;
  const opened = await page.evaluate(() =>
    ['https://example.org/', '#/cases', '#/audience/x'].map((url) => globalThis.open(url)),
  );
  expect(opened).toEqual([null, null, null]);
  const isPrevented = await app.evaluate(({ BrowserWindow }) => {
    const event = {
      isPrevented: false,
      preventDefault() {
        event.isPrevented = true;
      },
    };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {});
    return event.isPrevented;
  });
  expect(isPrevented).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a page from elsewhere, and a frame within the page, gets no port', async () => {
  const { app, page } = window;
  for (const ask of [ASK, ASK_OF_DESKTOP]) {
    const given = await app.evaluate(({ BrowserWindow, ipcMain }, name) => {
      const sender = BrowserWindow.getAllWindows()[0]?.webContents;
      const isGiven = (origin: string, parent: object | null) => {
        const frame = {
          origin,
          parent,
          isGiven: false,
          postMessage() {
            frame.isGiven = true;
          },
        };
        ipcMain.emit(name, { sender, senderFrame: frame });
        return frame.isGiven;
      };
      const own = 'app://trigger-lab';
      const others = ['https://example.org', `${own}.example.org`, 'null'];
      return [...others.map((origin) => isGiven(origin, null)), isGiven(own, {}), isGiven(own, null)];
    }, ask);
    expect(given, ask).toEqual([false, false, false, false, true]);
  }

  // A frame that asks as the page does is not heard at all. The page's own asking is not answered meanwhile: it would connect anew.
  await app.evaluate(({ ipcMain }, ask) => {
    ipcMain.removeAllListeners(ask);
    const asked = { count: 0 };
    Object.assign(globalThis, { asked });
    ipcMain.on(ask, () => {
      asked.count += 1;
    });
  }, ASK);
  await page.evaluate(() => document.body.append(document.createElement('iframe')));
  const within = page.frames().find((frame) => frame !== page.mainFrame());
  await within?.evaluate((ask) => parent.postMessage(ask, '*'), ASK);
  await page.evaluate((ask) => postMessage(ask, location.origin), ASK);
  const count = () => app.evaluate(() => (globalThis as unknown as { asked: { count: number } }).asked.count);
  await expect.poll(count).toBeGreaterThan(0);
  expect(await count()).toBe(1);
});

test('nothing that is built opens what is outside of it', () => {
  const built = globSync('{main,preload}/**/*.{js,cjs}', { cwd: join(ENTRY, '../..') });
  expect(built.length).toBeGreaterThan(5);
  const opens = built.filter((file) =>
    /openExternal|openPath\(/.test(readFileSync(join(ENTRY, '../..', file), 'utf8')),
  );
  expect(opens).toEqual([]);
});
