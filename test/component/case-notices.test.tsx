/** Notifications of the system: off by default, only while the window is not in front, by the browser where there is no desktop app. */
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noticeOf, useCaseNotices } from '../../src/renderer/src/client/case-notices.ts';
import { SettingsScreen } from '../../src/renderer/src/features/settings/settings-screen.tsx';
import { view } from '../../src/renderer/src/stores/view.ts';
import { receive, workspace } from '../../src/renderer/src/stores/workspace.ts';
import type { Fact } from '../../src/shared/facts.ts';
import { show } from './show.tsx';
import { elsewhere, openWorkspace } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));

const escalated = (caseRef: string, owner = 'dana') =>
  ({ type: 'escalated', at: 0, actionRef: `${caseRef}/post`, caseRef, owner }) as Fact;

test('one Case is named and leads there; of several they are counted', () => {
  expect(noticeOf([escalated('C1')], null)).toEqual({ title: 'Case needs attention', body: 'C1', case: 'C1' });
  const many = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map((ref) => escalated(ref));
  expect(noticeOf([...many, escalated('C1')], null)).toEqual({
    title: '6 Cases need attention',
    body: 'C1, C2, C3, C4, C5 …',
    case: null,
  });
});

test('a person hears of their own Cases', () => {
  const facts = [escalated('C1', 'dana'), escalated('C2', 'erik')];
  expect(noticeOf(facts, 'erik')).toMatchObject({ body: 'C2' });
  expect(noticeOf(facts, 'faye')).toBeNull();
  expect(noticeOf([], null)).toBeNull();
});

const shown: { title: string; body: string }[] = [];
let permission: NotificationPermission;
class BrowserNotification extends EventTarget {
  static requestPermission = async () => permission;
  constructor(title: string, { body }: { body: string }) {
    super();
    shown.push({ title, body });
  }
}

beforeEach(() => {
  shown.length = 0;
  permission = 'granted';
  view.setState({ notifies: false, viewAs: null });
  vi.stubGlobal('Notification', BrowserNotification);
});
afterEach(() => vi.unstubAllGlobals());

function Follower() {
  useCaseNotices();
  return <SettingsScreen />;
}

/** As the stream tells it. */
const tell = (fact: Fact) =>
  act(() => {
    const { clock, messageNumber } = workspace.getState();
    if (clock === null) throw new Error('no clock');
    receive({ type: 'batch', facts: [fact], clock, number: messageNumber + 1, toldSeq: 1 });
  });

async function followed() {
  openWorkspace({
    users: { dana: {} },
    externalApis: { erp: { url: 'https://erp.example.test/x' } },
    actionTypes: { post: { externalApi: 'erp' } },
    caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
    cases: { C1: { type: 'invoice' } },
  });
  show(<Follower />);
  return screen.findByRole('switch', { name: 'Notify me when a Case needs attention' });
}

test('it is off until it is turned on, which a browser may refuse', async () => {
  permission = 'denied';
  const toggle = await followed();
  expect(toggle).toHaveProperty('checked', false);
  await userEvent.click(toggle);
  expect(await screen.findByText('Your browser does not allow this page to show notifications.')).toBeTruthy();
  expect(toggle).toHaveProperty('checked', false);
  permission = 'granted';
  await userEvent.click(toggle);
  await vi.waitFor(() => expect(toggle).toHaveProperty('checked', true));
  await userEvent.click(toggle);
  expect(toggle).toHaveProperty('checked', false);
});

test('a Case that needs attention is told while the window is not in front, and only then', async () => {
  await followed();
  const { world } = workspace.getState();
  if (world === null) throw new Error('no world');
  await elsewhere(world, { type: 'launchCase', case: 'C1' });
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  tell(escalated('C1'));
  expect(shown).toEqual([]);
  view.setState({ notifies: true });
  hasFocus.mockReturnValue(true);
  tell(escalated('C1'));
  expect(shown).toEqual([]);
  hasFocus.mockReturnValue(false);
  tell({ type: 'notificationsRead', at: 0, user: 'dana' } as Fact);
  expect(shown).toEqual([]);
  tell(escalated('C1'));
  expect(shown).toEqual([{ title: 'Case needs attention', body: 'C1' }]);
});
