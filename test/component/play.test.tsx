/** Play begins at a speed at which something happens within seconds, unless somebody chose one. */
import { expect, test, vi } from 'vitest';
import type { ClockState } from '../../src/shared/clock-contract.ts';
import { MINUTE_MS } from '../../src/shared/duration.ts';
import { openWorkspace, START } from './world.tsx';

/** What the simulator was asked, in order. */
const asked: string[] = [];
vi.mock('../../src/renderer/src/client/client.ts', () => ({
  client: () => ({
    clock: {
      play: async () => asked.push('play'),
      speed: async ({ speed }: { speed: number }) => asked.push(`speed ${speed}`),
    },
  }),
}));

/** The clock's verbs of a window that was just opened. */
async function freshVerbs(nextInMs: number | null, isReal = false) {
  vi.resetModules();
  asked.length = 0;
  const world = openWorkspace({ externalApis: { erp: { url: 'http://localhost:1/x' } } });
  const api = world.externalApis.get('erp');
  if (isReal && api !== undefined) world.externalApis.set('erp', { ...api, switch: 'Real' });
  const next = { at: START + (nextInMs ?? 0), kind: 'retry', subject: 'C1/post', text: 'retry 1 of C1/post' } as const;
  const { workspace: store } = await import('../../src/renderer/src/stores/workspace.ts');
  const clock: ClockState = {
    now: START,
    startAt: START,
    playing: false,
    speed: 1,
    scheduledCount: 1,
    next: nextInMs === null ? null : next,
    canGoBack: false,
    recordedCount: null,
    callbackBase: null,
    notSaved: null,
  };
  store.setState({ world, clock });
  return { ...(await import('../../src/renderer/src/features/frame/clock-verbs.ts')), store };
}

test('a retry in 4 minutes: 60×, and the next one in half an hour: 1,000×', async () => {
  const { togglePlay, store } = await freshVerbs(4 * MINUTE_MS);
  await togglePlay();
  expect(asked).toEqual(['speed 60', 'play']);
  const clock = store.getState().clock as ClockState;
  store.setState({
    clock: {
      ...clock,
      speed: 60,
      next: { ...(clock.next as NonNullable<typeof clock.next>), at: START + 30 * MINUTE_MS },
    },
  });
  await togglePlay();
  expect(asked.slice(2)).toEqual(['speed 1000', 'play']);
});

test.each([
  ['it comes at once', 1_000, false],
  ['nothing is scheduled', null, false],
  ['an External API is real: time is held at 1×', 4 * MINUTE_MS, true],
])('the speed stays where %s', async (_, nextInMs, isReal) => {
  const { togglePlay } = await freshVerbs(nextInMs, isReal);
  await togglePlay();
  expect(asked).toEqual(['play']);
});

test('a chosen speed stays, also where it is the one that was there', async () => {
  const { setSpeed, togglePlay } = await freshVerbs(4 * MINUTE_MS);
  await setSpeed(1);
  await togglePlay();
  expect(asked).toEqual(['speed 1', 'play']);
});

test('a speed that somebody chose in another window stays', async () => {
  const { togglePlay, store } = await freshVerbs(4 * MINUTE_MS);
  store.setState(({ clock }) => ({ clock: { ...(clock as ClockState), speed: 2 } }));
  await togglePlay();
  expect(asked).toEqual(['play']);
});
