import { expect, it } from 'vitest';
import { savedDefinition } from '../../../src/shared/edits.ts';

/** What is wrong with a save, as it is told. */
const problemsOf = (saved: unknown) =>
  savedDefinition
    .safeParse(saved)
    .error?.issues.map(({ path, message }) => [path.join('.'), message].filter((part) => part !== '').join(': ')) ?? [];

it.each([
  { section: 'queues', name: 'AP' },
  { section: 'users', name: 'dana', value: { queues: ['AP'] } },
  { section: 'users', name: 'dana', change: { available: false } },
  { section: 'settings', change: { retry: { max: 3 } } },
])('a save says all of a definition, or what is to change: %o', (saved) => {
  expect(problemsOf(saved)).toEqual([]);
});

const BOTH = 'expected `value`, the whole definition, or `change`, what is to change of it';
it.each([
  [{ section: 'settings', change: { callTimeout: 'x' } }, /^change.callTimeout: expected a duration/],
  [{ section: 'users', name: 'dana', change: { queues: 'AP' } }, /^change.queues: .*expected array/],
  [{ section: 'users', name: 'dana', value: { queus: [] } }, /^value: Unrecognized key: "queus"/],
  [{ section: 'caseTypes', name: 'invoice', change: {} }, /section: .*'settings' \| 'users'/],
  [{ section: 'users', name: 'dana', value: {}, change: {} }, /Unrecognized key: "value"/],
  [{ section: 'users', name: 'dana' }, new RegExp(`^${BOTH}$`)],
  [null, new RegExp(`^${BOTH}$`)],
])('%o is told what is wrong, and where', (saved, problem) => {
  expect(problemsOf(saved)).toEqual([expect.stringMatching(problem)]);
});
