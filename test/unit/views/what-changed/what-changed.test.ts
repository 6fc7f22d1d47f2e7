import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../../src/shared/facts.ts';
import type { WhatChanged } from '../../../../src/shared/what-changed.ts';
import { whatChanged } from '../../../../src/views/what-changed/what-changed.ts';
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

/** What `act` changed, as one event. */
function changed(world: Given, act: (world: Given) => unknown): WhatChanged | null {
  const { length } = world.facts;
  act(world);
  return whatChanged(world.facts.slice(length), START);
}
const said = (world: Given, act: (world: Given) => unknown) => changed(world, act)?.sentence;

describe('what an event changed, in a sentence', () => {
  it('R2, R6, R11: a launch, a call that fails, a retry', () => {
    const world = given();
    expect(said(world, (each) => each.launched())).toBe('C1/post is launched; its first call started.');
    expect(said(world, (each) => each.callEnds(REFUSED))).toBe(
      'The first call of C1/post failed: connection refused; the next automatic retry is at 09:01:00.',
    );
    expect(said(world, (each) => each.retryDue())).toBe('Retry 1 of C1/post started.');
    const manual = given().launched().callEnds(REFUSED);
    expect(said(manual, (each) => each.when({ type: 'retry', action: 'C1/post', by: 'dana' }))).toBe(
      'Retry 1 of C1/post started, by dana.',
    );
  });

  it('R11: a call that fails at the instant it starts is told once', () => {
    const world = given().launched().callEnds(REFUSED);
    expect(said(world, (each) => each.retryDue().callEnds(REFUSED))).toBe(
      'Retry 1 of C1/post failed: connection refused; the next automatic retry is at 09:03:00.',
    );
  });

  it('R14, R44: after the last retry it is closed, and the Case owner is told', () => {
    const world = given().launched().failedUntil(4).retryDue();
    const change = changed(world, (each) => each.callEnds(REFUSED));
    expect(change?.sentence).toBe(
      'Retry 5 of C1/post failed: connection refused; it is Closed, Not Done Successfully; the Case owner dana is told.',
    );
    // What the API was going to do counts too: it stands in the timeline.
    expect(change?.actions).toEqual([{ ref: 'C1/post', factCount: 4 }]);
    expect(change?.users).toEqual(['dana']);
    expect(change?.cases).toEqual(['C1']);
  });

  it('R4, R27: a call that connects, a response that is accepted, and the end of the Case', () => {
    const world = given().launched();
    expect(said(world, (each) => each.callEnds(ACCEPTED))).toBe(
      'The first call of C1/post connected, now the response is awaited.',
    );
    expect(said(world, (each) => each.answers(SUCCESS))).toBe(
      'The response to C1/post, success, is accepted; it is Closed, Done Successfully; the data of C1 changed; ' +
        'C1 is Closed, Done Successfully.',
    );
  });

  it('R26, R42: an unsuccessful response hands the work to people', () => {
    const world = given().launched().callEnds(ACCEPTED);
    expect(said(world, (each) => each.answers(UNSUCCESSFUL))).toBe(
      'The response to C1/post, unsuccessful, is accepted; it is To Do: Updated by Integration; it goes to omar in the queue AP.',
    );
    expect(said(world, (each) => each.when({ type: 'take', action: 'C1/post', by: 'ines' }))).toBe(
      'C1/post is In Progress: Updated by resource; ines has it.',
    );
  });

  it('R28, R30: a response that changes nothing says why', () => {
    const world = given().launched().callEnds(ACCEPTED);
    world.answers(UNSUCCESSFUL);
    expect(said(world, (each) => each.answers(SUCCESS))).toBe(
      'Response to C1/post: refused, another one decided before.',
    );
  });

  it('R32: a timeout', () => {
    const world = given()
      .launched()
      .callEnds(ACCEPTED)
      .after(30 * MINUTE);
    expect(said(world, (each) => each.when({ type: 'responseTimeout', actionRef: 'C1/post' }))).toBe(
      'C1/post is To Do: Timeout; it goes to omar in the queue AP.',
    );
  });

  it('R18, R19: a setting is saved, and what it does to a live Action', () => {
    const world = given().launched().failedUntil(2);
    expect(said(world, (each) => each.maximum(7))).toBe('Change of the system-wide settings; C1/post changed too.');
    expect(said(world, (each) => each.maximum(2))).toBe(
      'The maximum for C1/post is set to 2; it is Closed, Not Done Successfully; the Case owner dana is told.',
    );
  });

  it('R46: an Action that starts when another one ends', () => {
    const world = given({
      ...withPost({ responseExpected: false }),
      cases: { C1: { owner: 'dana', process: ['post', 'check'] } },
    }).launched();
    expect(said(world, (each) => each.callEnds(ACCEPTED))).toBe(
      'The first call of C1/post connected; it is Closed, Done Successfully; C1/check is launched.',
    );
  });

  it('R48: what is done with a Case', () => {
    const world = given().launched();
    const change = changed(world, (each) => each.when({ type: 'caseVerb', case: 'C1', do: 'pause' }));
    expect(change?.sentence).toBe('C1 is paused.');
    expect([change?.actions, change?.cases]).toEqual([[], ['C1']]);
  });

  it('an External API that is switched, an edit, a launch that is planned', () => {
    const world = given({ caseTypes: { invoice: { owner: 'dana', process: ['post'] } } });
    const change = changed(world, (each) => each.when({ type: 'switchApi', name: 'erp', to: 'Down', by: 'dana' }));
    expect(change?.sentence).toBe('The External API erp is switched to Down, by dana.');
    expect(change?.externalApis).toEqual(['erp']);
    const definition = { section: 'queues', name: 'Late' } as const;
    expect(said(world, (each) => each.when({ type: 'createDefinition', definition }))).toBe('New queue Late.');
    expect(said(world, (each) => each.when({ type: 'undoEdit' }))).toBe('Undone: new queue Late.');
  });

  it('writes names as they are', () => {
    const overdue: Fact = { at: START, type: 'becameOverdue', actionRef: 'c1/post' };
    expect(whatChanged([overdue], START)?.sentence).toBe('c1/post is overdue.');
  });

  it('nothing where there is nothing to see', () => {
    const read: Fact = { at: START, type: 'notificationsRead', user: 'dana' };
    expect(whatChanged([], START)).toBeNull();
    expect(whatChanged([read], START)).toBeNull();
  });
});
