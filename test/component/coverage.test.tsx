/** The Coverage screen: picture and lists of what scenarios exercise, and of what was seen in the workspace. */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { coverageReport } from '../../src/coverage/coverage.ts';
import { rowId } from '../../src/coverage/rows.ts';
import { TRANSITIONS } from '../../src/engine/action/lifecycle.ts';
import { CoverageScreen } from '../../src/renderer/src/features/coverage/coverage-screen.tsx';
import { pathOf } from '../../src/renderer/src/features/coverage/diagram-layout.ts';
import { navigate, shownPath } from '../../src/renderer/src/stores/address.ts';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import type { ScenarioCoverage, WorkspaceCoverage } from '../../src/shared/coverage.ts';
import { show } from './show.tsx';
import { openWorkspace } from './world.tsx';

const FAILED = 'calling: failed [n < M]';
const REWORKED = 'calling: Case reworked';
const MAXIMUM = 'settings.retry.max';

const SCENARIOS: ScenarioCoverage = {
  ...coverageReport([
    { file: 'one.yaml', rows: TRANSITIONS.map(rowId).filter((id) => id !== REWORKED), settings: [MAXIMUM] },
    { file: 'open', rows: [FAILED], rules: ['R6'] },
  ]),
  scenarios: [
    { file: 'one.yaml', id: 'one', title: 'Nearly all there is' },
    { file: 'open', id: null, title: 'Of my own' },
  ],
  unplayed: null,
};
let seen: WorkspaceCoverage;

const opened = vi.hoisted(() => [] as string[]);
vi.mock('../../src/renderer/src/client/client.ts', () => ({
  client: () => ({
    coverage: { scenarios: async () => SCENARIOS, workspace: async () => seen },
    scenarios: {
      library: async () => [],
      open: async ({ id }: { id: string }) => {
        opened.push(id);
        return { toldSeq: 0 };
      },
    },
  }),
}));

const user = userEvent.setup();
const rows = async () => within(await screen.findByRole('table', { name: 'Rows of the state table' }));
const arrow = (name: string) => screen.getByRole('button', { name });

beforeEach(() => {
  openWorkspace({
    users: { dana: {} },
    actionTypes: { check: { manual: true } },
    cases: { C1: { owner: 'dana', process: ['check'] } },
  });
  workspace.setState({ connection: 'connected' });
  navigate('/scenarios/coverage');
  opened.length = 0;
});

test('the picture has an arrow for every row of the state table', () => {
  for (const { from, to } of TRANSITIONS) expect(pathOf(`${from} → ${to}`).d).toMatch(/^M/);
});

test('says how much is exercised, in a sentence and on every arrow', async () => {
  show(<CoverageScreen of="scenarios" />);
  expect((await screen.findByText(/^37 of 38 rows of the state table/)).textContent).toBe(
    '37 of 38 rows of the state table (97.3 %) were exercised by the lessons and scenarios of the library and the one that is open.',
  );
  expect(arrow('5/6 rows exercised from calling to closed').textContent).toBe('5/6');
  expect(arrow('1/1 rows exercised from calling to retry pending').dataset.look).toBe('all');
  expect(screen.getByRole('tab', { name: /^Settings/ }).textContent).toMatch(/^Settings1 of \d+$/);
});

test('a row opens the scenarios that exercise it, and each of those opens', async () => {
  show(<CoverageScreen of="scenarios" />);
  const row = (await rows()).getByRole('row', { name: FAILED });
  await user.click(within(row).getByText('schedule a retry'));
  const by = within(screen.getByRole('list', { name: 'Which' }));
  expect(by.getAllByRole('button').map((button) => button.textContent)).toEqual(['Nearly all there is', 'Of my own']);
  await user.click(by.getByRole('button', { name: 'Nearly all there is' }));
  expect(opened).toEqual(['one']);
  expect(shownPath()).toBe('/scenarios');

  await user.click(within(row).getByRole('button', { name: '2 scenarios' }));
  expect(screen.queryByRole('list', { name: 'Which' })).toBeNull();
});

test('only what is missing can be shown, and only the rows of an arrow', async () => {
  show(<CoverageScreen of="scenarios" />);
  const bodyRows = async () =>
    (await rows())
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.getAttribute('aria-label'));
  await user.click(await screen.findByRole('button', { name: /^only what was not exercised/ }));
  expect(await bodyRows()).toEqual([REWORKED]);
  expect((await rows()).getByText('none')).toBeTruthy();
  await user.click(arrow('1/1 rows exercised from calling to retry pending'));
  expect(screen.getByText(/^Nothing matches\./)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^only what was not exercised/ }));
  expect(await bodyRows()).toEqual([FAILED]);
  expect(arrow('1/1 rows exercised from calling to retry pending').getAttribute('aria-pressed')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await bodyRows()).toHaveLength(38);

  await user.click(screen.getByRole('tab', { name: /^Settings/ }));
  const setting = screen.getByRole('row', { name: MAXIMUM });
  expect(within(setting).getByText('Maximum retries')).toBeTruthy();
  expect(within(setting).getByRole('button', { name: '1 scenario' })).toBeTruthy();
});

test('of the workspace it says what was seen so far, and in which Actions; what happens next is asked for', async () => {
  const { settings: _, ...nothing } = coverageReport([]);
  const { settings: __, ...taken } = coverageReport([{ file: 'C1/check', rows: ['manual: take'] }]);
  seen = nothing;
  show(<CoverageScreen of="workspace" />);
  expect(await screen.findByText(/^0 of 38 rows of the state table \(0 %\) were seen in “.*” so far\.$/)).toBeTruthy();
  expect(screen.queryByRole('tab', { name: /^Settings/ })).toBeNull();
  seen = taken;
  act(() => workspace.setState(({ version }) => ({ version: version + 1 })));
  await screen.findByText(/^1 of 38 rows/, {}, { timeout: 10_000 });
  await user.click((await rows()).getByRole('button', { name: '1 Action' }));
  expect(within(screen.getByRole('list', { name: 'Which' })).getByText('C1/check')).toBeTruthy();
});
