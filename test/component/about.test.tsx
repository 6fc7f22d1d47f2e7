/** What the window says of the app itself: its version, its licences, whether it is saved; and that nothing is asked of anybody. */
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { version } from '../../package.json';
import { AboutDialog } from '../../src/renderer/src/features/about/about.tsx';
import { doCommand } from '../../src/renderer/src/features/frame/do-command.ts';
import { WorkspaceMenu } from '../../src/renderer/src/features/frame/workspace-menu.tsx';
import { useHelp } from '../../src/renderer/src/stores/help.ts';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import { show } from './show.tsx';
import { openWorkspace } from './world.tsx';

const app = vi.hoisted(() => ({ isThere: false }));
vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));
vi.mock('../../src/renderer/src/client/desktop.ts', () => ({
  desktop: () =>
    app.isThere
      ? Promise.resolve({ versions: async () => ({ electron: '45.4.1', chromium: '150.0', node: '24.1.0' }) })
      : null,
}));
afterEach(() => {
  cleanup();
  app.isThere = false;
});

function Place() {
  const { place } = useHelp();
  return <output>{place?.at}</output>;
}

test.each(['app.about', 'app.updates'] as const)('%s says which version runs, and asks no server', async (command) => {
  const fetching = vi.spyOn(globalThis, 'fetch');
  show(
    <>
      <AboutDialog />
      <Place />
    </>,
  );
  act(() => doCommand(command));
  const dialog = await screen.findByRole('dialog', { name: 'About Trigger Lab' });
  expect(dialog.textContent).toContain(`Trigger Lab${version}`);
  expect(dialog.textContent).not.toContain('Electron');
  expect(screen.getByRole('region', { name: 'Updates' }).textContent).toContain('nothing leaves this machine');
  await userEvent.click(screen.getByRole('button', { name: 'Third-party notices' }));
  expect(screen.getByRole('status').textContent).toBe('docs/third-party-notices.md');
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fetching).not.toHaveBeenCalled();
});

test('in the desktop app it says what that runs on', async () => {
  app.isThere = true;
  show(<AboutDialog />);
  act(() => doCommand('app.about'));
  expect((await screen.findByText('45.4.1')).previousSibling?.textContent).toBe('Electron');
  expect(screen.getByText('150.0')).toBeTruthy();
});

test('the workspace says that it is saved as one goes, or that it is not', async () => {
  openWorkspace({});
  workspace.setState({ workspace: { id: 'first', name: 'Invoices', backTo: null, isFirstStart: false } });
  show(<WorkspaceMenu />);
  const sign = () => screen.getByRole('button', { name: 'Workspace Invoices' }).querySelector('[title]');
  const says = () => sign()?.getAttribute('title');
  expect(says()).toBe('Saved as you go');
  const { clock } = workspace.getState();
  if (clock === null) throw new Error('no clock');
  act(() => workspace.setState({ clock: { ...clock, notSaved: 'The disk is full.' } }));
  expect(says()).toBe('Not saved');
  act(() => workspace.setState({ connection: 'lost' }));
  expect(says()).toBe('Not connected');
  act(() => workspace.setState({ connection: 'connected' }));
});
