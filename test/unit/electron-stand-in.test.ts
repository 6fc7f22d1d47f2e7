/** What the stand-in for Electron imitates, each with the sentence of Electron's documentation that it rests on. */
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MessagePortMain } from 'electron';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ANSWER } from '../support/electron-stand-in/protocols.ts';
import { CHECKS, REQUESTS } from '../support/electron-stand-in/sessions.ts';
import { fakeElectron } from '../support/fake-electron.ts';

/** Its comments are Electron's docs/api of this very version. */
const DECLARATIONS = join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts');
const documented = readFileSync(DECLARATIONS, 'utf8')
  .replaceAll(/\n *\*/g, '')
  .replaceAll(/\s+/g, ' ');

let dir: string;
let fake: ReturnType<typeof fakeElectron>;
let electron: typeof fake.module;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'electron-stand-in-'));
  fake = fakeElectron();
  electron = fake.module;
  electron.app.setPath('userData', dir);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The names of what an emitter emits, from now on. */
function heard(...emitters: readonly EventEmitter[]): string[] {
  const names: string[] = [];
  for (const emitter of emitters) {
    const emit = emitter.emit.bind(emitter);
    emitter.emit = (name: string | symbol, ...args: unknown[]) => {
      names.push(String(name));
      return emit(name, ...args);
    };
  }
  return names;
}
const open = () => {
  const window = new electron.BrowserWindow();
  return { window, page: fake.pageOf(window) };
};
const prevent = (event: { preventDefault(): void }) => event.preventDefault();

const IMITATED: readonly (readonly [sentence: string, check: () => void | Promise<void>])[] = [
  [
    'Try to close all windows. The `before-quit` event will be emitted first. If all windows are successfully closed, the `will-quit` event will be emitted and by default the application will terminate.',
    () => {
      const { window } = open();
      const names = heard(electron.app, window);
      electron.app.quit();
      expect(names).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit']);
      expect(fake.exit).toHaveBeenCalledExactlyOnceWith(0);
    },
  ],
  [
    'Emitted before the application starts closing its windows. Calling `event.preventDefault()` will prevent the default behavior, which is terminating the application.',
    () => {
      const { window } = open();
      electron.app.once('before-quit', prevent);
      electron.app.quit();
      expect(fake.windows()).toEqual([window]);
      electron.app.quit();
      expect(fake.exit).toHaveBeenCalledOnce();
    },
  ],
  [
    'Emitted when all windows have been closed and the application will quit. Calling `event.preventDefault()` will prevent the default behavior, which is terminating the application.',
    () => {
      electron.app.once('will-quit', prevent);
      electron.app.quit();
      expect(fake.exit).not.toHaveBeenCalled();
      electron.app.quit();
      expect(fake.exit).toHaveBeenCalledOnce();
    },
  ],
  [
    'It is possible that a window cancels the quitting by returning `false` in the `beforeunload` event handler.',
    () => {
      const { window, page } = open();
      page.hasUnsavedText = true;
      electron.app.quit();
      expect(fake.windows()).toEqual([window]);
      expect(fake.exit).not.toHaveBeenCalled();
      page.hasUnsavedText = false;
      electron.app.quit();
      expect(fake.exit).toHaveBeenCalledOnce();
    },
  ],
  [
    'If you do not subscribe to this event and all windows are closed, the default behavior is to quit the app; however, if you subscribe, you control whether the app quits or not.',
    () => {
      const listener = () => undefined;
      electron.app.on('window-all-closed', listener);
      open().window.close();
      expect(fake.exit).not.toHaveBeenCalled();
      electron.app.off('window-all-closed', listener);
      open().window.close();
      expect(fake.exit).toHaveBeenCalledOnce();
    },
  ],
  [
    'Electron will first try to close all the windows and then emit the `will-quit` event, and in this case the `window-all-closed` event would not be emitted.',
    () => {
      open();
      electron.app.on('window-all-closed', () => undefined);
      const names = heard(electron.app);
      electron.app.quit();
      expect(names).not.toContain('window-all-closed');
    },
  ],
  [
    'All windows will be closed immediately without asking the user, and the `before-quit` and `will-quit` events will not be emitted.',
    () => {
      const { page } = open();
      page.hasUnsavedText = true;
      const names = heard(electron.app);
      electron.app.exit(3);
      expect(names).toEqual(['quit']);
      expect(fake.windows()).toEqual([]);
      expect(fake.exit).toHaveBeenCalledExactlyOnceWith(3);
    },
  ],
  [
    'If the path specifies a directory that does not exist, an `Error` is thrown.',
    () => expect(() => electron.app.setPath('userData', join(dir, 'missing'))).toThrow('there is no folder'),
  ],
  [
    "Emitted when the window is going to be closed. It's emitted before the `beforeunload` and `unload` event of the DOM. Calling `event.preventDefault()` will cancel the close.",
    () => {
      const { window } = open();
      window.once('close', prevent);
      window.close();
      expect(window.isDestroyed()).toBe(false);
      window.close();
      expect(window.isDestroyed()).toBe(true);
    },
  ],
  [
    "Force closing the window, the `unload` and `beforeunload` event won't be emitted for the web page, and `close` event will also not be emitted for this window, but it guarantees the `closed` event will be emitted.",
    () => {
      const { window, page } = open();
      page.hasUnsavedText = true;
      const names = heard(window, window.webContents);
      window.destroy();
      expect(names).toEqual(['destroyed', 'closed']);
    },
  ],
  [
    'Emitted when a `beforeunload` event handler is attempting to cancel a page unload. Calling `event.preventDefault()` will ignore the `beforeunload` event handler and allow the page to be unloaded.',
    () => {
      const { window, page } = open();
      page.hasUnsavedText = true;
      window.close();
      expect(window.isDestroyed()).toBe(false);
      window.webContents.on('will-prevent-unload', prevent);
      window.close();
      expect(window.isDestroyed()).toBe(true);
    },
  ],
  [
    'If the page is successfully closed (i.e. the unload is not prevented by the page, or `waitForBeforeUnload` is false or unspecified), the WebContents will be destroyed and no longer usable. The `destroyed` event will be emitted.',
    () => {
      const { window, page } = open();
      page.hasUnsavedText = true;
      window.webContents.close({ waitForBeforeUnload: true });
      expect(window.webContents.isDestroyed()).toBe(false);
      const names = heard(window.webContents);
      window.webContents.close();
      expect([window.webContents.isDestroyed(), names]).toEqual([true, ['destroyed']]);
    },
  ],
  [
    'An array of all opened browser windows.',
    () => {
      const { window } = open();
      expect(electron.BrowserWindow.getAllWindows()).toEqual([window]);
      window.close();
      expect(electron.BrowserWindow.getAllWindows()).toEqual([]);
    },
  ],
  [
    'Emitted when the web page has been rendered (while not being shown) and window can be displayed without a visual flash.',
    async () => {
      const { window } = open();
      const names = heard(window);
      await window.loadURL('app://here/');
      expect(names).toEqual(['ready-to-show']);
    },
  ],
  [
    'Emitted when a new webContents is created.',
    async () => {
      const created = once(electron.app, 'web-contents-created');
      const { window } = open();
      expect((await created)[1]).toBe(window.webContents);
    },
  ],
  [
    'Called before creating a window when a new window is requested by the renderer, e.g. by `window.open()`',
    () => {
      const { window, page } = open();
      const asked: string[] = [];
      window.webContents.setWindowOpenHandler(({ url }) => {
        asked.push(url);
        return { action: 'deny' };
      });
      page.opens('app://here/#/there');
      expect(asked).toEqual(['app://here/#/there']);
      expect(fake.windows()).toEqual([window]);
    },
  ],
  [
    'Emitted when a user or the page wants to start navigation on the main frame. It can happen when the `window.location` object is changed or a user clicks a link in the page.',
    () => {
      const { window, page } = open();
      expect(page.navigates('app://here/other')).toBe(true);
      window.webContents.on('will-navigate', prevent);
      expect(page.navigates('app://here/other')).toBe(false);
    },
  ],
  [
    'This event will not emit when the navigation is started programmatically with APIs like `webContents.loadURL` and `webContents.back`.',
    async () => {
      const { window, page } = open();
      window.webContents.on('will-navigate', prevent);
      await window.loadURL('app://here/');
      expect(page.loaded).toEqual(['app://here/']);
    },
  ],
  [
    'Emitted when the renderer process unexpectedly disappears. This is normally because it was crashed or killed.',
    async () => {
      const { window } = open();
      const gone = once(window.webContents, 'render-process-gone');
      window.webContents.forcefullyCrashRenderer();
      expect((await gone)[1]).toMatchObject({ reason: 'crashed' });
    },
  ],
  [
    'Starts the sending of messages queued on the port. Messages will be queued until this method is called.',
    async () => {
      const { port1, port2 } = new electron.MessageChannelMain();
      port2.postMessage('early');
      const message = once(port1 as unknown as EventEmitter, 'message');
      port1.start();
      expect((await message)[0]).toMatchObject({ data: 'early' });
      port1.close();
    },
  ],
  [
    'Emitted when the remote end of a MessagePortMain object becomes disconnected.',
    async () => {
      const { port1, port2 } = new electron.MessageChannelMain();
      const closed = once(port1 as unknown as EventEmitter, 'close');
      port1.start();
      port2.close();
      await closed;
    },
  ],
  [
    'Register a protocol handler for `scheme`. Requests made to URLs with this scheme will delegate to this handler to determine what response should be sent.',
    async () => {
      electron.protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
      expect(await electron.protocol[ANSWER](new Request('app://here/'))).toBeNull();
      electron.protocol.handle('app', ({ url }) => new Response(url));
      expect(await (await electron.protocol[ANSWER](new Request('app://here/')))?.text()).toBe('app://here/');
      expect(electron.protocol.isProtocolHandled('app')).toBe(true);
    },
  ],
  [
    'This method can only be used before the `ready` event of the `app` module gets emitted and can be called only once.',
    () => {
      fake.becomeReady();
      expect(() => electron.protocol.registerSchemesAsPrivileged([])).toThrow('before app is ready');
    },
  ],
  [
    'Sets the handler which can be used to respond to permission requests for the `session`. Calling `callback(true)` will allow the permission and `callback(false)` will reject it.',
    () => {
      const { defaultSession } = electron.session;
      defaultSession.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === 'midi'));
      expect([defaultSession[REQUESTS]('midi'), defaultSession[REQUESTS]('media')]).toEqual([true, false]);
    },
  ],
  [
    'Sets the handler which can be used to respond to permission checks for the `session`. Returning `true` will allow the permission and `false` will reject it.',
    () => {
      const { defaultSession } = electron.session;
      defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'midi');
      expect([defaultSession[CHECKS]('midi'), defaultSession[CHECKS]('media')]).toEqual([true, false]);
    },
  ],
  [
    'This method returns `true` if your process is the primary instance of your application and your app should continue loading. It returns `false` if your process should immediately quit as it has sent its parameters to another instance that has already acquired the lock.',
    () => {
      expect(electron.app.requestSingleInstanceLock({ file: 'a' })).toBe(true);
      fake.isFirst.mockReturnValue(false);
      expect(electron.app.requestSingleInstanceLock({ file: 'a' })).toBe(false);
      expect(fake.isFirst).toHaveBeenLastCalledWith(dir, { file: 'a' }, expect.any(Function));
    },
  ],
  [
    'This event is guaranteed to be emitted after the `ready` event of `app` gets emitted.',
    async () => {
      electron.app.requestSingleInstanceLock();
      const names = heard(electron.app);
      fake.secondInstance({ file: 'a' });
      expect(names).toEqual([]);
      const second = once(electron.app, 'second-instance');
      fake.becomeReady();
      expect((await second).at(-1)).toEqual({ file: 'a' });
      expect(names).toEqual(['ready', 'second-instance']);
    },
  ],
];

it.each(IMITATED)('%s', async (sentence, check) => {
  expect(documented).toContain(sentence);
  await check();
});

/** The names of the events that the stand-in emits are Electron's. */
it.each(['app', 'window', 'contents'])('emits events of %s that are declared', async (whose) => {
  const { window, page } = open();
  const emitter = { app: electron.app, window, contents: window.webContents }[whose] as EventEmitter;
  const names = heard(emitter);
  await window.loadURL('app://here/');
  fake.becomeReady();
  window.show();
  window.focus();
  page.navigates('app://here/');
  page.crash();
  page.hasUnsavedText = true;
  window.close();
  page.hasUnsavedText = false;
  electron.app.quit();
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !documented.includes(`on(event: '${name}'`))).toEqual([]);
});

it.each([{ sandbox: false }, { contextIsolation: false }, { nodeIntegration: true }, { webSecurity: false }])(
  'imitates no window with %j',
  (webPreferences) => {
    expect(() => new electron.BrowserWindow({ webPreferences })).toThrow('is not imitated');
    expect(fake.windows()).toEqual([]);
  },
);

it('is a port of Electron to whoever takes it over', () => {
  const { port1 }: { port1: MessagePortMain } = new electron.MessageChannelMain();
  expect(port1).toBeInstanceOf(EventEmitter);
  port1.close();
});
