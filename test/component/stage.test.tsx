/** The stage and the audience's window: what they show, what a presenter can change, and who leads. */
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { handle } from '../../src/engine/handle.ts';
import { openAudience, usePresenting } from '../../src/renderer/src/client/audience.ts';
import { lookWhereItLooks } from '../../src/renderer/src/client/lesson.ts';
import { ActionScreen } from '../../src/renderer/src/features/action/action-screen.tsx';
import { AudienceScreen } from '../../src/renderer/src/features/action/stage/audience-screen.tsx';
import { StageScreen } from '../../src/renderer/src/features/action/stage/stage-screen.tsx';
import { useShortcuts } from '../../src/renderer/src/features/frame/shortcuts.ts';
import { actionAt, navigate, paths, useAddress } from '../../src/renderer/src/stores/address.ts';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import type { Input } from '../../src/shared/inputs.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import type { World } from '../../src/shared/world.ts';
import { show } from './show.tsx';
import { accept, asked, looked, openWorkspace, START } from './world.tsx';

vi.mock('../../src/renderer/src/client/client.ts', () => import('./world.tsx'));

const DEFINITIONS = {
  settings: { retry: { max: 1, first: '1m' } },
  queues: ['AP'],
  users: { dana: {}, omar: { queues: ['AP'] } },
  externalApis: { erp: { url: 'https://erp.example.test/invoices', otherwise: { fail: 'refused' } } },
  actionTypes: {
    post: { title: 'Post invoice', externalApi: 'erp', allocation: { queue: 'AP' } },
    own: { title: 'With a pattern of its own', externalApi: 'erp', retry: { max: 3 } },
    check: { title: 'Check', manual: true },
  },
  cases: { C1: { owner: 'dana', process: [['post', 'own', 'check']] } },
} satisfies ScenarioText;

const POST = 'C1/post';
const MINUTE = 60_000;
const REFUSED = { result: { connected: false, failure: { kind: 'refused' } }, latencyMs: 0, answers: [] } as const;

let world: World;

function does(input: Input, minutes = 0): void {
  handle(world, input, START + minutes * MINUTE);
  workspace.setState(({ version, clock }) => ({
    version: version + 1,
    clock: clock && { ...clock, now: START + minutes * MINUTE },
  }));
}

/** The first call of the Action was refused. */
function refused(minutes = 0, callNumber = 1): void {
  does({ type: 'callPlanned', actionRef: POST, callNumber, plan: REFUSED }, minutes);
  does({ type: 'callResultDue', actionRef: POST }, minutes);
}

function launched(): void {
  world = openWorkspace(DEFINITIONS);
  does({ type: 'launchCase', case: 'C1', by: 'dana' });
  refused();
}

/** It could not connect, and the owner was told. */
function ended(): void {
  does({ type: 'retryDue', actionRef: POST }, 1);
  refused(1, 2);
}

const user = userEvent.setup();
const stage = () => within(screen.getByRole('region', { name: 'Stage' }));
const box = (name: 'Case owner' | 'Work') => stage().getByRole('region', { name }).textContent;
const onStage = (reference = POST) => show(<StageScreen reference={reference} />);

afterEach(() => {
  cleanup();
  act(() => navigate('/cases'));
});

/** The frame listens to the keys of commands. */
function ActionWithKeys() {
  useShortcuts();
  return <ActionScreen caseRef="C1" actionType="post" />;
}

describe('the stage', () => {
  test('shows status, error bar, lanes, and that nobody was told and nobody has it', () => {
    launched();
    onStage();
    expect(stage().getByRole('heading', { level: 1 }).textContent).toBe('Post invoice');
    expect(stage().getByRole('alert', { name: 'Connection error' }).textContent).toContain('Retried 0 of 1 times');
    expect(stage().getByRole('group', { name: 'Timeline by event' })).toBeDefined();
    expect(stage().getAllByText('Mon 5 Jan 2026 09:00:00')).toHaveLength(1);
    expect(box('Case owner')).toBe('Case ownerdanatold of nothing');
    expect(box('Work')).toBe('WorkNobody');
  });

  test('R14, R44: says when the owner was told, and of what', () => {
    launched();
    ended();
    onStage();
    expect(stage().getByText('Closed – Not Done Successfully')).toBeDefined();
    expect(box('Case owner')).toBe(
      'Case ownerdanatold at 09:01:00 that “Post invoice” could not connect after 1 retry',
    );
    expect(stage().queryByRole('button', { name: 'Retry' })).toBeNull();
  });

  test('R40, R42: says which queue has it, then who works on it', () => {
    launched();
    does({ type: 'response', actionRef: POST, delivery: { body: { outcome: 'unsuccessful' }, token: 'right' } });
    onStage();
    expect(box('Work')).toBe('WorkQueue APnobody yet');
    act(() => does({ type: 'take', action: POST, by: 'omar' }));
    expect(box('Work')).toBe('Workomarworks on it, queue AP');
  });

  test('type is from 20 pixels', () => {
    launched();
    onStage();
    expect(screen.getByRole('region', { name: 'Stage' }).style.fontSize).toBe('20px');
    expect(stage().getByRole('group', { name: 'Timeline by event' }).style.fontSize).toBe('20px');
  });

  test('who points at an event keeps the keys of the clock', async () => {
    launched();
    onStage();
    await user.click(stage().getAllByRole('img')[0] as Element);
    expect(document.activeElement).toBe(document.body);
    await user.tab();
    await user.tab();
    await user.tab();
    expect(document.activeElement?.getAttribute('role')).toBe('img');
  });

  test('R3: − and + save the maximum at once, where the Action’s type takes it from', async () => {
    launched();
    onStage();
    const maximum = within(stage().getByRole('group', { name: 'Maximum retries' }));
    await user.click(maximum.getByRole('button', { name: 'One more' }));
    // Before the first was accepted.
    await user.click(maximum.getByRole('button', { name: 'One more' }));
    expect(maximum.getByRole('status').textContent).toBe('3');
    await accept();
    await accept();
    expect(world.settings.retry.max).toBe(3);
    expect(stage().getByRole('alert', { name: 'Connection error' }).textContent).toContain('Retried 0 of 3 times');
    cleanup();

    onStage('C1/own');
    await user.click(stage().getByRole('button', { name: 'One fewer' }));
    await accept();
    expect(world.actionTypes.get('own')?.retry?.max).toBe(2);
    expect(world.settings.retry.max).toBe(3);
  });

  test('the maximum stays within its range', async () => {
    launched();
    does({ type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max: 0 } } } });
    onStage('C1/check');
    expect(stage().queryByRole('group', { name: 'Maximum retries' })).toBeNull();
    cleanup();
    onStage();
    await user.click(stage().getByRole('button', { name: 'One fewer' }));
    expect(asked).toEqual([]);
  });

  test('the API can be switched', async () => {
    launched();
    onStage();
    const choices = within(stage().getByRole('radiogroup', { name: 'API is' }));
    expect(choices.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual([
      'Up',
      'As configured',
      'Down',
      'Silent',
    ]);
    await user.click(choices.getByRole('radio', { name: 'Down' }));
    await accept();
    expect(world.externalApis.get('erp')?.switch).toBe('Down');
  });

  test('P on an Action leads there, Esc leaves it', async () => {
    launched();
    act(() => navigate(paths.action(POST)));
    show(<ActionWithKeys />);
    await user.keyboard('p');
    expect(location.hash).toBe('#/stage/C1/post');
    cleanup();
    onStage();
    await user.keyboard('{Escape}');
    expect(location.hash).toBe('#/cases/C1/actions/post');
  });

  test('a lesson that looks at an Action stays on it', () => {
    launched();
    act(() => workspace.setState({ lesson: { show: { action: 'C1/own' } } as never }));
    act(() => navigate(paths.stage(POST)));
    act(() => lookWhereItLooks());
    expect(location.hash).toBe('#/stage/C1/own');
    act(() => navigate(paths.action(POST)));
    act(() => lookWhereItLooks());
    expect(location.hash).toBe('#/cases/C1/actions/own');
    act(() => workspace.setState({ lesson: null }));
  });

  test('an address without a copy is the newest one, and others stay reachable', () => {
    launched();
    ended();
    does({ type: 'relaunch', action: POST, by: 'dana' }, 2);
    onStage();
    expect(stage().getByText('C1/post/2')).toBeDefined();
    expect(box('Case owner')).toBe('Case ownerdanatold of nothing');
    cleanup();
    onStage('C1/post/1');
    expect(stage().getByText('Closed – Not Done Successfully')).toBeDefined();
  });

  test('an Action that is not there leads to its Case', () => {
    launched();
    onStage('C1/nothing');
    expect(stage().getByRole('link', { name: 'Open the Case C1' })).toBeDefined();
  });
});

describe("the audience's window", () => {
  const sees = (action: string | null) => act(() => workspace.setState({ presenter: { action } }));

  test('shows what the presenter looks at, and nothing to press', () => {
    launched();
    ended();
    show(<AudienceScreen />);
    expect(stage().getByText(/presenter/)).toBeDefined();
    sees(POST);
    expect(stage().getByRole('heading', { level: 1 }).textContent).toBe('Post invoice');
    expect(box('Case owner')).toContain('told at 09:01:00 that');
    sees('C1/own');
    expect(stage().getByRole('heading', { level: 1 }).textContent).toBe('With a pattern of its own');
    for (const role of ['button', 'link', 'radio', 'spinbutton', 'combobox', 'textbox', 'checkbox'] as const)
      expect(screen.queryAllByRole(role), role).toEqual([]);
  });

  test('Retry is the presenter’s alone', () => {
    launched();
    sees(POST);
    show(<AudienceScreen />);
    expect(stage().getByRole('alert', { name: 'Connection error' })).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    onStage();
    expect(stage().getByRole('button', { name: 'Retry' })).toBeDefined();
  });

  test('waits where the Action is not there: in its past, or in another workspace', () => {
    launched();
    sees('C9/post');
    show(<AudienceScreen />);
    expect(stage().getByText('The next Action the presenter opens is shown here.')).toBeDefined();
  });

  test('no narration of a lesson is in it', () => {
    launched();
    sees(POST);
    const lesson = { title: 'Lesson', narration: 'What will happen now', question: { text: 'Who is told?' } };
    act(() => workspace.setState({ lesson: lesson as never }));
    show(<AudienceScreen />);
    expect(document.body.textContent).not.toMatch(/What will happen|Who is told/);
    act(() => workspace.setState({ lesson: null }));
  });

  test('is opened under one name, and where a browser does not, its address is said', async () => {
    launched();
    const open = vi.spyOn(window, 'open').mockReturnValueOnce(window).mockReturnValueOnce(null);
    show(<p />);
    openAudience();
    expect(open).toHaveBeenCalledWith('#/audience', 'trigger-lab-audience');
    expect(screen.queryByRole('status')).toBeNull();
    act(() => openAudience());
    expect((await screen.findByRole('status')).textContent).toContain('/#/audience');
  });
});

describe('who leads the audience', () => {
  function Presenter() {
    usePresenting();
    return <p>presenting</p>;
  }
  const present = () =>
    show(
      <Router hook={useAddress}>
        <Presenter />
      </Router>,
    );
  const goes = (to: string) => act(async () => navigate(to));

  test('each Action this window goes to, on its screen or on a stage', async () => {
    launched();
    present();
    await goes(paths.action('C1/post'));
    await goes(paths.stage('C1/own'));
    await goes('/settings');
    expect(looked.filter((each, index) => each !== looked[index - 1])).toEqual([null, 'C1/post', 'C1/own', null]);
  });

  test('who used another window leads until this one is used again', async () => {
    launched();
    present();
    await goes(paths.action('C1/post'));
    act(() => workspace.setState({ presenter: { action: 'C1/own' } }));
    looked.length = 0;
    await act(async () => fireEvent.keyDown(document.body, { key: 'ArrowRight' }));
    await act(async () => fireEvent.pointerDown(document.body));
    expect(looked).toEqual(['C1/post']);
  });

  test('connected again it asks only where the simulator knows nothing any more', async () => {
    launched();
    present();
    await goes(paths.action('C1/post'));
    looked.length = 0;
    const reconnect = async () => {
      await act(async () => workspace.setState({ connection: 'lost' }));
      await act(async () => workspace.setState({ connection: 'connected' }));
    };
    await reconnect();
    expect(looked).toEqual([]);
    act(() => workspace.setState({ presenter: { action: null } }));
    await reconnect();
    expect(looked).toEqual(['C1/post']);
  });
});

test.each([
  ['/cases/C1/actions/post', 'C1/post'],
  ['/cases/C1/actions/post/2', 'C1/post/2'],
  ['/stage/C1/post', 'C1/post'],
  ['/stage/100%25/a%20b/2', '100%/a b/2'],
  ['/cases/C1', null],
  ['/stage/C1', null],
  ['/stage/C1/post/x', null],
  ['/cases/C1/post', null],
  ['/audience', null],
])('the address %s shows %s', (path, reference) => {
  expect(actionAt(path)).toBe(reference);
});
