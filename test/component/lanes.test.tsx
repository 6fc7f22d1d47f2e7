import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { handle } from '../../src/engine/handle.ts';
import { Lanes } from '../../src/renderer/src/chart/lanes/lanes.tsx';
import { ActionTimeline } from '../../src/renderer/src/features/action/timeline/action-timeline.tsx';
import { view } from '../../src/renderer/src/stores/view.ts';
import { sayWhatChanged } from '../../src/renderer/src/stores/what-changed.ts';
import type { Action } from '../../src/shared/model.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import type { World } from '../../src/shared/world.ts';
import { show } from './show.tsx';
import { openWorkspace, START } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));

const DEFINITIONS = {
  queues: ['AP'],
  users: { dana: {}, omar: { queues: ['AP'] } },
  externalApis: { erp: { url: 'https://erp.example.test/invoices', calls: [{ fail: 'refused' }] } },
  actionTypes: { post: { title: 'Post', externalApi: 'erp' } },
  cases: { C1: { owner: 'dana', process: ['post'] } },
} satisfies ScenarioText;

const actionRef = 'C1/post';

/** The first call was refused; the retry is pending. */
function refused(): Action {
  const world = openWorkspace(DEFINITIONS);
  handle(world, { type: 'launchCase', case: 'C1', by: 'dana' }, START);
  const plan = { result: { connected: false, failure: { kind: 'refused' } }, latencyMs: 0, answers: [] } as const;
  handle(world, { type: 'callPlanned', actionRef, callNumber: 1, plan }, START);
  handle(world, { type: 'callResultDue', actionRef }, START);
  return actionIn(world);
}
const actionIn = (world: World) => world.actions.get(actionRef) as Action;

const user = userEvent.setup();
const lanes = () => screen.getByRole('group', { name: 'Timeline by event' });
const names = () =>
  within(lanes())
    .getAllByRole('img')
    .map((option) => option.getAttribute('aria-label'));
const focused = () => document.activeElement?.getAttribute('aria-label');
const mode = (name: string) => screen.getByRole('radio', { name });

afterEach(() => {
  cleanup();
  view.setState({ timelineMode: 'folded' });
});

describe('the lanes', () => {
  test('R51: a column for each event, named by when and what; the last one is now', () => {
    show(<Lanes action={refused()} />);
    expect(names()).toEqual([
      '09:00:00. Enate: First call. Action: Waiting, calling.',
      '09:00:00. Enate: Retry 1 in 1 min. External API: Connection refused. Action: Waiting, Retried 0 of 5 times.',
      'now. Enate: Retry 1 at 09:01:00. Action: Waiting, Retried 0 of 5 times.',
    ]);
  });

  test('the columns that the last event brought are about its Action, so that they are outlined; no other is', () => {
    const about = () =>
      within(lanes())
        .getAllByRole('img')
        .map((column) => column.dataset.about ?? null);
    show(<Lanes action={refused()} />);
    expect(about()).toEqual([null, null, null]);
    // A failed call, and its retry: the last two facts.
    const nothing = { cases: [], externalApis: [], users: [] };
    const change = { sentence: '', actions: [{ ref: actionRef, factCount: 2 }], ...nothing };
    act(() => sayWhatChanged(change, false));
    expect(about()).toEqual([null, actionRef, null]);
    act(() => sayWhatChanged({ ...change, actions: [{ ref: actionRef, factCount: 9 }] }, false));
    expect(about()).toEqual([actionRef, actionRef, null]);
    act(() => sayWhatChanged({ ...change, actions: [{ ref: 'C2/post', factCount: 2 }] }, false));
    expect(about()).toEqual([null, null, null]);
  });

  test('whatever its name says is written in it, and every lane has its name', () => {
    show(<Lanes action={refused()} />);
    const written = lanes().textContent?.replaceAll(/\s/g, '') ?? '';
    for (const words of [
      'Enate',
      'ExternalAPI',
      'Action',
      'People',
      'Retry1in1min',
      'Connectionrefused',
      'now09:00:00',
    ])
      expect(written).toContain(words);
  });

  test('Tab leads to now; the arrow keys, Home and End step through the columns, and are theirs alone', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    show(<Lanes action={refused()} />);
    await user.tab();
    expect(focused()).toBe(names()[2]);
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toBe(names()[1]);
    await user.keyboard('{Home}');
    expect(focused()).toBe(names()[0]);
    await user.keyboard('{ArrowLeft}{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(focused()).toBe(names()[2]);
    await user.keyboard('{Home}{End}');
    expect(focused()).toBe(names()[2]);
    expect(heard.mock.calls.map(([event]) => (event as KeyboardEvent).key)).toEqual(['Tab']);
    document.removeEventListener('keydown', heard);
  });

  test('on a stage type is from 20 pixels, on a screen from 12', () => {
    const action = refused();
    const other = show(<Lanes action={action} />);
    expect(lanes().style.fontSize).toBe('12px');
    other(<Lanes action={action} size="stage" />);
    expect(lanes().style.fontSize).toBe('20px');
  });
});

describe('how a timeline is drawn', () => {
  test('by time, folded or by event; the choice is remembered', async () => {
    const action = refused();
    show(<ActionTimeline action={action} />);
    expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual([
      'to scale',
      'folded',
      'by event',
    ]);
    expect(screen.getByRole('listbox', { name: 'Marks of the timeline' })).toBeDefined();
    await user.click(mode('By event'));
    expect(lanes()).toBeDefined();
    cleanup();
    show(<ActionTimeline action={action} />);
    expect(lanes()).toBeDefined();
    expect(JSON.parse(localStorage.getItem('trigger-lab:view') ?? '').state.timelineMode).toBe('by event');
  });

  test('a lesson says how it starts; what is chosen there is not remembered', async () => {
    show(<ActionTimeline action={refused()} startsBy="by event" />);
    expect(lanes()).toBeDefined();
    await user.click(mode('By time'));
    expect(screen.queryByRole('group', { name: 'Timeline by event' })).toBeNull();
    expect(view.getState().timelineMode).toBe('folded');
  });
});
