/** What a guide opens for itself: the bar with the way back says why it is open. */
import { act, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { endGuide, startGuide } from '../../src/renderer/src/client/guide.ts';
import { Banners } from '../../src/renderer/src/features/frame/banners.tsx';
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

test('a sample that was opened for a guide is explained until the guide ends', async () => {
  openWorkspace({});
  told('Mine', null);
  show(<Banners />);
  await act(() => startGuide('compare'));
  told('Sample workspace 2', 'Mine');
  const note =
    '“Sample workspace 2” is a fresh sample, opened for “Compare two retry patterns”; “Mine” stays as you left it.';
  expect(screen.getByText(note)).toBeTruthy();
  act(endGuide);
  expect(screen.getByText('“Sample workspace 2” is open.')).toBeTruthy();
});

test('a guide that begins in the open workspace opens nothing', async () => {
  openWorkspace({
    externalApis: { erp: { url: 'https://erp.example.test' } },
    actionTypes: { 'post-invoice': { externalApi: 'erp' }, 'post-quickly': { externalApi: 'erp', retry: { max: 2 } } },
  });
  told('Mine', 'Another');
  show(<Banners />);
  await act(() => startGuide('compare'));
  expect(screen.getByText('“Mine” is open.')).toBeTruthy();
});
