import { describe, expect, it } from 'vitest';
import { CONNECTION_FAILURES } from '../../../../src/shared/words.ts';
import { errorBar, maximumNote } from '../../../../src/views/calls/error-bar.ts';
import { describeFailure } from '../../../../src/views/words/call-words.ts';
import {
  ACCEPTED,
  type Given,
  given,
  MINUTE,
  REFUSED,
  START,
  SUCCESS,
  UNSUCCESSFUL,
  withPost,
} from '../../../support/given.ts';

const bar = (world: Given, reference = 'C1/post') => errorBar(world.action(reference));

describe('the error bar', () => {
  it('R8 shows when it failed, when the next retry is, how many were made, how many at most, and Retry', () => {
    const world = given().launched().failedUntil(2);
    expect(bar(world)).toEqual({
      occurredAt: START + 3 * MINUTE,
      failure: { kind: 'refused' },
      nextRetryAt: START + 7 * MINUTE,
      state: 'retry pending',
      retries: 2,
      max: 5,
      canRetry: true,
      message: 'The connection was refused at 09:03:00. The next automatic retry is at 09:07:00. Retried 2 of 5 times.',
    });
  });

  it('R8 says the day of what is not on the day of launch', () => {
    const world = given(withPost({ retry: { first: '20h' } }))
      .launched()
      .callEnds(REFUSED);
    expect(errorBar(world.action())?.message).toBe(
      'The connection was refused at 09:00:00. The next automatic retry is at 6 Jan 05:00:00. Retried 0 of 5 times.',
    );
  });

  it('R9 is about the latest failure', () => {
    const world = given().launched().callEnds(REFUSED).retryDue();
    world.callEnds({
      result: { connected: false, failure: { kind: 'status', status: 503 } },
      latencyMs: 250,
      answers: [],
    });
    expect(bar(world)?.message).toMatch(
      /^The system answered with HTTP 503 at 09:01:00\.250\. .* Retried 1 of 5 times\.$/,
    );
  });

  it('R9 reads "retrying now" while a call is in flight; there is nothing to click (R13)', () => {
    const world = given().launched().callEnds(REFUSED).retryDue();
    expect(bar(world)).toMatchObject({ state: 'retrying now', nextRetryAt: null, canRetry: false, occurredAt: START });
    expect(bar(world)?.message).toContain('Retrying now');
  });

  it('R9, R10, R15 reads "no further automatic retries" once closed, and stays', () => {
    const world = given().launched().failedUntil(5);
    expect(bar(world)).toMatchObject({
      state: 'no further automatic retries',
      nextRetryAt: null,
      canRetry: false,
      retries: 5,
      max: 5,
      occurredAt: START + 31 * MINUTE,
    });
    expect(bar(world)?.message).toContain('No further automatic retries. Retried 5 of 5 times.');
  });

  it('R18 shows the maximum of the Action, not the setting: still 4 of 10', () => {
    const world = given({ settings: { retry: { max: 10 } } })
      .launched()
      .failedUntil(4)
      .maximum(4);
    expect(bar(world)).toMatchObject({ retries: 4, max: 10, canRetry: false, nextRetryAt: null });
    expect(bar(world)?.message).toContain('4 of 10');
  });

  it('R10 is absent before the first failure and wherever the Action did not fail to connect', () => {
    expect(bar(given().launched())).toBeNull();
    expect(bar(given().launched().failedUntil(1).retryDue().callEnds(ACCEPTED))).toBeNull();
    for (const body of [SUCCESS, UNSUCCESSFUL]) {
      const world = given().launched().failedUntil(1);
      world.answers(body);
      expect(bar(world)).toBeNull();
    }
    const due = given(withPost({ due: '1h', autoCompleteOnTimeout: true }))
      .launched()
      .failedUntil(1);
    due.when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(bar(due)).toBeNull();
    const cancelled = given().launched().failedUntil(1);
    cancelled.when({ type: 'caseVerb', case: 'C1', do: 'cancel' });
    expect(bar(cancelled)).toBeNull();
  });

  it('R18, R20 says what ended the retries where the bar shows more than were made', () => {
    const note = (world: Given) =>
      maximumNote(world.action(), world.world.timelines.get('C1/post') ?? [], world.world.settings.retry.max);
    const tenOfMaximum = () =>
      given({ settings: { retry: { max: 10 } } })
        .launched()
        .failedUntil(4);
    expect(note(given().launched().failedUntil(5))).toBeNull();
    expect(note(tenOfMaximum())).toBeNull();
    expect(note(given().launched().failedUntil(5).maximum(7))).toBe('the maximum was 5 when it closed');
    expect(note(given().launched().failedUntil(5).maximum(7).maximum(3))).toBe(
      'the maximum was 5 when it closed; the setting is 3 now',
    );
    expect(note(tenOfMaximum().maximum(4))).toBe('the setting is 4 now');
    expect(note(tenOfMaximum().maximum(4).maximum(10))).toBe('the maximum was 4 when it closed');
    expect(note(given().launched().failedUntil(5).maximum(3))).toBe('the setting is 3 now');
  });

  it('R9 has a sentence for every failure (R7)', () => {
    const sentences = CONNECTION_FAILURES.map((kind) => describeFailure({ kind }));
    expect(new Set(sentences).size).toBe(CONNECTION_FAILURES.length);
    expect(describeFailure({ kind: 'status', status: 404 })).toBe('The system answered with HTTP 404');
  });
});
