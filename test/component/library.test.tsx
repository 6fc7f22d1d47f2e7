/** The course and the scenario library: what the lists say before a file is opened. */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { LibrarySection } from '../../src/renderer/src/features/scenarios/library-list.tsx';
import { navigate } from '../../src/renderer/src/stores/address.ts';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import type { LibraryEntry } from '../../src/shared/contract.ts';
import { show } from './show.tsx';

const opened = vi.hoisted(() => [] as string[]);
const ENTRIES: readonly LibraryEntry[] = [
  {
    id: 'by-hand',
    group: 'course',
    title: 'A retry by hand',
    summary: 'Does it count?',
    tags: ['lesson', 'retries'],
    stepCount: 20,
    questionCount: 3,
  },
  {
    id: 'late',
    group: 'library',
    title: 'Too late',
    summary: 'One slow system.',
    tags: ['responses', 'timeouts'],
    stepCount: 7,
    questionCount: 0,
  },
  { id: 'plain', group: 'library', title: 'Plain', summary: null, tags: [], stepCount: 1, questionCount: 0 },
];

let askedCount = 0;
vi.mock('../../src/renderer/src/client/client.ts', () => ({
  client: () => ({
    scenarios: {
      library: async () => {
        askedCount += 1;
        return ENTRIES;
      },
      open: async ({ id }: { id: string }) => {
        opened.push(id);
        return { toldSeq: 0 };
      },
    },
  }),
}));

const user = userEvent.setup();
const listed = async (name: string) =>
  within(await screen.findByRole('list', { name }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

beforeEach(() => {
  navigate('/scenarios');
  workspace.setState({ connection: 'connected' });
});

test('before there is anybody to ask, nothing is asked', async () => {
  workspace.setState({ connection: 'connecting' });
  show(<LibrarySection />);
  expect(screen.queryByRole('list', { name: 'Course' })).toBeNull();
  expect(askedCount).toBe(0);
  act(() => workspace.setState({ connection: 'connected' }));
  expect(await listed('Course')).toHaveLength(1);
});

test('lessons stand in a list of their own, with their questions; a lesson is opened, never run through', async () => {
  show(<LibrarySection />);
  const [lesson] = await listed('Course');
  expect(lesson).toMatch(/^A retry by handDoes it count\?retries3 questions/);
  expect(await listed('Scenario library')).toEqual([
    expect.stringMatching(/^Too lateOne slow system\.responsestimeouts7 steps/),
    expect.stringMatching(/^Plain1 step/),
  ]);
  const course = within(screen.getByRole('list', { name: 'Course' }));
  expect(course.queryByRole('button', { name: /^Run/ })).toBeNull();
  await user.click(course.getByRole('button', { name: 'Open' }));
  expect(opened).toEqual(['by-hand']);
});

test('tags filter both lists and are searched', async () => {
  show(<LibrarySection />);
  await listed('Course');
  const tags = within(screen.getByRole('group', { name: 'Tag' }));
  expect(tags.getAllByRole('button').map((chip) => chip.textContent)).toEqual(['responses', 'retries', 'timeouts']);
  await user.click(tags.getByRole('button', { name: 'timeouts' }));
  expect(screen.queryByRole('list', { name: 'Course' })).toBeNull();
  expect(await listed('Scenario library')).toHaveLength(1);
  await user.click(tags.getByRole('button', { name: 'retries' }));
  expect(await listed('Course')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await user.type(screen.getByRole('searchbox', { name: 'Search scenarios' }), 'respons');
  expect(await listed('Scenario library')).toEqual([expect.stringContaining('Too late')]);
  await user.type(screen.getByRole('searchbox', { name: 'Search scenarios' }), 'xyz');
  expect(screen.getByText(/No matching scenarios\./)).toBeTruthy();
});
