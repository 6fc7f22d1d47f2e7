/** The dashboard follows what happens, fact by fact, and what one goes back to. */
import { act, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { DashboardScreen } from '../../src/renderer/src/features/dashboard/dashboard-screen.tsx';
import { receive } from '../../src/renderer/src/stores/workspace.ts';
import type { ClockState } from '../../src/shared/clock-contract.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { DashboardTally } from '../../src/views/dashboard/dashboard-tally.ts';
import { Given, START } from '../support/given.ts';
import { show } from './show.tsx';

const clockAt = (now: number): ClockState => ({
  now,
  startAt: START,
  playing: false,
  speed: 1,
  scheduledCount: 0,
  next: null,
  canGoBack: false,
  callbackBase: null,
  notSaved: null,
});

const snapshot = (given: Given) =>
  receive({
    type: 'snapshot',
    number: 1,
    toldSeq: 0,
    workspace: { id: 'first', name: 'W', backTo: null, isFirstStart: false },
    // As it comes over the wire: nothing of it is this world's own.
    world: structuredClone(worldToJson(given.world)),
    clock: clockAt(given.now),
    player: null,
    lesson: null,
    presenter: { action: null },
    recovered: [],
  });

const figure = (term: string) => within(screen.getByLabelText('In figures')).getByText(term).nextSibling?.textContent;

test('it says how to fill it, then counts each fact as it comes, and reads all of them again only where one went elsewhere', async () => {
  const reading = vi.spyOn(DashboardTally, 'of');
  const given = new Given();
  act(() => void snapshot(given));
  show(<DashboardScreen />);
  expect(screen.getByText(/Nothing was launched in this workspace yet/)).toBeTruthy();
  const readAtFirst = reading.mock.calls.length;

  given.launched().failedUntil(2);
  act(() => void receive({ type: 'batch', number: 2, toldSeq: 1, facts: given.facts, clock: clockAt(given.now) }));
  expect(await screen.findByText('0 % of 3 calls connected, as configured, 1 Action waiting')).toBeTruthy();
  expect(figure('Actions')).toBe('1 launched, 0 closed');
  expect(figure('Done Successfully')).toBe('none closed yet');
  expect(reading.mock.calls.length).toBe(readAtFirst);

  // Back to the beginning.
  act(() => void snapshot(new Given()));
  expect(await screen.findByText(/Nothing was launched in this workspace yet/)).toBeTruthy();
  expect(reading.mock.calls.length).toBeGreaterThan(readAtFirst);
});
