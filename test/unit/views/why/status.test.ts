/** Why an Action closed, moved to people, and to whom it went. */
import { describe, expect, it } from 'vitest';
import { whyAllocationNow, whyFact, whyStatusNow } from '../../../../src/views/why/why.ts';
import {
  ACCEPTED,
  type Given,
  given,
  MINUTE,
  REFUSED,
  SUCCESS,
  UNSUCCESSFUL,
  withPost,
} from '../../../support/given.ts';

const REF = 'C1/post';
const status = (world: Given, ref = REF) => whyStatusNow(world.world, ref);
const allocation = (world: Given) => whyAllocationNow(world.world, REF);

describe('a close for failing to connect', () => {
  it('R14, R44 says which call failed, that the retries were used, and who was told', () => {
    const world = given().launched().failedUntil(5);
    expect(status(world)).toEqual({
      title: 'Closed, Not Done Successfully',
      lines: [
        'Call 6 failed: the connection was refused.',
        'No retries are left: 5 retries were made, and the maximum is 5.',
        'The Case owner dana was told.',
      ],
      rules: ['R14', 'R44'],
    });
    const escalated = world.world.timelines.get(REF)?.find(({ type }) => type === 'escalated');
    expect(escalated && whyFact(world.world, escalated)).toEqual(status(world));
  });

  it('R16 with no retries set', () => {
    const world = given({ settings: { retry: { max: 0 } } })
      .launched()
      .callEnds(REFUSED);
    expect(status(world)).toMatchObject({
      lines: ['Call 1 failed: the connection was refused.', 'No retries are set.', 'The Case owner dana was told.'],
      rules: ['R14', 'R16', 'R44'],
    });
  });

  it('R19, R21 when the maximum was saved at or below n; R18 what is shown stays', () => {
    const world = given({ settings: { retry: { max: 10 } } })
      .launched()
      .failedUntil(4)
      .after(MINUTE);
    world.when({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: 4 } } },
      by: 'lee',
    });
    expect(world.shown()).toBe('4/10');
    expect(status(world)).toEqual({
      title: 'Closed, Not Done Successfully',
      lines: [
        'The maximum was changed to 4 by lee while 4 retries had been made.',
        'No retries are left: 4 retries were made, and the maximum is 4.',
        'Retry 5, due at 09:31:00, was dropped.',
        'It still shows 4 of 10: a new maximum is shown only if it is more than the retries made.',
        'The Case owner dana was told.',
      ],
      rules: ['R19', 'R21', 'R18', 'R44'],
    });
  });

  it('R22 when the maximum was saved during the call that failed then', () => {
    const world = given().launched().failedUntil(2).retryDue().maximum(3).callEnds(REFUSED);
    expect(status(world)?.lines).toEqual([
      'Call 4 failed: the connection was refused.',
      'No retries are left: 3 retries were made, and the maximum is 3.',
      'It still shows 3 of 5: a new maximum is shown only if it is more than the retries made.',
      'The Case owner dana was told.',
    ]);
    expect(status(world)?.rules).toEqual(['R14', 'R18', 'R22', 'R44']);
  });
});

describe('other closes', () => {
  it('R5 connected, and no response expected', () => {
    const world = given(withPost({ responseExpected: false }))
      .launched()
      .callEnds(ACCEPTED);
    expect(status(world)).toEqual({
      title: 'Closed, Done Successfully',
      lines: [
        'It connected at 09:00:00 (call 1, HTTP 202), and no response is expected.',
        'The Case continues.',
        'The Case owner was not told: it was done successfully.',
      ],
      rules: ['R5', 'R46', 'R44'],
    });
  });

  it('R25 a successful response; R27 one that came while retries were pending', () => {
    const world = given().launched().callEnds(ACCEPTED);
    world.answers(SUCCESS);
    expect(status(world)?.lines[0]).toBe('A successful response was accepted.');
    expect(status(world)?.rules).toEqual(['R25', 'R46', 'R44']);
    const early = given().launched().callEnds(REFUSED);
    early.answers(SUCCESS);
    expect(status(early)?.lines[1]).toBe('It came before any call had connected, and ended the retries.');
    expect(status(early)?.rules).toEqual(['R25', 'R27', 'R46', 'R44']);
  });

  it('R33, R45 the due date with auto-complete tells nobody', () => {
    const world = given(withPost({ due: '10m', autoCompleteOnTimeout: true })).launched();
    world.after(10 * MINUTE).when({ type: 'dueDate', actionRef: REF });
    expect(status(world)).toEqual({
      title: 'Closed, No response returned',
      lines: [
        'launched 09:00:00 + 10 min = 09:10:00',
        'The due date was reached with Auto-complete on timeout on, and no response had come.',
        'The Case continues.',
        'The Case owner was not told: an auto-complete tells nobody.',
      ],
      rules: ['R33', 'R36', 'R46', 'R45'],
    });
  });

  it('R47 unable to complete, in the words of the person; R50 completed', () => {
    const handed = () => {
      const world = given().launched().callEnds(ACCEPTED);
      world.answers(UNSUCCESSFUL);
      return world;
    };
    const unable = handed();
    unable.when({ type: 'unable', action: REF, by: 'omar', reason: 'The supplier is gone.' });
    expect(status(unable)).toEqual({
      title: 'Closed, Not Done Successfully',
      lines: ['omar was unable to complete it: The supplier is gone.', 'The Case owner dana was told.'],
      rules: ['R47', 'R44'],
    });
    const silent = handed();
    silent.when({ type: 'unable', action: REF, by: 'omar' });
    expect(status(silent)?.lines[0]).toBe('omar was unable to complete it, and gave no reason.');
    const completed = handed();
    completed.when({ type: 'complete', action: REF, by: 'omar' });
    expect(status(completed)?.lines[0]).toBe('omar completed it.');
    expect(status(completed)?.rules).toEqual(['R50', 'R46', 'R44']);
  });

  it('R49 reworked and cancelled; a fresh copy says which it is', () => {
    const world = given().launched();
    world.when({ type: 'caseVerb', case: 'C1', do: 'rework' });
    expect(status(world)).toMatchObject({ title: 'Closed, Rework', rules: ['R49'] });
    expect(status(world, 'C1/post/2')).toMatchObject({
      lines: expect.arrayContaining([
        'dana launched it: it was called at once.',
        'It is copy 2, with all its retries.',
      ]),
      rules: ['R49', 'R40'],
    });
    world.when({ type: 'caseVerb', case: 'C1', do: 'cancel' });
    expect(status(world, 'C1/post/2')).toEqual({
      title: 'Closed, Cancelled',
      lines: ['dana cancelled the Case: everything open closed with it.'],
      rules: ['R49'],
    });
  });
});

describe('a move to people', () => {
  it('R1, R40 before it, the Action waits', () => {
    expect(status(given().launched())).toEqual({
      title: 'Waiting',
      lines: [
        'The Case reached this Action: it was created and called at once.',
        'While it calls, waits for a retry or for the response, people see Waiting.',
      ],
      rules: ['R1', 'R40'],
    });
    expect(allocation(given().launched())).toBeNull();
  });

  it('R26, R45 an unsuccessful response, with its reason', () => {
    const world = given().launched().callEnds(ACCEPTED);
    world.answers(UNSUCCESSFUL);
    expect(status(world)).toEqual({
      title: 'To Do',
      lines: [
        'An unsuccessful response was accepted: PO 77 not found.',
        'From now on it is a manual Action.',
        'The Case owner was not told: an unsuccessful response tells nobody.',
      ],
      rules: ['R26', 'R45'],
    });
  });

  it('R32 no response in time', () => {
    const world = given()
      .launched()
      .callEnds(ACCEPTED)
      .after(30 * MINUTE);
    world.when({ type: 'responseTimeout', actionRef: REF });
    expect(status(world)).toEqual({
      title: 'To Do',
      lines: [
        'connected 09:00:00 + 30 min = 09:30:00',
        'No response came within 30 min.',
        'The Case owner was not told: a timeout tells nobody.',
      ],
      rules: ['R32', 'R35', 'R45'],
    });
  });

  it('R32, R35 a clock since launch drops the pending retry, or cuts the call off', () => {
    const world = given({ ...withPost({ responseWithin: '90s' }), settings: { responseClock: 'launch' } }).launched();
    world.callEnds(REFUSED).retryDue().callEnds(REFUSED);
    world.now = world.action().responseDeadlineAt ?? 0;
    world.when({ type: 'responseTimeout', actionRef: REF });
    expect(status(world)?.lines.slice(0, 3)).toEqual([
      'launched 09:00:00 + 1 min 30 s = 09:01:30',
      'No response came within 1 min 30 s.',
      'Retry 2, due at 09:03:00, was dropped.',
    ]);
    const calling = given({ ...withPost({ responseWithin: '5s' }), settings: { responseClock: 'launch' } }).launched();
    calling.after(5_000).when({ type: 'responseTimeout', actionRef: REF });
    expect(status(calling)?.lines[2]).toBe('Call 1 was cut off.');
  });

  it('R42 a manual Action starts with people', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: ['check'] } } }).launched();
    expect(status(world, 'C1/check')).toMatchObject({ title: 'To Do', rules: ['R42'] });
  });
});

describe('an allocation', () => {
  const timedOut = (world: Given) => {
    world
      .launched()
      .callEnds(ACCEPTED)
      .after(30 * MINUTE);
    world.when({ type: 'responseTimeout', actionRef: REF });
    return world;
  };
  const absent = (...names: readonly string[]) => {
    const world = given();
    for (const name of names)
      world.when({ type: 'saveDefinition', definition: { section: 'users', name, change: { available: false } } });
    return timedOut(world);
  };

  it('R41 to the first choice', () => {
    expect(allocation(absent())).toEqual({
      title: 'Allocated to omar',
      lines: [
        'omar is the first choice and was available.',
        'The rule names the queue AP; it is set, whoever gets the Action.',
      ],
      rules: ['R41', 'R42'],
    });
  });

  it('R41 to the second choice, as the first was unavailable then, whatever holds now', () => {
    const world = absent('omar');
    world.when({ type: 'saveDefinition', definition: { section: 'users', name: 'omar', change: { available: true } } });
    expect(allocation(world)?.lines[0]).toBe('Allocated to ines: omar (first choice) was unavailable then.');
  });

  it('R41 to nobody: it waits in its queue', () => {
    expect(allocation(absent('omar', 'ines'))).toMatchObject({
      title: 'Allocated to nobody',
      lines: [
        'omar (first choice) and ines (second choice) were unavailable then.',
        'The rule names the queue AP: it waits there, unassigned.',
      ],
    });
    expect(allocation(timedOut(given(withPost({ allocation: { queue: 'AP' } }))))?.lines[0]).toBe(
      'The rule names no person.',
    );
    expect(allocation(timedOut(given(withPost({ allocation: undefined }))))?.lines).toEqual([
      'The rule names no person.',
      'The rule names no queue.',
    ]);
  });

  it('R41 names nobody by a rule that was changed since', () => {
    const world = absent('omar');
    world.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { allocation: { queue: 'AP', user: 'dana' } } },
    });
    expect(allocation(world)?.lines).toEqual([
      'Allocated to ines: the first choice was unavailable then.',
      'The rule names the queue AP; it is set, whoever gets the Action.',
      'The Action type’s rule has changed since; this allocation stays.',
    ]);
  });

  it('R50 taken and unassigned by a person', () => {
    const world = absent();
    world.when({ type: 'take', action: REF, by: 'ines' });
    expect(allocation(world)).toEqual({
      title: 'Assigned to ines',
      lines: ['ines made the first update: it is theirs.', 'It stays in the queue AP.'],
      rules: ['R50'],
    });
    expect(status(world)).toMatchObject({ title: 'In Progress', rules: ['R50'] });
    world.when({ type: 'unassign', action: REF, by: 'ines' });
    expect(allocation(world)).toMatchObject({ title: 'Assigned to nobody', rules: ['R50'] });
    expect(status(world)?.lines).toEqual(['ines unassigned it: it is To Do again.']);
  });
});
