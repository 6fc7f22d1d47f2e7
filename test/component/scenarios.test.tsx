/** The Scenarios screen: which example of a file is open, and files that were chosen together. */

import { ORPCError } from '@orpc/client';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { openChosen } from '../../src/renderer/src/client/open-scenario.ts';
import { FileDrop } from '../../src/renderer/src/features/frame/file-drop.tsx';
import { FileProblems } from '../../src/renderer/src/features/scenarios/file-problems.tsx';
import { PlayerPanel } from '../../src/renderer/src/features/scenarios/player.tsx';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import type { PlayerState } from '../../src/shared/stream.ts';
import { show } from './show.tsx';
import { openWorkspace } from './world.tsx';

const asked = vi.hoisted(() => [] as (readonly [call: string, input: unknown])[]);
let answer: () => Promise<unknown> = async () => ({ ok: true, toldSeq: 0 });
vi.mock('../../src/renderer/src/client/client.ts', () => {
  const call = (name: string) => (input: unknown) => {
    asked.push([name, input]);
    return answer();
  };
  const scenarios = {
    openText: call('openText'),
    openFiles: call('openFiles'),
    example: call('example'),
    library: async () => [],
  };
  return { client: () => ({ scenarios }) };
});

const user = userEvent.setup();
const STEP = { number: 1, verb: 'say', text: 'say: Look', state: 'pending', note: null, failures: [] } as const;
const PLAYER: PlayerState = {
  title: 'Retried [max=3]',
  id: null,
  examples: { number: 2, titles: ['Retried [max=0]', 'Retried [max=3]'] },
  steps: [STEP],
  position: 0,
  running: false,
  isLeft: false,
};
const file = (name: string, text: string) => new File([text], name);

beforeEach(() => {
  asked.length = 0;
  answer = async () => ({ ok: true, toldSeq: 0 });
  openWorkspace({});
  workspace.setState({ player: PLAYER, lesson: null });
});

test('says which example of how many is open, and opens another one', async () => {
  show(<PlayerPanel />);
  const choice = screen.getByRole('combobox', { name: 'Example' });
  expect((choice as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('Example 2 of 2: Retried [max=3]');
  await user.selectOptions(choice, 'Example 1 of 2: Retried [max=0]');
  expect(asked).toEqual([['example', { number: 1 }]]);
});

test('a scenario without examples has nothing to choose', () => {
  workspace.setState({ player: { ...PLAYER, examples: null } });
  show(<PlayerPanel />);
  expect(screen.queryByRole('combobox', { name: 'Example' })).toBeNull();
});

test('when all steps were taken, the same example starts again', async () => {
  workspace.setState({ player: { ...PLAYER, position: 1, steps: [{ ...STEP, state: 'passed' }] } });
  show(<PlayerPanel />);
  await user.click(screen.getByRole('button', { name: 'Start again' }));
  expect(asked).toEqual([['example', { number: 2 }]]);
});

test('files that are dropped together are opened together; a single one by itself', async () => {
  location.hash = '#/cases';
  show(<FileDrop />);
  const files = [file('people.yaml', 'users: {}'), file('own.yaml', 'include: [people.yaml]')];
  fireEvent.dragOver(document, { dataTransfer: { types: ['Files'], files } });
  expect(screen.getByText(/^Drop a \.yaml, \.yml or \.json scenario file/)).toBeTruthy();
  fireEvent.drop(document, { dataTransfer: { types: ['Files'], files } });
  expect(screen.queryByText(/^Drop a/)).toBeNull();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked).toEqual([
    [
      'openFiles',
      {
        files: [
          { fileName: 'people.yaml', text: 'users: {}' },
          { fileName: 'own.yaml', text: 'include: [people.yaml]' },
        ],
        keepsCurrent: true,
      },
    ],
  ]);
  // What is wrong with them, or their steps, are there.
  await vi.waitFor(() => expect(location.hash).toBe('#/scenarios'));
  await openChosen([file('own.yaml', 'steps: []')]);
  expect(asked.at(-1)).toEqual(['openText', { fileName: 'own.yaml', text: 'steps: []', keepsCurrent: true }]);
});

test('a file that the scenario editor took into its text is not opened too', async () => {
  show(
    <div data-testid="editor">
      <FileDrop />
    </div>,
  );
  screen.getByTestId('editor').addEventListener('drop', (event) => event.preventDefault());
  const files = [file('own.yaml', 'steps: []')];
  fireEvent.drop(screen.getByTestId('editor'), { dataTransfer: { types: ['Files'], files } });
  await openChosen([file('other.yaml', 'steps: []')]);
  expect(asked).toEqual([['openText', { fileName: 'other.yaml', text: 'steps: []', keepsCurrent: true }]]);
});

test('what is wrong in one of several files stands with that file’s name and its own lines', async () => {
  const problems = [{ file: 'people.yaml', line: 1, column: 8, path: 'users', message: 'expected a map' }];
  answer = () => Promise.reject(new ORPCError('INVALID_FILE', { data: { problems } }));
  await openChosen([file('own.yaml', 'include: [people.yaml]'), file('people.yaml', 'users: 7')]);
  show(<FileProblems />);
  expect(screen.getByRole('alert').textContent).toContain('people.yaml has 1 problem; the files were not opened.');
  const problem = within(screen.getByRole('list', { name: 'Problems' })).getByRole('listitem');
  expect(problem.textContent).toContain('people.yaml:1:8 users');
  expect(problem.textContent).toContain('users: 7');
});
