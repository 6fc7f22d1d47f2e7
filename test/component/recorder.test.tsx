/** The recorder in the window: its bar, its dialogs, the steps so far, and *Expect this* beside things. */
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { Router } from 'wouter';
import { ExpectMenu } from '../../src/renderer/src/components/expect-menu.tsx';
import { Recorder } from '../../src/renderer/src/features/recorder/recorder.tsx';
import { RecordingPanel } from '../../src/renderer/src/features/recorder/recording-panel.tsx';
import { navigate, paths, useAddress } from '../../src/renderer/src/stores/address.ts';
import {
  askToSave,
  showRecordedSteps,
  stopSaving,
  stopSpeaking,
} from '../../src/renderer/src/stores/recording-view.ts';
import { shownAt } from '../../src/renderer/src/stores/shown-here.ts';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import type { RecordingState } from '../../src/shared/recorder-contract.ts';
import { show } from './show.tsx';
import { openWorkspace } from './world.tsx';

const server = vi.hoisted(() => ({ asked: [] as [string, unknown][], state: null as unknown }));
vi.mock('../../src/renderer/src/client/client.ts', () => {
  const answer =
    (what: string, result: object = {}) =>
    async (input?: unknown) => {
      server.asked.push([what, input]);
      return result;
    };
  return {
    client: () => ({
      recorder: {
        begin: answer('begin'),
        end: answer('end'),
        add: answer('add'),
        reword: answer('reword'),
        remove: answer('remove'),
        expect: answer('expect', { sentence: 'Expects that C1 is Draft.' }),
        file: answer('file', { fileName: 'recorded.yaml', text: 'title: Recorded' }),
        state: async () => server.state,
      },
      scenarios: { openText: answer('openText') },
    }),
  };
});

// happy-dom loads no fonts; a text that grows with what is typed asks for them.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

const RECORDED: RecordingState = {
  begunAt: 0,
  leadCount: 2,
  begins: ['Begins with the queue Late.'],
  steps: [
    { sentence: 'Says: “Look.”', added: { id: 1, step: { say: 'Look.' } } },
    { sentence: 'Launches the Case C1.', added: null },
    { sentence: 'Expects that C1 is Waiting.', added: { id: 2, step: { expect: { case: 'C1', status: 'Waiting' } } } },
  ],
};

const isRecording = (recordedCount: number | null) =>
  act(async () => workspace.setState(({ clock }) => ({ clock: clock && { ...clock, recordedCount } })));

beforeEach(async () => {
  openWorkspace({ users: { dana: {} }, cases: { C1: { owner: 'dana', process: [] } } });
  server.asked.length = 0;
  server.state = RECORDED;
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  navigate('/cases');
  showRecordedSteps(false);
  stopSpeaking();
  stopSaving();
  show(
    <Router hook={useAddress}>
      <Recorder />
      <RecordingPanel />
      <ExpectMenu of={[{ case: 'C1' }, { notifications: 'dana' }]} />
    </Router>,
  );
  await isRecording(0);
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('nothing of it is there where nothing is being recorded', async () => {
  expect(screen.getByRole('region', { name: 'Recording' })).toBeTruthy();
  expect(button('Expect this of C1')).toBeTruthy();
  await isRecording(null);
  expect(screen.queryByRole('region', { name: 'Recording' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Expect this of C1' })).toBeNull();
});

describe('what is added', () => {
  it('Say here: asks for a text, and adds it', async () => {
    await userEvent.click(button('Say here'));
    const dialog = await screen.findByRole('dialog', { name: 'Say here' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect(within(dialog).getByText('Expected what to say.')).toBeTruthy();
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'What is told' }), 'Look here.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect(server.asked).toEqual([['add', { step: { say: 'Look here.' } }]]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('Ask here: two to five answers, one of them right', async () => {
    await userEvent.click(button('Ask here'));
    const dialog = await screen.findByRole('dialog', { name: 'Ask here' });
    const field = (name: string) => within(dialog).getByRole('textbox', { name });
    await userEvent.type(field('Question'), 'Who is told?');
    await userEvent.type(field('Answer 1'), 'Nobody');
    await userEvent.type(field('Answer 2'), 'dana');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add an answer' }));
    await userEvent.type(field('Answer 3'), 'omar');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect(within(dialog).getByRole('alert').textContent).toBe('Choose the right answer.');
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Answer 2 is right' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove answer 1' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    const ask = { question: 'Who is told?', answers: ['dana', 'omar'], right: 1 };
    expect(server.asked).toEqual([['add', { step: { ask } }]]);
  });

  it('Show this: only where there is something to look at', async () => {
    expect(button('Show this')).toHaveProperty('disabled', true);
    act(() => navigate(paths.case('C1')));
    await userEvent.click(button('Show this'));
    expect(server.asked).toEqual([['add', { step: { show: { case: 'C1' } } }]]);
  });

  it('Show this: the screen that a typed address without a slash leads to', async () => {
    act(() => {
      location.hash = '#cases/C1';
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    });
    await userEvent.click(button('Show this'));
    expect(server.asked).toEqual([['add', { step: { show: { case: 'C1' } } }]]);
  });

  it('Expect this: what is so now, of the thing and its owner', async () => {
    await userEvent.click(button('Expect this of C1'));
    expect(await screen.findByRole('menuitem', { name: '… has 0 notifications' })).toBeTruthy();
    await userEvent.click(screen.getByRole('menuitem', { name: '… is Draft' }));
    expect(server.asked).toEqual([['expect', { of: { case: 'C1' }, field: 'status' }]]);
    expect(await screen.findByText('Recorded: Expects that C1 is Draft.')).toBeTruthy();
  });
});

test('the steps so far: what was said can be reworded, what was added removed, what was done neither', async () => {
  await userEvent.click(button('Recorded steps'));
  const panel = await screen.findByRole('complementary', { name: 'Recorded steps' });
  expect(within(panel).getByText('The file first takes 2 steps to come to where you began.')).toBeTruthy();
  const steps = await within(panel).findAllByRole('listitem');
  expect(steps.map((step) => step.textContent)).toEqual(RECORDED.steps.map(({ sentence }) => sentence));
  expect(steps.map((step) => within(step).queryAllByRole('button').length)).toEqual([2, 0, 1]);
  await userEvent.click(button('Remove step 3'));
  await userEvent.click(button('Reword step 1'));
  const text = await screen.findByRole('textbox', { name: 'What is told' });
  expect(text).toHaveProperty('value', 'Look.');
  await userEvent.type(text, ' There.');
  await userEvent.click(button('Save'));
  expect(server.asked).toEqual([
    ['remove', { id: 2 }],
    ['reword', { id: 1, step: { say: 'Look. There.' } }],
  ]);
});

test.each([
  ['Save as scenario', false],
  ['Save as lesson', true],
])('%s: the file is handed out and opened as a workspace of its own', async (name, isLesson) => {
  act(askToSave);
  await userEvent.click(await screen.findByRole('button', { name }));
  expect(screen.getByText('Expected a title.')).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Recorded');
  await userEvent.type(screen.getByRole('textbox', { name: 'Tags' }), 'retries, , people');
  await userEvent.click(button(name));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(server.asked).toEqual([
    ['file', { title: 'Recorded', tags: ['retries', 'people'], isLesson }],
    ['end', undefined],
    ['openText', { fileName: 'recorded.yaml', text: 'title: Recorded', keepsCurrent: true }],
  ]);
});

describe('what a lesson looks at', () => {
  const at = (address: string) => {
    const [path = '', query] = address.split('?');
    return shownAt(path, new URLSearchParams(query));
  };
  it.each([
    [paths.action('C 1/post/2'), { action: 'C 1/post/2' }],
    [paths.action('C1/post'), { action: 'C1/post' }],
    [paths.case('C/1'), { case: 'C/1' }],
    [`${paths.queues}?queue=AP%20Late`, { queue: 'AP Late' }],
    [paths.inbox('Dana Reyes'), { inbox: 'Dana Reyes' }],
    [paths.settings, { settings: 'retry' }],
    [paths.externalApi('erp'), { externalApi: 'erp' }],
  ])('%s is %o', (address, shown) => {
    expect(at(address)).toEqual(shown);
  });
  it.each([paths.cases, paths.queues, `${paths.queues}?queue=`, paths.externalApis, paths.lab, paths.scenarios])(
    '%s is nothing',
    (address) => {
      expect(at(address)).toBeNull();
    },
  );
});
