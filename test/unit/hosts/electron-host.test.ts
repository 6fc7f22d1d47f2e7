import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Contract } from '../../../src/shared/contract.ts';
import { PORT_MESSAGE } from '../../../src/shared/host.ts';
import { scenario as emptyScenario } from '../../../src/shared/scenario.ts';
import { NODE_PORT, type StandInPort } from '../../support/electron-stand-in/ports.ts';
import { isPrevented } from '../../support/electron-stand-in/preventable.ts';
import { ANSWER } from '../../support/electron-stand-in/protocols.ts';
import { CHECKS, REQUESTS } from '../../support/electron-stand-in/sessions.ts';
import { MADE_WITH } from '../../support/electron-stand-in/windows.ts';
import { fakeElectron } from '../../support/fake-electron.ts';
import { FakeSimulator } from '../../support/fake-simulator.ts';

class ClosableSimulator extends FakeSimulator {
  readonly close = vi.fn(async () => undefined);
}

let dir: string;
let fake: ReturnType<typeof fakeElectron>;
let electron: typeof fake.module;
let simulator: ClosableSimulator;
let bugs: unknown[];

/** As a process of its own: the app's modules anew, and an Electron that knows of no start before. */
function newProcess(): void {
  vi.resetModules();
  fake = fakeElectron();
  electron = fake.module;
  // Never the real one: importing it starts a download.
  vi.doMock('electron', () => electron);
}

beforeEach(async () => {
  newProcess();
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

/** With Electron ready as soon as the app waits for it. */
async function run({ openSimulator = async () => simulator, scenario }: Start = {}): Promise<void> {
  const { runDesktopApp } = await import('../../../src/main/hosts/electron/app.ts');
  const running = runDesktopApp({
    dataDir: join(dir, 'data'),
    profileDir: join(dir, 'data', 'window'),
    isInUse: () => false,
    rendererDir: join(dir, 'renderer'),
    preload: '/out/preload/index.cjs',
    scenario: scenario ?? null,
    readScenario,
    openSimulator: async () => (await openSimulator()).simulator,
    onBug: (error) => bugs.push(error),
  });
  fake.becomeReady();
  await running;
}

/** The window and its page. */
function opened() {
  const [window] = fake.windows();
  if (window === undefined) throw new Error('no window');
  return { window, page: fake.pageOf(window) };
}

const frame = (origin = 'app://trigger-lab') => ({ origin, parent: null, postMessage: vi.fn() });
const askForPort = (sender: object, senderFrame: object | null) =>
  electron.ipcMain.emit(`${PORT_MESSAGE}?`, { sender, senderFrame });

function clientOf(asking: ReturnType<typeof frame>) {
  const [, , [handed]] = asking.postMessage.mock.lastCall as [string, null, [StandInPort]];
  const port = handed[NODE_PORT];
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }));
  port.start();
  return { client, port };
}

it('forgets the recent documents with everything else, and leaves its profile to the next start', async () => {
  await run();
  const forget = vi.spyOn(electron.app, 'clearRecentDocuments');
  await simulator.eraser.all();
  expect(forget).toHaveBeenCalledOnce();
  expect(existsSync(join(dir, 'data', 'window'))).toBe(true);
  await run();
  expect(existsSync(join(dir, 'data', 'window.erase'))).toBe(false);
});

it('opens a window that is sandboxed and isolated, on its own scheme', async () => {
  await run();
  const { window, page } = opened();
  expect(window[MADE_WITH].webPreferences).toEqual({
    preload: '/out/preload/index.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  });
  expect(electron.session.defaultSession.isSpellCheckerEnabled()).toBe(false);
  expect(page.loaded).toEqual(['app://trigger-lab/']);
  expect(window.isVisible()).toBe(true);
  expect(electron.app.getPath('userData')).toBe(join(dir, 'data', 'window'));
  expect((await stat(join(dir, 'data', 'window'))).isDirectory()).toBe(true);
});

it('has Electron keep where the window was, under a name in the profile folder', async () => {
  await run();
  expect(opened().window[MADE_WITH]).toMatchObject({ name: 'main', windowStatePersistence: true });
});

it('serves the page with a strict policy, and nothing beside it', async () => {
  await run();
  // Answers nothing under a scheme that is neither standard nor secure.
  const get = (url: string, method = 'GET') => electron.protocol[ANSWER](new Request(url, { method }));
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
  const { window, page } = opened();
  page.opens('https://evil.example/');
  expect(fake.windows()).toEqual([window]);
  expect(page.navigates('https://evil.example/')).toBe(false);
  expect(page.navigates('app://trigger-lab/#/cases')).toBe(true);
  for (const name of ['will-redirect', 'will-attach-webview']) {
    expect(isPrevented(window.webContents, name, { url: 'https://evil.example/' }), name).toBe(true);
  }

  const { defaultSession } = electron.session;
  expect([defaultSession[REQUESTS]('media'), defaultSession[REQUESTS]('clipboard-sanitized-write')]).toEqual([
    false,
    true,
  ]);
  expect([defaultSession[CHECKS]('geolocation'), defaultSession[CHECKS]('clipboard-sanitized-write')]).toEqual([
    false,
    true,
  ]);
});

describe("the audience's window", () => {
  const AUDIENCE = 'app://trigger-lab/#/audience';
  const windows = () => fake.windows();

  /** The main window asks for it. */
  async function asked() {
    await run();
    const { window: main, page } = opened();
    page.opens(AUDIENCE);
    await vi.waitFor(() => expect(windows()[1]?.isVisible()).toBe(true));
    const [, audience] = windows();
    if (audience === undefined) throw new Error('no window');
    return { main, page, audience, audiencePage: fake.pageOf(audience) };
  }

  it('is full-screen on the other display, as confined as the main one', async () => {
    const { main, audience, audiencePage } = await asked();
    expect(audience[MADE_WITH]).toMatchObject({ x: 1920, y: 0, width: 1920, height: 1080, fullscreen: true });
    expect(audience[MADE_WITH].webPreferences).toEqual(main[MADE_WITH].webPreferences);
    expect(audiencePage.loaded).toEqual([AUDIENCE]);
  });

  it('is a window beside the main one where there is one display', async () => {
    vi.spyOn(electron.screen, 'getAllDisplays').mockReturnValue([electron.screen.getPrimaryDisplay()]);
    const { audience } = await asked();
    expect(audience[MADE_WITH]).toMatchObject({ x: 0, fullscreen: false });
  });

  it('is there once: who asks again has it in front, and after it was closed another', async () => {
    const { main, page, audience, audiencePage } = await asked();
    page.opens(AUDIENCE);
    expect(audiencePage.focus).toHaveBeenCalledOnce();
    expect(windows()).toEqual([main, audience]);
    audience.close();
    page.opens(AUDIENCE);
    expect(windows()).toHaveLength(2);
    expect(windows()).not.toContain(audience);
  });

  it.skipIf(process.platform === 'darwin')('closes with the main one, and the app ends', async () => {
    const { main } = await asked();
    const ended = once(electron.app, 'quit');
    main.close();
    await ended;
    expect(windows()).toEqual([]);
    expect(simulator.close).toHaveBeenCalledOnce();
  });

  it('is opened for no other address, and by no other page', async () => {
    const { main, page, audience } = await asked();
    audience.close();
    for (const other of ['app://trigger-lab/#/cases', 'https://evil.example/#/audience', `${AUDIENCE}/x`])
      page.opens(other);
    expect(windows()).toEqual([main]);
  });

  it('goes where its page crashed, and leaves the main window', async () => {
    const { main, audiencePage } = await asked();
    audiencePage.crash();
    expect(windows()).toEqual([main]);
    expect(String(bugs.splice(0))).toContain('crashed, 11');
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('is not what a second start brings to the front', async () => {
    const { main, page, audience, audiencePage } = await asked();
    // Electron says nothing about their order.
    vi.spyOn(electron.BrowserWindow, 'getAllWindows').mockReturnValue([audience, main] as never);
    fake.secondInstance({ scenario: null });
    await vi.waitFor(() => expect(page.focus).toHaveBeenCalledOnce());
    expect(audiencePage.focus).not.toHaveBeenCalled();
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
  fake.isFirst.mockReturnValue(false);
  const openSimulator = vi.fn(async () => simulator);
  await run({ openSimulator });
  expect(openSimulator).not.toHaveBeenCalled();
  expect(fake.exit).toHaveBeenCalledExactlyOnceWith(0);

  newProcess();
  await run();
  const { window, page } = opened();
  window.minimize();
  fake.secondInstance({ scenario: null });
  await vi.waitFor(() => expect(page.focus).toHaveBeenCalledOnce());
  expect(window.isMinimized()).toBe(false);
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
});

it('hands the scenario of a second start to the first, which asks before it opens it', async () => {
  fake.isFirst.mockReturnValue(false);
  await run({ scenario: '/files/a.yaml' });
  const [, handedOver] = fake.isFirst.mock.lastCall ?? [];
  newProcess();
  await run();
  fake.secondInstance(handedOver);
  await vi.waitFor(() => expect(electron.dialog.showMessageBox).toHaveBeenCalledOnce());
  expect(electron.dialog.showMessageBox.mock.lastCall?.[0]).toMatchObject({
    message: 'Open “Title of /files/a.yaml”?',
    detail: '“Fake” stays as it is among your workspaces.',
    buttons: ['Open', 'Keep the current one open'],
  });
  expect(simulator.asked).toEqual([]);
  electron.dialog.showMessageBox.mockResolvedValue({ response: 0 });
  fake.secondInstance(handedOver);
  await vi.waitFor(() => expect(simulator.asked).toEqual(['openScenario Title of /files/a.yaml']));
});

it('says what is wrong with the scenario of a second start, and heeds nothing else that is handed over', async () => {
  await run();
  readScenario.mockRejectedValueOnce(new Error('a.yaml:1:1: $: no scenario'));
  fake.secondInstance({ scenario: 'a.yaml' });
  await vi.waitFor(() =>
    expect(electron.dialog.showErrorBox).toHaveBeenCalledWith(
      'The scenario cannot be opened',
      'a.yaml:1:1: $: no scenario',
    ),
  );
  for (const other of [undefined, null, 'a.yaml', {}, { scenario: 7 }]) {
    fake.secondInstance(other);
  }
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
});

it('asks before unsaved text is lost at quit: who stays has the window and its simulator', async () => {
  await run();
  const { window, page } = opened();
  page.hasUnsavedText = true;
  const ended = vi.fn();
  electron.app.on('quit', ended);
  electron.app.quit();
  expect(electron.dialog.showMessageBoxSync.mock.lastCall?.[1]).toMatchObject({
    message: 'Leave without saving?',
    buttons: ['Discard', 'Stay'],
  });
  expect(fake.windows()).toEqual([window]);
  expect(simulator.close).not.toHaveBeenCalled();
  const asking = frame();
  askForPort({}, asking);
  const { client, port } = clientOf(asking);
  expect(await client.clock.play()).toMatchObject({ ok: true });
  port.close();

  electron.dialog.showMessageBoxSync.mockReturnValue(0);
  electron.app.quit();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  expect(fake.windows()).toEqual([]);
  expect(simulator.close).toHaveBeenCalledOnce();
});

it.skipIf(process.platform === 'darwin')('ends with its last window, saved, and opens no other meanwhile', async () => {
  await run();
  const ended = once(electron.app, 'quit');
  fake.windows()[0]?.close();
  electron.app.emit('activate');
  await ended;
  expect(simulator.close).toHaveBeenCalledOnce();
  expect(fake.windows()).toEqual([]);
});

it('says that the window has stopped working, and loads it again where one wants', async () => {
  await run();
  const { page } = opened();
  page.goes({ reason: 'clean-exit', exitCode: 0 });
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
  electron.dialog.showMessageBox.mockResolvedValue({ response: 0 });
  page.goes({ reason: 'crashed', exitCode: 11 });
  await vi.waitFor(() => expect(page.reload).toHaveBeenCalledOnce());
  expect(electron.dialog.showMessageBox.mock.lastCall?.[1]).toMatchObject({ buttons: ['Reload', 'Quit'] });
  expect(String(bugs.splice(0))).toContain('crashed, 11');

  electron.dialog.showMessageBox.mockResolvedValue({ response: 1 });
  const ended = once(electron.app, 'quit');
  page.goes({ reason: 'oom', exitCode: 1 });
  await ended;
  expect(String(bugs.splice(0))).toContain('oom');

  // Nobody misses the page of a window that has closed.
  page.goes({ reason: 'killed', exitCode: 9 });
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
  expect(fake.exit).toHaveBeenCalledExactlyOnceWith(1);
  expect(fake.windows()).toEqual([]);
});
