/** The lesson's dock in the whole window: its keys, a question, leaving and coming back, and the course page. */
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Simulator } from '../../src/main/simulator.ts';
import { navigate } from '../../src/renderer/src/stores/address.ts';
import { beginAfresh } from '../../src/renderer/src/stores/lesson-view.ts';
import { viewAs } from '../../src/renderer/src/stores/view.ts';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import { openLab, settle, showWindow } from './lab.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./lab-client.ts'));
// Each walks through the whole window, which takes its time where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const LESSON = `
title: Somebody is impatient
tags: [lesson]
users: { dana: {}, omar: {} }
queues: [AP]
externalApis: { erp: { url: https://erp.example.test/invoices, otherwise: { fail: refused } } }
actionTypes: { post: { title: Post it, externalApi: erp, allocation: { queue: AP } } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - chapter: A minute is long
  - launch: { case: C1 }
  - show: { action: C1/post }
  - say: The first automatic retry is a minute away.
  - ask: { question: What does the error bar count?, answers: [Still 0 of 5, 1 of 5, Nothing], right: 2, because: Every retry counts. }
  - retry: { action: C1/post, by: omar }
  - expect: { action: C1/post, retries: 1/5 }
  - chapter: Elsewhere
  - show: { inbox: dana }
  - say: And Dana has nothing to do.
  - show: { settings: retry }
  - say: Here is the maximum.
  - show: { externalApi: erp }
  - say: And here is who refuses.
  - show: { queue: AP }
  - say: Nobody waits here.
`;

let simulator: Simulator;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  simulator = await openLab();
  await settle();
});
afterAll(() => simulator.close());

beforeEach(async () => {
  await settle(() => simulator.opener.openText('lesson.yaml', LESSON));
  beginAfresh();
  viewAs(null);
  navigate('/cases');
  showWindow();
  await settle();
});

const dock = () => within(screen.getByRole('region', { name: 'Lesson' }));
const step = () => workspace.getState().lesson?.step;
/** On whatever has the focus. */
const press = (key: string) =>
  settle(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
const click = (name: string) => settle(async () => dock().getByRole('button', { name }).click());
/** Files are read at their own pace. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await settle();
}
const failures = () => workspace.getState().player?.steps.filter(({ state }) => state === 'failed').length;

test('space, the arrows and a remote control go on and back; the screen follows', async () => {
  expect(dock().queryByText(/A minute is long/)).toBeNull();
  await press(' ');
  expect(dock().getByText('The first automatic retry is a minute away.')).toBeTruthy();
  expect(location.hash).toBe('#/cases/C1/actions/post');
  await press('PageDown');
  const question = dock().getByRole('radiogroup', { name: 'What does the error bar count?' });
  expect(within(question).getAllByRole('radio')).toHaveLength(3);
  await press('ArrowLeft');
  expect(step()).toBe(4);
  await press('ArrowRight');
  await press('PageUp');
  expect(step()).toBe(4);
  await press('ArrowLeft');
  expect(step()).toBe(0);
  expect(dock().getByRole('button', { name: 'Back' })).toHaveProperty('disabled', true);
});

test('the guess is marked by its number, changed, and answered by Reveal with its reason, what changed and why', async () => {
  await press(' ');
  await press(' ');
  const radio = (name: RegExp) => dock().getByRole('radio', { name });
  await press('4');
  expect(
    dock()
      .getAllByRole('radio')
      .some((each) => (each as HTMLInputElement).checked),
  ).toBe(false);
  await press('3');
  await press('1');
  expect(radio(/Still 0 of 5/)).toHaveProperty('checked', true);
  expect(dock().queryByText('Every retry counts.')).toBeNull();
  // An answer that has the focus is no obstacle.
  radio(/Still 0 of 5/).focus();
  expect(dock().queryByRole('button', { name: 'Next' })).toBeNull();
  await press(' ');
  expect(dock().getByText('Every retry counts.')).toBeTruthy();
  expect(radio(/1 of 5.*Right/)).toBeTruthy();
  expect(radio(/Still 0 of 5.*The class thought so/)).toHaveProperty('disabled', true);
  expect(dock().getByRole('status', { name: 'What changed' }).textContent).toMatch(/retry 1 of C1\/post failed/i);
  expect(dock().getAllByRole('button', { name: /^Why\?/ }).length).toBeGreaterThan(0);
  expect(dock().getByRole('button', { name: 'Next' })).toBeTruthy();
});

test('every place that a lesson can show', async () => {
  const places: string[] = [];
  for (let beat = 0; beat < 7; beat += 1) {
    await press(' ');
    places.push(location.hash);
  }
  expect([...new Set(places)]).toEqual([
    '#/cases/C1/actions/post',
    '#/inbox/dana',
    '#/settings',
    '#/external-apis/erp',
    '#/queues?queue=AP',
  ]);
  expect(dock().getByText('This is the end of the lesson.')).toBeTruthy();
  expect(dock().getByRole('button', { name: 'Next' })).toHaveProperty('disabled', true);
});

test('an inbox is a screen of its own, with what the person was notified of', async () => {
  for (let beat = 0; beat < 4; beat += 1) await press(' ');
  expect(screen.getByRole('heading', { level: 1, name: 'Inbox of dana' })).toBeTruthy();
  expect(screen.getByText(/No Case needs the attention of dana/)).toBeTruthy();
  expect(screen.getByText('No notifications for dana yet.')).toBeTruthy();
  await settle(async () => navigate('/inbox/nobody'));
  expect(screen.getByText('This workspace has no user “nobody”.')).toBeTruthy();
});

describe('in somebody’s inbox', () => {
  const eyes = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'View as' }).value;
  const bell = () => screen.getByRole('button', { name: /^Notifications, / }).dataset.aboutNotified;
  const toInbox = async () => {
    for (let beat = 0; beat < 4; beat += 1) await press(' ');
  };

  test('it is looked at as that person, and as before once the lesson looks elsewhere', async () => {
    await settle(async () => viewAs('omar'));
    await toInbox();
    expect([eyes(), bell()]).toEqual(['dana', 'dana']);
    await press(' ');
    expect([eyes(), bell()]).toEqual(['omar', 'omar']);
    await press('ArrowLeft');
    expect(eyes()).toBe('dana');
    await click('Leave lesson');
    expect(eyes()).toBe('omar');
  });

  test('whoever is chosen there by hand stays', async () => {
    await toInbox();
    await settle(async () => viewAs('omar'));
    expect(eyes()).toBe('omar');
    await press(' ');
    expect(eyes()).toBe('omar');
  });

  test('in another workspace it is whoever was chosen before, where they are known', async () => {
    await settle(async () => viewAs('omar'));
    await toInbox();
    await settle(() => simulator.opener.openText('other.yaml', 'title: Other\nusers: { omar: {} }'));
    expect(eyes()).toBe('omar');
    await settle(() => simulator.opener.openText('empty.yaml', 'title: Empty\nusers: { ines: {} }'));
    expect(eyes()).toBe('');
  });
});

test('chapters are dots, and those to come have no title', async () => {
  await press(' ');
  const dots = within(dock().getByRole('list', { name: 'Chapters' })).getAllByRole('listitem');
  expect(dots.map(({ textContent }) => textContent)).toEqual(['Chapter 1 of 2: A minute is long', 'Chapter 2 of 2']);
  expect(dots[0]?.getAttribute('aria-current')).toBe('step');
});

describe('beside the path', () => {
  test('it says where it was left; Return leads there and to its screen, and nothing has failed', async () => {
    await press(' ');
    await settle(() => simulator.clock.next());
    await settle(async () => navigate('/queues'));
    expect(dock().getByText('You left the lesson at step 4')).toBeTruthy();
    await click('Return');
    expect(dock().queryByText(/You left/)).toBeNull();
    expect(location.hash).toBe('#/cases/C1/actions/post');
    for (let beat = 0; beat < 6; beat += 1) await press(' ');
    expect(failures()).toBe(0);
  });
});

describe('left', () => {
  test('the dock closes, its keys and its secrets are the app’s again; the palette opens it again', async () => {
    await press(' ');
    await click('Leave lesson');
    expect(screen.queryByRole('region', { name: 'Lesson' })).toBeNull();
    await press('ArrowRight');
    expect(step()).toBe(4);
    expect(workspace.getState().player?.isLeft).toBe(true);
    expect(screen.getByRole('region', { name: 'Clock' }).textContent).toMatch(/\d waiting: /);
    fireEvent.keyDown(document.documentElement, { key: 'k', code: 'KeyK', ctrlKey: true });
    await settle(async () => {
      fireEvent.change(screen.getByRole('textbox', { name: 'Command palette' }), { target: { value: 'lesson' } });
    });
    await settle(async () => screen.getByRole('button', { name: /Continue lesson/ }).click());
    expect(dock().getByText('You left the lesson at step 4')).toBeTruthy();
    await click('Return');
    expect(dock().getByText('The first automatic retry is a minute away.')).toBeTruthy();
  });

  test('is kept for a reload, and forgotten in another workspace', async () => {
    await press(' ');
    await click('Leave lesson');
    cleanup();
    showWindow();
    await settle();
    expect(screen.queryByRole('region', { name: 'Lesson' })).toBeNull();
    expect(sessionStorage.getItem('trigger-lab:lesson')).toContain(workspace.getState().workspace.id);
  });
});

test('its steps show in the author’s view only', async () => {
  await settle(async () => navigate('/scenarios'));
  expect(screen.queryByRole('list', { name: 'Steps' })).toBeNull();
  await settle(async () => screen.getByRole('button', { name: 'Author view' }).click());
  expect(within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem')).toHaveLength(16);
  await settle(async () => screen.getByRole('button', { name: 'Hide the steps' }).click());
  expect(screen.queryByRole('list', { name: 'Steps' })).toBeNull();
});

test('later events that were visited are not shown before they come again', async () => {
  for (let beat = 0; beat < 3; beat += 1) await press(' ');
  const events = () => within(screen.getByRole('list', { name: 'Events' })).getAllByRole('button').length;
  const count = events();
  await press('ArrowLeft');
  await press('ArrowLeft');
  expect(events()).toBeLessThan(count);
});

test('the course: what is done is there with its date and score, and starting again takes the same workspace', async () => {
  // One in which something was done stays.
  await press(' ');
  await settle(async () => navigate('/course'));
  await until(() => screen.queryByRole('list', { name: 'Lessons' }) !== null);
  const lessons = () => within(screen.getByRole('list', { name: 'Lessons' }));
  const one = () => within(lessons().getByRole('listitem', { name: 'A call and a response' }));
  const begin = async (name: RegExp) => {
    const button = one().getByRole('button', { name });
    button.focus();
    await settle(async () => button.click());
    await until(() => step() === 0 && workspace.getState().lesson?.title === 'A call and a response');
  };
  const workspaces = async () => (await simulator.switcher.list()).length;
  const before = await workspaces();

  expect(lessons().getAllByRole('listitem')).toHaveLength(9);
  expect(one().getByText('3 questions')).toBeTruthy();
  await begin(/^Start/);
  // The space bar goes on, and does not press what has opened it.
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Narration');
  expect(await workspaces()).toBe(before + 1);
  const { id } = workspace.getState().workspace;
  while (workspace.getState().lesson?.isAtEnd === false) {
    await press('3');
    await press(' ');
  }
  await settle(async () => navigate('/course'));
  await until(() => one().queryByText(/^Done on \d+ \w+ \d{4}, 1 of 3 questions right$/) !== null);

  // From elsewhere, too.
  await settle(() => simulator.switcher.open('first'));
  await begin(/^Again/);
  expect(workspace.getState().workspace.id).toBe(id);
  expect(await workspaces()).toBe(before + 1);
});
