/** The way between the desktop app and its page: the menu asks, the page says; and what the app does itself, over a fake Electron. */
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { MenuItem } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { CommandId } from '../../../src/shared/commands.ts';
import type { Asked, DesktopContract, PageState } from '../../../src/shared/desktop-contract.ts';
import { DESKTOP_PORT_MESSAGE } from '../../../src/shared/host.ts';
import { scenario as emptyScenario } from '../../../src/shared/scenario.ts';
import type { StandInNotification } from '../../support/electron-stand-in/odds.ts';
import { NODE_PORT, type StandInPort } from '../../support/electron-stand-in/ports.ts';
import { fakeElectron } from '../../support/fake-electron.ts';
import { FakeSimulator } from '../../support/fake-simulator.ts';

const STATE: PageState = {
  disabled: [],
  checked: [],
  undo: null,
  redo: null,
  isTyping: false,
  isEdited: false,
  theme: 'dark',
  workspaceId: 'first',
};

class DesktopSimulator extends FakeSimulator {
  readonly close = vi.fn(async () => undefined);
  override readonly exportScenario = () => ({ fileName: 'invoices.yaml', text: 'title: Invoices\n' });
}

let dir: string;
let fake: ReturnType<typeof fakeElectron>;
let electron: typeof fake.module;
let simulator: DesktopSimulator;
let bugs: unknown[];
const ports: MessagePort[] = [];

/** As a process of its own. */
function newProcess(): void {
  vi.resetModules();
  fake = fakeElectron();
  electron = fake.module;
  vi.doMock('electron', () => electron);
}

beforeEach(async () => {
  newProcess();
  dir = await mkdtemp(join(tmpdir(), 'trigger-lab-menu-'));
  simulator = new DesktopSimulator();
  bugs = [];
});
afterEach(async () => {
  for (const port of ports.splice(0)) port.close();
  await rm(dir, { recursive: true, force: true });
  expect(bugs.splice(0)).toEqual([]);
});

const readScenario = vi.fn(async (file: string) => ({
  title: `Title of ${file}`,
  text: 'title: x',
  scenario: z.decode(emptyScenario, {}),
}));

async function run(scenario: string | null = null) {
  const { runDesktopApp } = await import('../../../src/main/hosts/electron/app.ts');
  const opened: (string | null)[] = [];
  const running = runDesktopApp({
    dataDir: join(dir, 'data'),
    profileDir: join(dir, 'data', 'window'),
    isInUse: () => false,
    rendererDir: dir,
    preload: '/out/preload/index.cjs',
    scenario,
    readScenario,
    openSimulator: async (file) => {
      opened.push(file);
      return simulator.simulator;
    },
    onBug: (error) => bugs.push(error),
  });
  return { running, opened };
}

async function started() {
  const { running } = await run();
  fake.becomeReady();
  await running;
  const [window] = fake.windows();
  if (window === undefined) throw new Error('no window');
  return { window, shown: fake.pageOf(window) };
}

/** The page of a window asks for its port; `null` where it gets none. */
function page(sender: object) {
  const frame = { origin: 'app://trigger-lab', parent: null, postMessage: vi.fn() };
  electron.ipcMain.emit(`${DESKTOP_PORT_MESSAGE}?`, { sender, senderFrame: frame });
  const call = frame.postMessage.mock.lastCall as [string, null, [StandInPort]] | undefined;
  if (call === undefined) return null;
  const port = call[2][0][NODE_PORT];
  ports.push(port);
  const client: ContractRouterClient<DesktopContract> = createORPCClient(new RPCLink({ port }));
  port.start();
  return client;
}

/** What the app asks the page of a window for. */
async function listening(window: { webContents: object }) {
  const client = page(window.webContents);
  if (client === null) throw new Error('no port');
  const asked: Asked[] = [];
  const stopping = new AbortController();
  const stream = await client.asked(undefined, { signal: stopping.signal });
  void (async () => {
    for await (const each of stream) asked.push(each);
  })().catch(() => undefined);
  await client.show(STATE);
  return { client, asked, stop: () => stopping.abort() };
}

const menu = () => electron.Menu.getApplicationMenu();
const item = (wanted: CommandId) => menu()?.getMenuItemById(wanted) ?? null;
const press = (pressed: MenuItem | null | undefined) => {
  if (!pressed) throw new Error('no such entry');
  pressed.click();
};

const recentItems = () => {
  const file = menu()?.items.find(({ label }) => label === 'File')?.submenu?.items;
  return file?.find(({ label }) => label === 'Open Recent')?.submenu?.items ?? [];
};
const recentMenu = () =>
  recentItems()
    .map(({ label }) => label)
    .filter((label) => label !== '' && label !== 'Clear List');

it('asks the page for what is chosen in the menu, in front', async () => {
  const { window, shown } = await started();
  expect(item('clock.next')?.enabled).toBe(false);
  const { asked } = await listening(window);
  expect(item('clock.next')?.enabled).toBe(true);
  press(item('clock.next'));
  press(item('help.rules'));
  await vi.waitFor(() =>
    expect(asked).toEqual([
      { type: 'do', command: 'clock.next' },
      { type: 'do', command: 'help.rules' },
    ]),
  );
  expect(shown.focus).toHaveBeenCalledTimes(2);
});

it('offers what the page says can be done, and nothing of it when the page is gone', async () => {
  const { window } = await started();
  const { client, stop } = await listening(window);
  await client.show({ ...STATE, disabled: ['clock.back'], undo: 'new queue AP' });
  expect([item('clock.back')?.enabled, item('clock.next')?.enabled]).toEqual([false, true]);
  expect(item('edit.undo')?.label).toBe('Undo: new queue AP');
  stop();
  await vi.waitFor(() => expect(item('clock.next')?.enabled).toBe(false));
  expect(item('file.open')?.enabled).toBe(true);
});

it('heeds no page but that of the main window, and nothing that is not as agreed', async () => {
  const { window, shown } = await started();
  expect(page({})).toBeNull();
  shown.opens('app://trigger-lab/#/audience');
  await vi.waitFor(() => expect(fake.windows()).toHaveLength(2));
  expect(page(fake.windows()[1]?.webContents ?? {})).toBeNull();

  const { client } = await listening(window);
  const before = menu();
  await expect(client.show({ ...STATE, disabled: ['app.quit'] } as never)).rejects.toThrow('Input validation failed');
  await expect(client.do({ command: 'clock.next' } as never)).rejects.toThrow('Input validation failed');
  expect(menu()).toBe(before);
});

it('undoes typing in a field, else asks the page', async () => {
  const { window } = await started();
  const { client, asked } = await listening(window);
  const undo = vi.spyOn(window.webContents, 'undo').mockReturnValue();
  const redo = vi.spyOn(window.webContents, 'redo').mockReturnValue();
  press(item('edit.undo'));
  await vi.waitFor(() => expect(asked).toEqual([{ type: 'do', command: 'edit.undo' }]));
  await client.show({ ...STATE, isTyping: true });
  press(item('edit.undo'));
  press(item('edit.redo'));
  expect(undo).toHaveBeenCalledOnce();
  expect(redo).toHaveBeenCalledOnce();
  expect(asked).toHaveLength(1);
});

it('has the windows of the system follow the theme', async () => {
  const { window } = await started();
  const { client } = await listening(window);
  expect(electron.nativeTheme.themeSource).toBe('dark');
  await client.show({ ...STATE, theme: 'auto' });
  expect(electron.nativeTheme.themeSource).toBe('system');
});

it('marks a Mac’s window as edited, and says which file it is of', async () => {
  const { window } = await started();
  const { MenuBar } = await import('../../../src/main/hosts/electron/menu-bar.ts');
  const { files, router } = new MenuBar({
    simulator: simulator.simulator,
    readScenario,
    dataDir: join(dir, 'data'),
    profileDir: join(dir, 'data', 'window'),
    ensureWindow: async () => undefined,
    onBug: (error) => bugs.push(error),
    platform: 'darwin',
  });
  files.noteOpened('/files/retry.yaml');
  const client = createRouterClient(router);
  const workspaceId = simulator.switcher.openId;
  await client.show({ ...STATE, isEdited: true, workspaceId });
  expect([window.isDocumentEdited(), window.getRepresentedFilename()]).toEqual([true, '/files/retry.yaml']);
  await client.show({ ...STATE, workspaceId: 'another' });
  expect([window.isDocumentEdited(), window.getRepresentedFilename()]).toEqual([false, '']);
  expect(menu()?.items[0]?.label).toBe('Trigger Lab');
});

it('opens a file that is chosen, tells the page, and has it among the recent ones at the next start', async () => {
  const { window } = await started();
  const { asked } = await listening(window);
  press(item('file.open'));
  await vi.waitFor(() => expect(electron.dialog.showOpenDialog).toHaveBeenCalledOnce());
  expect(simulator.asked).toEqual([]);

  electron.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/files/retry.yaml'] });
  press(item('file.open'));
  await vi.waitFor(() => expect(asked).toEqual([{ type: 'opened', file: 'retry.yaml' }]));
  expect(simulator.asked).toEqual(['openScenario Title of /files/retry.yaml']);
  expect(electron.app.getRecentDocuments()).toEqual(['/files/retry.yaml']);
  expect(recentMenu()).toEqual(['retry.yaml']);

  newProcess();
  await started();
  expect(recentMenu()).toEqual(['retry.yaml']);
});

it('says what is wrong with a file that cannot be opened, and does not remember it', async () => {
  await started();
  readScenario.mockRejectedValueOnce(new Error('a.yaml:1:1: $: no scenario'));
  electron.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/files/a.yaml'] });
  press(item('file.open'));
  await vi.waitFor(() =>
    expect(electron.dialog.showErrorBox).toHaveBeenCalledWith(
      'The scenario cannot be opened',
      'a.yaml:1:1: $: no scenario',
    ),
  );
  expect(recentMenu()).toEqual([]);
});

it('says that a recent file is gone, and takes it off the list', async () => {
  const here = join(dir, 'here.yaml');
  await writeFile(here, 'title: x');
  await mkdir(join(dir, 'data', 'window'), { recursive: true });
  await writeFile(join(dir, 'data', 'window', 'recent-files.json'), JSON.stringify([here, '/gone/away.yaml']));
  const { window } = await started();
  const { asked } = await listening(window);
  const recent = (name: string) => recentItems().find(({ label }) => label === name);
  press(recent('away.yaml'));
  await vi.waitFor(() =>
    expect(electron.dialog.showMessageBox.mock.lastCall?.[0]).toMatchObject({
      message: '“away.yaml” is no longer there.',
      detail: '/gone/away.yaml was moved, renamed or deleted. It is off the list of recent files now.',
    }),
  );
  expect(recentMenu()).toEqual(['here.yaml']);
  press(recent('here.yaml'));
  await vi.waitFor(() => expect(asked).toEqual([{ type: 'opened', file: 'here.yaml' }]));
  press(recent('Clear List'));
  expect(recentMenu()).toEqual([]);
  expect(electron.app.getRecentDocuments()).toEqual([]);
});

it.each(['not JSON', '{"a":1}', '[1]'])('begins with no recent files where the list is %s', async (text) => {
  await mkdir(join(dir, 'data', 'window'), { recursive: true });
  await writeFile(join(dir, 'data', 'window', 'recent-files.json'), text);
  await started();
  expect(recentMenu()).toEqual([]);
});

it('keeps ten recent files, the newest first', async () => {
  await started();
  for (let number = 1; number <= 12; number += 1) {
    electron.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [`/files/${number}.yaml`] });
    press(item('file.open'));
    await vi.waitFor(() => expect(recentMenu()[0]).toBe(`${number}.yaml`));
  }
  expect(recentMenu()).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => `${number}.yaml`));
});

it('saves the workspace as a file, whole or not at all, and says so', async () => {
  const { window } = await started();
  const { asked } = await listening(window);
  const target = join(dir, 'mine.trigger.yaml');
  electron.app.setPath('documents', dir);
  electron.dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: target });
  press(item('file.saveAs'));
  await vi.waitFor(() => expect(asked).toEqual([{ type: 'saved', file: 'mine.trigger.yaml' }]));
  expect(electron.dialog.showSaveDialog.mock.lastCall?.at(-1)).toMatchObject({
    defaultPath: join(dir, 'invoices.trigger.yaml'),
  });
  expect(await readFile(target, 'utf8')).toBe('title: Invoices\n');
  expect(recentMenu()).toEqual(['mine.trigger.yaml']);

  // A folder is in its place.
  await mkdir(join(dir, 'folder'));
  electron.dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: join(dir, 'folder') });
  press(item('file.saveAs'));
  await vi.waitFor(() =>
    expect(electron.dialog.showErrorBox).toHaveBeenCalledWith(
      'The workspace cannot be saved',
      expect.stringContaining(`${join(dir, 'folder')} cannot be written`),
    ),
  );
  expect((await readdir(dir)).sort()).toEqual(['data', 'folder', 'mine.trigger.yaml']);
});

it('shows the data folder in the system’s own window', async () => {
  const { window } = await started();
  const { client } = await listening(window);
  const showItem = vi.spyOn(electron.shell, 'showItemInFolder');
  await client.do({ command: 'file.reveal' });
  expect(showItem.mock.calls).toEqual([[join(dir, 'data')]]);
});

it('opens a file that a Mac hands over: before the app is ready at once, later after asking', async () => {
  const { running, opened } = await run();
  const event = { preventDefault: vi.fn() };
  electron.app.emit('open-file', event, '/files/first.yaml');
  expect(event.preventDefault).toHaveBeenCalledOnce();
  fake.becomeReady();
  await running;
  expect(opened).toEqual(['/files/first.yaml']);
  expect(recentMenu()).toEqual(['first.yaml']);
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();

  electron.app.emit('open-file', event, '/files/second.yaml');
  await vi.waitFor(() =>
    expect(electron.dialog.showMessageBox.mock.lastCall?.[0]).toMatchObject({
      message: 'Open “Title of /files/second.yaml”?',
    }),
  );
  expect(simulator.asked).toEqual([]);
});

it('shows a notification of the system, which leads to its Case', async () => {
  const { window, shown } = await started();
  const { client, asked } = await listening(window);
  const show = vi.spyOn(electron.Notification.prototype, 'show');
  await client.notify({ title: 'Case needs attention', body: 'INV-1001', case: 'INV-1001' });
  await client.notify({ title: 'Case needs attention', body: 'INV-1002', case: 'INV-1002' });
  const [first, second] = show.mock.contexts as StandInNotification[];
  expect([first, second].map((each) => [each?.title, each?.body])).toEqual([
    ['Case needs attention', 'INV-1001'],
    ['Case needs attention', 'INV-1002'],
  ]);
  second?.emit('click');
  await vi.waitFor(() => expect(asked).toEqual([{ type: 'showCase', case: 'INV-1002' }]));
  expect(shown.focus).toHaveBeenCalledOnce();
});

it('tells the page which versions it runs on', async () => {
  const { window } = await started();
  const { client } = await listening(window);
  expect(await client.versions()).toMatchObject({ node: process.versions.node });
});

it.skipIf(process.platform === 'darwin')('ends though a page listens', async () => {
  const { window } = await started();
  await listening(window);
  const ended = once(electron.app, 'quit');
  window.close();
  await ended;
});
