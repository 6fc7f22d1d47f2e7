import { describe, expect, test } from 'vitest';
import { copyName, nameProblem } from '../../../src/renderer/src/definition-list/new-name.ts';

const TAKEN = new Set(['post', 'post-copy']);

describe('names of what is about to be made', () => {
  test('a copy is called so, and numbered where that is taken', () => {
    expect(copyName('archive', TAKEN)).toBe('archive-copy');
    expect(copyName('post', TAKEN)).toBe('post-copy-2');
  });

  test.each([
    ['actionTypes', '', 'Type a name for the Action type.'],
    ['actionTypes', 'a/b', 'Expected a name without "/".'],
    ['caseTypes', 'x'.repeat(201), 'Expected a name of at most 200 characters.'],
    ['users', 'post', 'There is already a user post. Choose another name.'],
    ['actionTypes', 'post', 'There is already an Action type post. Choose another name.'],
    ['queues', 'A/P Exceptions', null],
  ] as const)('%s: %j', (section, name, problem) => {
    expect(nameProblem(section, name, TAKEN)).toBe(problem);
  });
});
