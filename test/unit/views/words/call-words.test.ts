import { describe, expect, it, test } from 'vitest';
import { WORDS } from '../../../../src/shared/word-table.ts';
import { CONNECTION_FAILURES } from '../../../../src/shared/words.ts';
import {
  callInWords,
  describeFailure,
  failureInShort,
  outcomeAsChoice,
} from '../../../../src/views/words/call-words.ts';

test.each([
  [{ trigger: 'first', retryNumber: 0, by: 'System' }, 'first call, automatic'],
  [{ trigger: 'automatic', retryNumber: 2, by: 'System' }, 'automatic, retry 2'],
  [{ trigger: 'manual', retryNumber: 3, by: 'dana' }, 'manual, retry 3, by dana'],
] as const)('R2 %j is a %s', (call, words) => {
  expect(callInWords(call)).toBe(words);
});

describe('R7 a failure has one name, in every form', () => {
  it('in a sentence, in short, as a choice', () => {
    expect(describeFailure({ kind: 'hang' })).toBe('There was no answer in time');
    expect(failureInShort({ kind: 'hang' })).toBe('no answer in time');
    expect(outcomeAsChoice('hang')).toBe('No answer in time');
    expect(outcomeAsChoice('accepted')).toBe('Accepts');
  });

  it('by its HTTP status where it has one', () => {
    expect(describeFailure({ kind: 'status', status: 503 })).toBe('The system answered with HTTP 503');
    expect(failureInShort({ kind: 'status', status: 503 })).toBe('HTTP 503');
    expect(outcomeAsChoice('status')).toBe('HTTP status');
  });

  test.each(CONNECTION_FAILURES)('%s: its forms share their telling word', (kind) => {
    const { noun, verb, sentence } = WORDS.failure[kind];
    const telling = noun.split(' ').filter((word) => word.length > 2);
    const isThere = (form: string) => telling.some((word) => form.toLowerCase().includes(word.toLowerCase()));
    expect([verb, sentence].filter((form) => !isThere(form))).toEqual([]);
  });
});
