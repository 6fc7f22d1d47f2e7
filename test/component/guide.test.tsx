/** The bar of a guide: it says that, and why, another workspace was opened for it. */
import { act, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { endGuide, startGuide } from '../../src/renderer/src/client/guide.ts';
import { Notice } from '../../src/renderer/src/features/first-steps/notice.tsx';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import { show } from './show.tsx';
import { client, openWorkspace } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => ({
  client: () => ({ ...client(), workspace: { openSample: async () => ({ toldSeq: 0 }) } }),
}));

afterEach(() => act(endGuide));

/** As the simulator tells it once the sample is open. */
const told = (name: string, backTo: string | null) =>
  act(() => workspace.setState({ workspace: { id: name, name, backTo, isFirstStart: false } }));

test('a sample that was opened for a guide is explained until one is back or stays', async () => {
  openWorkspace({});
  told('Mine', null);
  show(<Notice />);
  await act(() => startGuide('compare'));
  told('Sample workspace', 'Mine');
  const note = 'A fresh sample was opened for this; “Mine” stays as you left it.';
  expect(screen.getByRole('region', { name: 'Guide' }).textContent).toContain(note);
  told('Sample workspace', null);
  expect(screen.queryByText(note)).toBeNull();
});

test('a guide that begins in the open workspace opens nothing', async () => {
  openWorkspace({
    externalApis: { erp: { url: 'https://erp.example.test' } },
    actionTypes: { 'post-invoice': { externalApi: 'erp' }, 'post-quickly': { externalApi: 'erp', retry: { max: 2 } } },
  });
  told('Mine', 'Another');
  show(<Notice />);
  await act(() => startGuide('compare'));
  expect(screen.getByRole('region', { name: 'Guide' }).textContent).not.toContain('fresh sample');
});
