/** The page's side of the desktop app's menu: what it does when asked, and what it says can be done. */
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { confirm } from '../../src/renderer/src/components/confirm.tsx';
import { pageStateOf } from '../../src/renderer/src/features/frame/can-do.ts';
import { DesktopMenu } from '../../src/renderer/src/features/frame/desktop-menu.tsx';
import { doCommand } from '../../src/renderer/src/features/frame/do-command.ts';
import { commandsFor } from '../../src/renderer/src/features/frame/palette-commands.tsx';
import { navigate, useLeaveGuard } from '../../src/renderer/src/stores/address.ts';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import { COMMANDS } from '../../src/shared/commands.ts';
import type { Asked, PageState } from '../../src/shared/desktop-contract.ts';
import { show } from './show.tsx';
import { accept, asked as askedOfSimulator, elsewhere, openWorkspace } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));
vi.mock('../../src/renderer/src/client/host.ts', () => ({ isDesktop: () => true, isMac: () => false }));

/** The desktop app: what it was told, and how it asks. */
const app = vi.hoisted(() => ({
  told: [] as PageState[],
  done: [] as string[],
  ask: (_what: Asked): void => undefined,
}));
vi.mock('../../src/renderer/src/client/desktop.ts', () => ({
  desktop: () =>
    Promise.resolve({
      show: async (state: PageState) => void app.told.push(state),
      do: async ({ command }: { command: string }) => void app.done.push(command),
    }),
  listenToDesktop: async (_app: unknown, onAsked: (what: Asked) => void) => {
    app.ask = onAsked;
  },
}));

const FILE = {
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/x' } },
  actionTypes: { post: { externalApi: 'erp' } },
  caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
  cases: { C1: { type: 'invoice' } },
};

beforeEach(() => {
  navigate('/cases');
  app.told.length = 0;
  app.done.length = 0;
});
afterEach(cleanup);

const latest = () => vi.waitFor(() => app.told.at(-1) ?? Promise.reject(new Error('told nothing yet')));
const ask = (what: Asked) => act(async () => app.ask(what));

async function shown() {
  const world = openWorkspace(FILE);
  show(<DesktopMenu />);
  await latest();
  return world;
}

test('it says what can be done, and when that changes, and is silent otherwise', async () => {
  const world = await shown();
  expect(await latest()).toMatchObject({
    disabled: ['edit.undo', 'edit.redo', 'view.stage', 'clock.back'],
    checked: ['theme.light', 'go.cases', 'speed.1'],
    undo: null,
    isTyping: false,
    isEdited: false,
  });
  const before = app.told.length;
  act(() => workspace.setState(({ version }) => ({ version: version + 1 })));
  expect(app.told).toHaveLength(before);

  await elsewhere(world, { type: 'createDefinition', definition: { section: 'queues', name: 'AP' } });
  await vi.waitFor(() => expect(app.told.at(-1)).toMatchObject({ undo: 'new queue AP' }));
  expect(app.told).toHaveLength(before + 1);
  expect((await latest()).disabled).not.toContain('edit.undo');
});

test('it says that a text field has the focus: undo is of what is typed there', async () => {
  openWorkspace(FILE);
  show(
    <>
      <input aria-label="text" />
      <button type="button">other</button>
      <DesktopMenu />
    </>,
  );
  expect((await latest()).isTyping).toBe(false);
  act(() => screen.getByLabelText('text').focus());
  await vi.waitFor(() => expect(app.told.at(-1)).toMatchObject({ isTyping: true }));
  expect((await latest()).disabled).not.toContain('edit.undo');
  act(() => screen.getByRole('button', { name: 'other' }).focus());
  await vi.waitFor(() => expect(app.told.at(-1)).toMatchObject({ isTyping: false }));
});

function Form({ isDirty }: { readonly isDirty: boolean }) {
  useLeaveGuard(isDirty, async () => true);
  return <DesktopMenu />;
}

test('it says that something typed is not saved', async () => {
  openWorkspace(FILE);
  const showOther = show(<Form isDirty={true} />);
  await vi.waitFor(async () => expect((await latest()).isEdited).toBe(true));
  showOther(<Form isDirty={false} />);
  await vi.waitFor(async () => expect((await latest()).isEdited).toBe(false));
});

test('before there is a workspace, only what is about the window can be done', () => {
  const none = { ...workspace.getState(), world: null, clock: null };
  const { disabled } = pageStateOf(none, { path: '/cases', theme: 'auto', isTyping: false, isEdited: false });
  expect(disabled).toContain('clock.toggle');
  expect(disabled).toContain('go.lab');
  for (const id of ['help.rules', 'app.about', 'theme.dark', 'view.palette', 'file.open'] as const)
    expect(disabled).not.toContain(id);
});

test('a stage is offered where an Action is looked at, and jumps where time may jump', async () => {
  const world = openWorkspace({ ...FILE, externalApis: { erp: { url: 'http://127.0.0.1:1/x' } } });
  const at = (path: string) =>
    pageStateOf(workspace.getState(), { path, theme: 'auto', isTyping: false, isEdited: false });
  expect(at('/cases/C1').disabled).toContain('view.stage');
  expect(at('/cases/C1').checked).toContain('go.cases');
  expect(at('/cases/C1/actions/post').disabled).not.toContain('view.stage');
  expect(at('/cases').disabled).not.toContain('clock.idle');
  await elsewhere(world, { type: 'switchApi', name: 'erp', to: 'Real' });
  expect(at('/cases').disabled).toContain('clock.idle');
});

test('it does what the menu asks for, as the palette would', async () => {
  await shown();
  await ask({ type: 'do', command: 'go.lab' });
  expect(location.hash).toBe('#/lab');
  await ask({ type: 'showCase', case: 'C1' });
  expect(location.hash).toBe('#/cases/C1');
  await ask({ type: 'opened', file: 'retry.yaml' });
  expect(location.hash).toBe('#/scenarios');
  expect(await screen.findByText('retry.yaml is open as the workspace.')).toBeTruthy();
  await ask({ type: 'saved', file: 'mine.trigger.yaml' });
  expect(await screen.findByText('The workspace was saved as mine.trigger.yaml.')).toBeTruthy();
});

test('while a dialog waits for an answer, the menu changes nothing behind it', async () => {
  const world = await shown();
  await elsewhere(world, { type: 'createDefinition', definition: { section: 'queues', name: 'AP' } });
  const answer = confirm({ title: 'Sure?', message: 'Really?', confirmLabel: 'Yes' });
  await screen.findByRole('dialog', { name: 'Sure?' });
  await ask({ type: 'do', command: 'edit.undo' });
  await ask({ type: 'do', command: 'go.lab' });
  expect(askedOfSimulator).toEqual([]);
  expect(location.hash).toBe('#/cases');
  act(() => screen.getByRole('button', { name: 'Yes' }).click());
  expect(await answer).toBe(true);
});

test('undo by the menu takes the latest edit back, and says what it was', async () => {
  const world = await shown();
  await elsewhere(world, { type: 'createDefinition', definition: { section: 'queues', name: 'AP' } });
  await ask({ type: 'do', command: 'edit.undo' });
  await accept();
  expect(askedOfSimulator).toMatchObject([{ type: 'undoEdit' }]);
  expect(world.queues).not.toContain('AP');
  expect(await screen.findByText('Undone: new queue AP.')).toBeTruthy();
});

test('what only the desktop app can do is asked of it', async () => {
  await shown();
  doCommand('file.saveAs');
  doCommand('file.open');
  await vi.waitFor(() => expect(app.done).toEqual(['file.saveAs', 'file.open']));
});

test('the palette of the desktop app has the files of the system, with the menu’s keys', () => {
  const offered = commandsFor(openWorkspace(FILE)).map(({ id }) => id);
  expect(offered).toEqual(expect.arrayContaining(['file.open', 'file.saveAs', 'file.reveal']));
  expect(COMMANDS['file.saveAs'].menuKeys).toBe('Mod+Shift+S');
});
