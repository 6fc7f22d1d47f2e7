import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Contract } from '../../../src/shared/contract.ts';
import { HELP_TITLES } from '../../../src/shared/help.ts';
import { HELP_MESSAGE, PORT_MESSAGE } from '../../../src/shared/host.ts';
import { scenario as emptyScenario } from '../../../src/shared/scenario.ts';
import { fakeElectron } from '../../support/fake-electron.ts';
import { FakeSimulator } from '../../support/fake-simulator.ts';

class ClosableSimulator extends FakeSimulator {
  readonly close = vi.fn(async () => undefined);
}

let dir: string;
let electron: ReturnType<typeof fakeElectron>;
let simulator: ClosableSimulator;
let bugs: unknown[];

beforeEach(async () => {
  vi.resetModules();
  electron = fakeElectron();
  // Never the real one: importing it starts a download.
  vi.doMock('electron', () => electron);
  dir = await mkdtemp(join(tmpdir(), 'trigger-lab-electron-'));
  await mkdir(join(dir, 'renderer'));
  await writeFile(join(dir, 'renderer', 'index.html'), '<title>Trigger Lab</title>');
  await writeFile(join(dir, 'secret.json'), '"secret"');
  simulator = new ClosableSimulator();
  bugs = [];
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
  expect(bugs).toEqual([]);
});

interface Start {
  readonly openSimulator?: () => Promise<ClosableSimulator>;
  readonly scenario?: string;
}

const readScenario = vi.fn(async (file: string) => ({
  title: `Title of ${file}`,
  text: 'title: x',
  scenario: z.decode(emptyScenario, {}),
}));

async function run({ openSimulator = async () => simulator, scenario }: Start = {}): Promise<void> {
  const { runDesktopApp } = await import('../../../src/main/hosts/electron/app.ts');
  await runDesktopApp({
    profileDir: join(dir, 'data', 'window'),
    rendererDir: join(dir, 'renderer'),
    preload: '/out/preload/index.cjs',
    scenario: scenario ?? null,
    readScenario,
    openSimulator: async () => (await openSimulator()).simulator,
    onBug: (error) => bugs.push(error),
  });
}

const frame = (origin = 'app://trigger-lab') => ({ origin, parent: null, postMessage: vi.fn() });
const askForPort = (sender: object, senderFrame: object | null) =>
  electron.ipcMain.emit(`${PORT_MESSAGE}?`, { sender, senderFrame });

function clientOf(asking: ReturnType<typeof frame>) {
  const [, , [port]] = asking.postMessage.mock.lastCall as [string, null, [MessagePort]];
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }));
  port.start();
  return { client, port };
}

it('opens a window that is sandboxed and isolated, on its own scheme', async () => {
  await run();
  const [window] = electron.BrowserWindow.getAllWindows();
  expect(window?.options.webPreferences).toEqual({
    preload: '/out/preload/index.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  });
  expect(electron.session.defaultSession.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  expect(window?.loaded).toEqual(['app://trigger-lab/']);
  expect(window?.show).toHaveBeenCalledOnce();
  const [[scheme]] = electron.protocol.registerSchemesAsPrivileged.mock.calls[0] ?? [[]];
  expect(scheme).toMatchObject({ scheme: 'app', privileges: { standard: true, secure: true } });
  expect(electron.app.setPath).toHaveBeenCalledWith('userData', join(dir, 'data', 'window'));
  expect((await stat(join(dir, 'data', 'window'))).isDirectory()).toBe(true);
});

it('has Electron keep where the window was, under a name in the profile folder', async () => {
  await run();
  const [window] = electron.BrowserWindow.getAllWindows();
  expect(window?.options).toMatchObject({ name: 'main', windowStatePersistence: true });
});

it('serves the page with a strict policy, and nothing beside it', async () => {
  await run();
  const get = (url: string, method = 'GET') => electron.protocol.handlers.get('app')?.(new Request(url, { method }));
  const page = await get('app://trigger-lab/');
  expect(await page?.text()).toBe('<title>Trigger Lab</title>');
  expect(page?.headers.get('content-security-policy')).toContain("connect-src 'self';");
  expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8');
  for (const url of ['app://trigger-lab/../secret.json', 'app://trigger-lab/..%2fsecret.json', 'app://other/']) {
    expect((await get(url))?.status).toBe(404);
  }
  expect((await get('app://trigger-lab/', 'POST'))?.status).toBe(404);
});

it('hands the page a port with the contract behind it, and a new one after a reload', async () => {
  await run();
  const [sender, first, second] = [{}, frame(), frame()];
  askForPort(sender, first);
  expect(first.postMessage).toHaveBeenCalledWith(PORT_MESSAGE, null, [expect.anything()]);
  const before = clientOf(first);
  expect(await before.client.clock.play()).toMatchObject({ ok: true });
  const stream = await before.client.events();
  await stream.next();

  const closed = once(before.port, 'close');
  askForPort(sender, second);
  await closed;
  await vi.waitFor(() => expect(simulator.subscriberCount).toBe(0));
  const after = clientOf(second);
  expect(await after.client.clock.pause()).toMatchObject({ ok: true });
  after.port.close();
});

it('gives no port to anybody else', async () => {
  await run();
  const others = [
    frame('https://evil.example'),
    frame('app://trigger-lab.evil.example'),
    // What the address says does not count: this one is about:blank, or a blob.
    { ...frame('null'), url: 'app://trigger-lab/#/cases' },
    { ...frame(), parent: frame() },
  ];
  for (const other of others) {
    askForPort({}, other);
    expect(other.postMessage).not.toHaveBeenCalled();
  }
  askForPort({}, null);
});

it('lets no page go anywhere, open, embed or be permitted anything but copying', async () => {
  await run();
  const { EventEmitter } = await import('node:events');
  const setWindowOpenHandler = vi.fn();
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler });
  electron.app.emit('web-contents-created', {}, contents);
  expect(setWindowOpenHandler.mock.lastCall?.[0]()).toEqual({ action: 'deny' });
  for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
    const away = { url: 'https://evil.example/', preventDefault: vi.fn() };
    contents.emit(name, away);
    expect(away.preventDefault, name).toHaveBeenCalledOnce();
  }
  const home = { url: 'app://trigger-lab/#/cases', preventDefault: vi.fn() };
  contents.emit('will-navigate', home);
  expect(home.preventDefault).not.toHaveBeenCalled();

  const { request, check } = electron.session.permissions;
  const decide = vi.fn();
  request?.(null, 'media', decide);
  request?.(null, 'clipboard-sanitized-write', decide);
  expect(decide.mock.calls).toEqual([[false], [true]]);
  expect([check?.(null, 'geolocation'), check?.(null, 'clipboard-sanitized-write')]).toEqual([false, true]);
});

describe("the audience's window", () => {
  const AUDIENCE = 'app://trigger-lab/#/audience';
  const windows = () => electron.BrowserWindow.getAllWindows();

  /** The main window asks for it. */
  async function opened() {
    await run();
    const [main] = windows();
    expect(main?.webContents.opens(AUDIENCE)).toBe('deny');
    await vi.waitFor(() => expect(windows()[1]?.show).toHaveBeenCalledOnce());
    const [, audience] = windows();
    if (main === undefined || audience === undefined) throw new Error('no window');
    return { main, audience };
  }

  it('is full-screen on the other display, as confined as the main one', async () => {
    const { main, audience } = await opened();
    expect(audience.options).toMatchObject({ x: 1920, y: 0, width: 1920, height: 1080, fullscreen: true });
    expect(audience.options.webPreferences).toEqual(main.options.webPreferences);
    expect(audience.loaded).toEqual([AUDIENCE]);
  });

  it('is a window beside the main one where there is one display', async () => {
    electron.screen.getAllDisplays.mockImplementation(() => [electron.screen.getDisplayMatching()]);
    const { audience } = await opened();
    expect(audience.options).toMatchObject({ x: 0, fullscreen: false });
  });

  it('is there once: who asks again has it in front, and after it was closed another', async () => {
    const { main, audience } = await opened();
    main.webContents.opens(AUDIENCE);
    expect(audience.focus).toHaveBeenCalledOnce();
    expect(windows()).toEqual([main, audience]);
    audience.close();
    main.webContents.opens(AUDIENCE);
    expect(windows()).toHaveLength(2);
    expect(windows()).not.toContain(audience);
  });

  it.skipIf(process.platform === 'darwin')('closes with the main one, and the app ends', async () => {
    const { main } = await opened();
    const ended = once(electron.app, 'quit');
    main.close();
    await ended;
    expect(windows()).toEqual([]);
    expect(simulator.close).toHaveBeenCalledOnce();
  });

  it('is opened for no other address, and by no other page', async () => {
    const { main, audience } = await opened();
    audience.close();
    for (const other of ['app://trigger-lab/#/cases', 'https://evil.example/#/audience', `${AUDIENCE}/x`])
      expect(main.webContents.opens(other)).toBe('deny');
    expect(windows()).toEqual([main]);
  });

  it('goes where its page crashed, and leaves the main window', async () => {
    const { main, audience } = await opened();
    audience.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
    expect(windows()).toEqual([main]);
    expect(String(bugs.splice(0))).toContain('crashed, 11');
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('is not what a second start brings to the front', async () => {
    const { main, audience } = await opened();
    // Electron says nothing about their order.
    electron.BrowserWindow.all.reverse();
    electron.app.emit('second-instance', {}, [], '/', { scenario: null });
    expect(main.focus).toHaveBeenCalledOnce();
    expect(audience.focus).not.toHaveBeenCalled();
  });
});

it('saves when every window has closed, once, however often it is asked to quit', async () => {
  let finish: () => void = () => undefined;
  simulator.close.mockImplementation(
    () =>
      new Promise((resolve) => {
        finish = () => resolve(undefined);
      }),
  );
  await run();
  const ended = vi.fn();
  electron.app.on('quit', ended);
  electron.app.quit();
  electron.app.quit();
  expect(simulator.close).toHaveBeenCalledOnce();
  expect(ended).not.toHaveBeenCalled();
  finish();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
});

it('quits though saving failed, and says so', async () => {
  const failure = new Error('disk full');
  simulator.close.mockRejectedValue(failure);
  await run();
  const quitted = once(electron.app, 'quit');
  electron.app.quit();
  await quitted;
  expect(bugs.splice(0)).toEqual([failure]);
});

it('leaves the first instance its workspace, which comes to the front', async () => {
  electron.app.isFirst.mockReturnValue(false);
  const openSimulator = vi.fn(async () => simulator);
  await run({ openSimulator });
  expect(openSimulator).not.toHaveBeenCalled();
  expect(electron.app.quit).toHaveBeenCalledOnce();

  electron.app.isFirst.mockReturnValue(true);
  await run();
  const [window] = electron.BrowserWindow.getAllWindows();
  electron.app.emit('second-instance', {}, [], '/', { scenario: null });
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
  expect(window?.restore).toHaveBeenCalledOnce();
  expect(window?.focus).toHaveBeenCalledOnce();
});

it('hands the scenario of a second start to the first, which asks before it opens it', async () => {
  electron.app.isFirst.mockReturnValue(false);
  await run({ scenario: '/files/a.yaml' });
  const [handedOver] = electron.app.isFirst.mock.lastCall ?? [];
  electron.app.isFirst.mockReturnValue(true);
  await run();
  electron.app.emit('second-instance', {}, [], '/', handedOver);
  await vi.waitFor(() => expect(electron.dialog.showMessageBox).toHaveBeenCalledOnce());
  expect(electron.dialog.showMessageBox.mock.lastCall?.[0]).toMatchObject({
    message: 'Open “Title of /files/a.yaml”?',
    detail: '“Fake” stays as it is among your workspaces.',
    buttons: ['Open', 'Keep the current one open'],
  });
  expect(simulator.asked).toEqual([]);
  electron.dialog.showMessageBox.mockResolvedValue({ response: 0 });
  electron.app.emit('second-instance', {}, [], '/', handedOver);
  await vi.waitFor(() => expect(simulator.asked).toEqual(['openScenario Title of /files/a.yaml']));
});

it('says what is wrong with the scenario of a second start, and heeds nothing else that is handed over', async () => {
  await run();
  readScenario.mockRejectedValueOnce(new Error('a.yaml:1:1: $: no scenario'));
  electron.app.emit('second-instance', {}, [], '/', { scenario: 'a.yaml' });
  await vi.waitFor(() =>
    expect(electron.dialog.showErrorBox).toHaveBeenCalledWith(
      'The scenario cannot be opened',
      'a.yaml:1:1: $: no scenario',
    ),
  );
  for (const other of [undefined, null, 'a.yaml', {}, { scenario: 7 }]) {
    electron.app.emit('second-instance', {}, [], '/', other);
  }
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
});

it('asks before unsaved text is lost at quit: who stays has the window and its simulator', async () => {
  await run();
  const [window] = electron.BrowserWindow.getAllWindows();
  if (window === undefined) throw new Error('no window');
  window.hasUnsavedText = true;
  const ended = vi.fn();
  electron.app.on('quit', ended);
  electron.app.quit();
  expect(electron.dialog.showMessageBoxSync.mock.lastCall?.[1]).toMatchObject({
    message: 'Leave without saving?',
    buttons: ['Discard', 'Stay'],
  });
  expect(electron.BrowserWindow.getAllWindows()).toEqual([window]);
  expect(simulator.close).not.toHaveBeenCalled();
  const asking = frame();
  askForPort({}, asking);
  const { client, port } = clientOf(asking);
  expect(await client.clock.play()).toMatchObject({ ok: true });
  port.close();

  electron.dialog.showMessageBoxSync.mockReturnValue(0);
  electron.app.quit();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  expect(electron.BrowserWindow.getAllWindows()).toEqual([]);
  expect(simulator.close).toHaveBeenCalledOnce();
});

it.skipIf(process.platform === 'darwin')('ends with its last window, saved, and opens no other meanwhile', async () => {
  await run();
  const ended = once(electron.app, 'quit');
  electron.BrowserWindow.getAllWindows()[0]?.close();
  electron.app.emit('activate');
  await ended;
  expect(simulator.close).toHaveBeenCalledOnce();
  expect(electron.BrowserWindow.getAllWindows()).toEqual([]);
});

it('says that the window has stopped working, and loads it again where one wants', async () => {
  await run();
  const [window] = electron.BrowserWindow.getAllWindows();
  window?.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
  electron.dialog.showMessageBox.mockResolvedValue({ response: 0 });
  window?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
  await vi.waitFor(() => expect(window?.webContents.reload).toHaveBeenCalledOnce());
  expect(electron.dialog.showMessageBox.mock.lastCall?.[1]).toMatchObject({ buttons: ['Reload', 'Quit'] });
  expect(String(bugs.splice(0))).toContain('crashed, 11');

  electron.dialog.showMessageBox.mockResolvedValue({ response: 1 });
  const ended = once(electron.app, 'quit');
  window?.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 });
  await ended;
  expect(String(bugs.splice(0))).toContain('oom');

  // Nobody misses the page of a window that has closed.
  window?.webContents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
  expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(2);
});

it('says in a box why it cannot start', async () => {
  await run({
    openSimulator: async () => {
      throw new Error('The workspace is open in process 7.');
    },
  });
  expect(electron.dialog.showErrorBox).toHaveBeenCalledWith(
    'Trigger Lab cannot start',
    'The workspace is open in process 7.',
  );
  expect(electron.app.exit).toHaveBeenCalledWith(1);
  expect(electron.BrowserWindow.getAllWindows()).toEqual([]);
});

it.each([
  ['darwin', ['appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'help']],
  ['linux', ['fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'help']],
] as const)('has the menus of %s', async (platform, roles) => {
  const { setMenu } = await import('../../../src/main/hosts/electron/menu.ts');
  setMenu(vi.fn(), platform);
  expect(electron.Menu.setApplicationMenu.mock.lastCall?.[0].map(({ role }: { role: string }) => role)).toEqual(roles);
});

it('opens a part of Help in the window from its menu', async () => {
  await run();
  const help = electron.Menu.setApplicationMenu.mock.lastCall?.[0].at(-1);
  expect(help.submenu.map(({ label }: { label: string }) => label)).toEqual(Object.values(HELP_TITLES));
  const [window] = electron.BrowserWindow.getAllWindows();
  help.submenu.find(({ label }: { label: string }) => label === 'Rules').click();
  expect(window?.focus).toHaveBeenCalledOnce();
  expect(window?.webContents.send.mock.calls).toEqual([[HELP_MESSAGE, 'rules']]);
});
