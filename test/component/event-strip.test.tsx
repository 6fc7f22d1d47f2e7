/** The event strip: what it names, where its keys and clicks lead, that a thousand events stay a few buttons, and what is said of the latest. */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { handle } from '../../src/engine/handle.ts';
import { about, aboutNotified, aboutWhole } from '../../src/renderer/src/components/about.ts';
import { AskNameHost } from '../../src/renderer/src/components/ask-name.tsx';
import { useShortcuts } from '../../src/renderer/src/features/frame/shortcuts.ts';
import { EventStrip } from '../../src/renderer/src/features/frame/strip/event-strip.tsx';
import { FuturesScreen } from '../../src/renderer/src/features/futures/futures-screen.tsx';
import { useAddress } from '../../src/renderer/src/stores/address.ts';
import { events } from '../../src/renderer/src/stores/events.ts';
import { receive, workspace } from '../../src/renderer/src/stores/workspace.ts';
import type { ClockState } from '../../src/shared/clock-contract.ts';
import { isRejection } from '../../src/shared/errors.ts';
import type { EventEntry, EventPage, EventQuery, Future, FutureComparison } from '../../src/shared/history-contract.ts';
import type { Input } from '../../src/shared/inputs.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import type { WhatChanged } from '../../src/shared/what-changed.ts';
import { whatChanged } from '../../src/views/what-changed/what-changed.ts';
import { show } from './show.tsx';
import { openWorkspace, START } from './world.tsx';

/** A history that is nothing but numbers: its events are named 1 to `count`, and it stands at the end of `present`. */
const history = vi.hoisted(() => ({
  count: 0,
  present: 0,
  asked: [] as string[],
  pages: [] as object[],
  futures: [] as Future[],
  droppedFuture: null as string | null,
  changed: null as WhatChanged | null,
  compared: [] as object[],
  /** What a page waits for. */
  held: Promise.resolve(),
}));

const MINUTE = 60_000;
const entry = (seq: number): EventEntry => ({
  seq,
  at: START + seq * MINUTE,
  kind: 'call',
  subject: null,
  text: `retry ${seq} of C1/post failed`,
  state: seq < history.present ? 'past' : seq === history.present ? 'present' : 'later',
});

function page({ before, after, limit = 100 }: EventQuery): EventPage {
  history.pages.push({ before, after, limit });
  const [from, to] =
    before !== undefined
      ? [before - limit, before - 1]
      : after !== undefined
        ? [after + 1, after + limit]
        : [history.present - limit, history.present + limit];
  const seqs = Array.from({ length: history.count }, (_, index) => index + 1).filter((seq) => seq >= from && seq <= to);
  const { futures, droppedFuture, changed, present } = history;
  const rest = { changed, startSeq: 0, presentSeq: present, futures: tipOf(futures), droppedFuture };
  return { events: seqs.map(entry), ...rest };
}

/** The present one, always there, ends with the last event. */
function tipOf(futures: readonly Future[]): readonly Future[] {
  const present = { ...future(1, 'The first course'), tipSeq: history.count, isPresent: true };
  return futures.length === 0 ? [present] : futures;
}

function future(id: number, name: string): Future {
  const at = START + 3 * MINUTE;
  return {
    id,
    name,
    isNamedByHand: false,
    partedAt: at,
    partedSeq: 3,
    tipSeq: 3,
    tipAt: at,
    eventCount: 1,
    isPresent: false,
  };
}

/** What is gone to is told by the stream, and asked about again. */
function went(to: number) {
  const moved = to >= 0 && to <= history.count && to !== history.present;
  if (moved) {
    history.present = to;
    workspace.setState(({ version }) => ({ version: version + 1 }));
  }
  return { moved, toldSeq: 0 };
}

vi.mock('../../src/renderer/src/client/client.ts', () => ({
  client: () => ({
    history: {
      events: async (query: EventQuery) => {
        await history.held;
        return page(query);
      },
      goTo: async ({ seq }: { seq: number }) => {
        history.asked.push(`go to ${seq}`);
        return went(seq);
      },
      previous: async () => went(history.present - 1),
      next: async () => went(history.present + 1),
      future: async ({ id }: { id: number }) => {
        history.asked.push(`future ${id}`);
        history.futures = history.futures.map((each) => ({ ...each, isPresent: each.id === id }));
        workspace.setState(({ version }) => ({ version: version + 1 }));
        return { moved: true, toldSeq: 0 };
      },
      nameFuture: async ({ id, name }: { id: number; name: string }) => {
        history.futures = history.futures.map((each) => (each.id === id ? { ...each, name } : each));
        return { ok: true, toldSeq: 0 };
      },
      compareFutures: async (ids: { left: number; right: number }) => {
        history.compared.push(ids);
        return comparisonOf(ids);
      },
    },
    clock: {
      next: async () => {
        history.asked.push('next');
        history.count += 1;
        return { ...went(history.count), moved: 1 };
      },
      untilIdle: async () => {
        history.asked.push('until idle');
        return { moved: false, toldSeq: 0 };
      },
    },
  }),
}));

/** Both end with one Action: in the left one it waits, in the right one it is done; another is in the right one alone. */
function comparisonOf({ left, right }: { left: number; right: number }): FutureComparison {
  const at = START + 3 * MINUTE;
  const waiting = {
    ref: 'C1/post',
    title: 'Post',
    status: 'Waiting',
    phase: 'retry pending',
    reason: 'Updated by Enate',
    resolutionMethod: null,
    retryCount: 2,
    maximum: 5,
    at,
  } as const;
  const done = { ...waiting, status: 'Closed', phase: 'closed', resolutionMethod: 'Done Successfully' } as const;
  // Overdue in one of them: nothing that shows.
  const alike = { ...waiting, ref: 'C2/post' } as const;
  const course = (id: number) => ({ id, name: `Future ${id}`, tipAt: at + 4 * MINUTE, events: [entry(4)] });
  return {
    partedAt: at,
    partedSeq: 3,
    left: { ...course(left), endings: [waiting, alike] },
    right: { ...course(right), endings: [done, alike, { ...waiting, ref: 'C1/check', title: 'Check' }] },
  };
}

const DEFINITIONS = {
  settings: { retry: { max: 0 } },
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/x' } },
  actionTypes: { post: { externalApi: 'erp' } },
  cases: { C1: { owner: 'dana', process: ['post'] } },
} satisfies ScenarioText;

function Shown() {
  useShortcuts();
  return (
    <>
      <EventStrip />
      <AskNameHost />
      <div id="main">
        <div {...about('C1/post')}>Card</div>
        <div {...about('C2/post')}>Another card</div>
      </div>
    </>
  );
}

/** The strip over a history of `count` events that stands at the end of `present`. */
async function showStrip(count: number, present = count) {
  Object.assign(history, {
    count,
    present,
    asked: [],
    pages: [],
    futures: [],
    droppedFuture: null,
    changed: null,
    compared: [],
  });
  const world = openWorkspace(DEFINITIONS);
  show(<Shown />);
  await act(async () => undefined);
  return world;
}

const user = userEvent.setup();
const list = () => screen.getByRole('list', { name: 'Events' });
const ticks = () => within(list()).getAllByRole('button');
const current = () => ticks().filter((tick) => tick.getAttribute('aria-current') === 'step');
const tick = (seq: number) =>
  within(list()).getByRole('button', { name: new RegExp(` retry ${seq} of C1/post failed$`) });
const press = async (keys: string) => {
  await user.keyboard(keys);
  await act(async () => undefined);
};

beforeEach(() => events.setState({ line: null }));

describe('the event strip', () => {
  test('has a tick for each event, named by time and what happened; the present one is the step', async () => {
    await showStrip(3, 2);
    expect(ticks().map((each) => each.getAttribute('aria-label'))).toEqual([
      '09:01 retry 1 of C1/post failed',
      '09:02 retry 2 of C1/post failed',
      '09:03 retry 3 of C1/post failed',
    ]);
    expect(current()).toEqual([tick(2)]);
    expect(ticks().map((each) => each.dataset.later)).toEqual([undefined, undefined, 'true']);
  });

  test('says that earlier events are being read, where that takes its time', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const { promise, resolve } = Promise.withResolvers<void>();
    history.held = promise;
    try {
      await showStrip(3);
      expect(screen.queryByText('Earlier events are being read…')).toBeNull();
      await act(() => vi.advanceTimersByTimeAsync(200));
      expect(screen.getByText('Earlier events are being read…')).toBeTruthy();
      resolve();
      await act(() => vi.advanceTimersByTimeAsync(1_000));
      expect(screen.queryByText('Earlier events are being read…')).toBeNull();
      expect(ticks()).toHaveLength(3);
    } finally {
      vi.useRealTimers();
      history.held = Promise.resolve();
    }
  });

  test('a click goes to the end of an event, and leaves the keys to the app', async () => {
    await showStrip(5);
    await user.click(tick(2));
    expect(history.asked).toEqual(['go to 2']);
    expect(current()).toEqual([tick(2)]);
    expect(document.activeElement).toBe(document.body);
  });

  test('← goes one back, → into what was visited and then lets the next event happen, Home to the start', async () => {
    await showStrip(3);
    await press('{ArrowLeft}');
    expect(current()).toEqual([tick(2)]);
    await press('{ArrowRight}');
    expect(current()).toEqual([tick(3)]);
    expect(history.asked).toEqual([]);
    await press('{ArrowRight}');
    expect(history.asked).toEqual(['next']);
    expect(current()).toEqual([tick(4)]);
    await press('{Home}');
    expect(history.asked).toEqual(['next', 'go to 0']);
    expect(current()).toEqual([]);
    expect(screen.getByText('At the start: nothing has happened yet.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Previous event' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: 'To the start' })).toHaveProperty('disabled', true);
  });

  test('End goes through all that was visited before anything new happens', async () => {
    await showStrip(5, 1);
    await press('{End}');
    expect(history.asked).toEqual(['go to 5', 'until idle']);
    await press('{End}');
    expect(history.asked).toEqual(['go to 5', 'until idle', 'until idle']);
  });

  test('what can be scrolled sideways keeps the arrow keys for that', async () => {
    await showStrip(3);
    const wide = document.createElement('div');
    wide.tabIndex = 0;
    wide.style.overflowX = 'auto';
    Object.defineProperty(wide, 'scrollWidth', { value: 900, configurable: true });
    Object.defineProperty(wide, 'clientWidth', { value: 300, configurable: true });
    document.body.append(wide);
    wide.focus();
    await press('{ArrowLeft}');
    expect(current()).toEqual([tick(3)]);
    Object.defineProperty(wide, 'scrollWidth', { value: 300 });
    await press('{ArrowLeft}');
    expect(current()).toEqual([tick(2)]);
    wide.remove();
  });

  test('the arrow keys walk the ticks that have the focus, and Enter goes there', async () => {
    await showStrip(4);
    act(() => tick(4).focus());
    await press('{ArrowLeft}{ArrowLeft}');
    expect(document.activeElement).toBe(tick(2));
    expect(history.present).toBe(4);
    expect(ticks().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1, -1]);
    await press('{Enter}');
    expect(current()).toEqual([tick(2)]);
    expect(document.activeElement).toBe(tick(2));
  });

  test('what is pointed at or has the focus is read out in the line below', async () => {
    await showStrip(3);
    await user.hover(tick(1));
    expect(screen.getByText('09:01 retry 1 of C1/post failed')).toBeTruthy();
    await user.unhover(tick(1));
    expect(screen.queryByText('09:01 retry 1 of C1/post failed')).toBeNull();
    act(() => tick(2).focus());
    expect(screen.getByText('09:02 retry 2 of C1/post failed')).toBeTruthy();
  });

  test('a thousand events are a few buttons, and each can be reached by keys alone', async () => {
    await showStrip(1_000, 500);
    // 200 each way are known at first.
    expect(ticks().length).toBeLessThan(20);
    expect(current()).toEqual([tick(500)]);
    const bundle = within(list()).getAllByRole('button', { name: /^\d+ events, / })[0] as HTMLElement;
    act(() => bundle.focus());
    for (
      let step = 0;
      step < 6 && within(list()).queryByRole('button', { name: / retry 300 of/ }) === null;
      step += 1
    ) {
      await press('{Home}{ArrowRight}{Enter}');
    }
    await user.click(within(list()).getByRole('button', { name: 'Earlier events' }));
    await act(async () => undefined);
    expect(within(list()).queryByRole('button', { name: 'Earlier events' })).toBeNull();
    for (let step = 0; step < 6 && within(list()).queryByRole('button', { name: / retry 1 of/ }) === null; step += 1) {
      act(() => ticks()[0]?.focus());
      await press('{Enter}');
    }
    expect(tick(1)).toBeTruthy();
    expect(ticks().length).toBeLessThan(20);
  });

  test('while time runs, only pages around the present are asked for, a few times a second', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    try {
      await showStrip(100);
      const clock = workspace.getState().clock as ClockState;
      workspace.setState({ clock: { ...clock, playing: true } });
      await act(() => vi.advanceTimersByTimeAsync(1_000));
      history.pages.length = 0;
      for (let frame = 0; frame < 60; frame += 1) {
        history.count += 5;
        history.present = history.count;
        workspace.setState(({ version }) => ({ version: version + 1 }));
        await act(() => vi.advanceTimersByTimeAsync(33));
      }
      expect(history.pages.length).toBeGreaterThan(6);
      expect(history.pages.length).toBeLessThan(10);
      expect(history.pages).toEqual(history.pages.map(() => ({ before: undefined, after: undefined, limit: 60 })));
      await act(() => vi.advanceTimersByTimeAsync(300));
      expect(current()).toEqual([tick(400)]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('futures', () => {
  const choice = () => screen.queryByRole('combobox', { name: 'Future' });
  async function showTwo() {
    await showStrip(5);
    expect(choice()).toBeNull();
    history.futures = [future(1, 'Retry 3 of C1/post failed, 09:07'), { ...future(2, 'Healthy'), isPresent: true }];
    await act(async () => workspace.setState(({ version }) => ({ version: version + 1 })));
  }

  test('are offered where there are several, and choosing one goes there', async () => {
    await showTwo();
    const options = within(choice() as HTMLElement).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['Retry 3 of C1/post failed, 09:07', 'Healthy']);
    expect(choice()).toHaveProperty('value', '2');
    await user.selectOptions(choice() as HTMLElement, '1');
    await act(async () => undefined);
    expect(history.asked).toEqual(['future 1']);
    expect(choice()).toHaveProperty('value', '1');
  });

  test('are renamed', async () => {
    await showTwo();
    await user.click(screen.getByRole('button', { name: 'Rename future' }));
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    expect(screen.getByText('Expected a name.')).toBeTruthy();
    await user.type(name, 'ERP comes back');
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    await act(async () => undefined);
    expect(within(choice() as HTMLElement).getByRole('option', { name: 'ERP comes back' })).toBeTruthy();
  });

  test('the one that has to go is named', async () => {
    await showTwo();
    history.droppedFuture = 'Healthy at last';
    await act(async () => workspace.setState(({ version }) => ({ version: version + 1 })));
    expect(screen.getByText('The future “Healthy at last” is gone: at most twenty are kept.')).toBeTruthy();
  });

  test('compared: how each Action ends that does not end alike', async () => {
    await showTwo();
    show(
      <Router hook={useAddress}>
        <FuturesScreen />
      </Router>,
    );
    await act(async () => undefined);
    expect(history.compared.at(-1)).toEqual({ left: 1, right: 2 });
    const table = screen.getByRole('table', { name: 'How each Action ends' });
    const cells = [...table.querySelectorAll('tr')].map((row) => [...row.cells].map(({ textContent }) => textContent));
    expect(cells[0]).toEqual(['Action', 'Future 1', 'Future 2']);
    expect(cells[1]?.[1]).toContain('Waiting');
    expect(cells[1]?.[2]).toContain('Done Successfully');
    expect(cells[2]?.[1]).toBe('not launched');
    expect(cells).toHaveLength(3);
    expect(
      screen.getByRole('img', { name: /^Two futures part at 09:03\. Future 1: 1 event, until 09:07\./ }),
    ).toBeTruthy();
  });
});

describe('what changed', () => {
  /** As the stream brings it. */
  async function happens(input: Input) {
    const { world, clock, messageNumber, toldSeq } = workspace.getState();
    if (world === null || clock === null) throw new Error('no workspace');
    const facts = handle(structuredClone(world), input, START);
    if (isRejection(facts)) throw new Error(facts.message);
    history.changed = whatChanged(facts, START) ?? history.changed;
    await act(async () => {
      receive({ type: 'batch', number: messageNumber + 1, toldSeq, facts, clock });
    });
  }
  const outlined = () =>
    document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('');

  test('changes at a pace that can be read while time runs, and ends with the last', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    try {
      await showStrip(1);
      const clock = workspace.getState().clock as ClockState;
      workspace.setState({ clock: { ...clock, playing: true } });
      await act(() => vi.advanceTimersByTimeAsync(1_000));
      await happens({ type: 'launchCase', case: 'C1' });
      await happens({ type: 'switchApi', name: 'erp', to: 'Down' });
      await happens({ type: 'switchApi', name: 'erp', to: 'Silent' });
      const first = screen.getByText('C1/post is launched; its first call started.');
      expect(first.getAttribute('aria-live')).toBe('off');
      await act(() => vi.advanceTimersByTimeAsync(250));
      expect(screen.getByText('The External API erp is switched to Silent.')).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
  });

  test('R44: whoever was told sees it at the bell; an Action is outlined, and the row that stands for its Case', async () => {
    await showStrip(1);
    await happens({ type: 'launchCase', case: 'C1' });
    const plan = { result: { connected: false, failure: { kind: 'refused' } }, latencyMs: 0, answers: [] } as const;
    await happens({ type: 'callPlanned', actionRef: 'C1/post', callNumber: 1, plan });
    await happens({ type: 'callResultDue', actionRef: 'C1/post' });
    expect(screen.getByText(/; the Case owner dana is told\.$/)).toBeTruthy();
    const selectors = outlined();
    for (const element of [
      about('C1/post'),
      about('C1'),
      aboutWhole('C1'),
      aboutNotified('dana'),
      aboutNotified(null),
    ]) {
      const shown = document.createElement('p');
      for (const [name, value] of Object.entries(element)) shown.setAttribute(name, value);
      (document.getElementById('main') as HTMLElement).append(shown);
      expect(shown.matches(selectors.slice(0, selectors.indexOf('{')))).toBe(true);
      shown.remove();
    }
    expect(screen.getByText('Another card').matches(selectors.slice(0, selectors.indexOf('{')))).toBe(false);
  });

  test('is one sentence that is read out, and an outline for two seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await showStrip(1);
      await happens({ type: 'launchCase', case: 'C1' });
      const sentence = screen.getByText('C1/post is launched; its first call started.');
      expect(sentence.getAttribute('aria-live')).toBe('polite');
      expect(outlined()).toContain('[data-about="C1\\/post"]');
      await act(() => vi.advanceTimersByTimeAsync(1_999));
      expect(outlined()).not.toBe('');
      await act(() => vi.advanceTimersByTimeAsync(1));
      expect(outlined()).toBe('');
      // Nothing that one sees change.
      await happens({ type: 'readNotifications', user: 'dana' });
      expect(outlined()).toBe('');
      expect(screen.getByText('C1/post is launched; its first call started.')).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
  });
});
