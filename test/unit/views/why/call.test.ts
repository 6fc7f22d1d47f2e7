/** Why a call came to its result and a response when it did: scripts, outages, draws. */
import { describe, expect, it } from 'vitest';
import { drawFrom, purposeCode, streamKey } from '../../../../src/engine/random.ts';
import type { World } from '../../../../src/shared/world.ts';
import { planCall } from '../../../../src/simulated-api/behaviour.ts';
import { whyCall } from '../../../../src/views/why/call.ts';
import type { Explanation } from '../../../../src/views/why/explanation.ts';
import { whyFact } from '../../../../src/views/why/why.ts';
import { decimals } from '../../../../src/views/words/figures.ts';
import { exactDuration } from '../../../../src/views/words/time-words.ts';
import { type ApiText, callRequest } from '../../../support/call-request.ts';
import { type Given, given, MINUTE, SUCCESS, UNSUCCESSFUL } from '../../../support/given.ts';

const REF = 'C1/post';
const URL = 'https://erp.example.test/invoices';

/** A launched Action whose API behaves as told. */
function calling(api: ApiText): Given {
  return given({ externalApis: { erp: { url: URL, ...api } } }).launched();
}

/** The call in flight comes to what the external system makes of it. */
function ends(world: Given): Given {
  const { callCount: callNumber } = world.action();
  const api = world.world.externalApis.get('erp');
  if (api === undefined) throw new Error('no erp');
  const request = callRequest({}, { actionRef: REF, callNumber, at: world.now, seed: world.world.seed });
  return world.callEnds(planCall({ ...request, definition: api.definition, switch: api.switch }));
}

/** The planned answers arrive. */
function answered(world: Given): Given {
  for (const { id, at, delivery } of [...world.world.plannedResponses.values()]) {
    world.now = at;
    world.when({ type: 'response', actionRef: REF, delivery, plannedId: id });
  }
  return world;
}

function call(world: World, callNumber: number): Explanation {
  const ended = world.timelines
    .get(REF)
    ?.find((fact) => (fact.type === 'callFailed' || fact.type === 'connected') && fact.callNumber === callNumber);
  if (ended?.type !== 'callFailed' && ended?.type !== 'connected') throw new Error(`no result of call ${callNumber}`);
  return whyCall(world, ended);
}

function responses(world: World): (Explanation | null)[] {
  const facts = world.timelines.get(REF)?.filter(({ type }) => type === 'responseReceived') ?? [];
  return facts.map((fact) => whyFact(world, fact));
}

const drawn = (callNumber: number, purpose: string) =>
  drawFrom(streamKey(1, 'erp', REF), callNumber, purposeCode(purpose));
const draw = (callNumber: number, purpose: string) =>
  `draw seed 1 / erp / C1/post / call ${callNumber} / ${purpose} = ${decimals(drawn(callNumber, purpose))}`;

describe('the result of a call by the script', () => {
  it('R7 says which call of the script it was', () => {
    const world = ends(calling({ calls: [{ status: 503, after: '2s' }, { fail: 'refused' }, 'accept'] }));
    ends(world.retryDue());
    ends(world.retryDue());
    expect(call(world.world, 1)).toEqual({
      title: 'Call 1 failed',
      lines: ['Call 1 of the script: HTTP 503 after 2 s.', 'The system answered with HTTP 503: a failure to connect.'],
      rules: ['R7'],
    });
    expect(call(world.world, 2).lines[0]).toBe('Call 2 of the script: connection refused.');
    expect(call(world.world, 3)).toEqual({
      title: 'Call 3 connected, HTTP 200',
      lines: ['Call 3 of the script: accepted, HTTP 200.', 'Now it waits for the response.'],
      rules: ['R4'],
    });
  });

  it('S4 what takes longer than the call timeout is no answer', () => {
    const world = ends(calling({ calls: [{ fail: 'hang' }], otherwise: { acceptAfter: '31s' } }));
    ends(world.retryDue());
    expect(call(world.world, 1)).toEqual({
      title: 'Call 1 failed',
      lines: [
        'Call 1 of the script: no answer in time.',
        'There was no answer within 30 s, the call timeout: a failure to connect.',
      ],
      rules: ['S4', 'R7'],
    });
    expect(call(world.world, 2).lines[0]).toBe('The script has 1 call; any other: accepted, HTTP 200 after 31 s.');
  });

  it('R7 an outage, and nothing scripted', () => {
    const outage = ends(calling({ outages: [{ from: '+0s', for: '5m', fail: 'dns' }] }));
    expect(call(outage.world, 1).lines).toEqual([
      'An outage from 09:00:00 to 09:05:00: every call fails alike.',
      'The name was not found: a failure to connect.',
    ]);
    const every = { from: '09:00', for: '5m', every: '1d', on: ['Mon' as const, 'Thu' as const] };
    expect(call(ends(calling({ outages: [every] })).world, 1).lines[0]).toBe(
      'An outage from 09:00:00 to 09:05:00, every Monday and Thursday: every call fails alike.',
    );
    expect(call(ends(calling({})).world, 1).lines[0]).toBe('Nothing is scripted: accepted, HTTP 200.');
    expect(call(ends(calling({ otherwise: { fail: 'tls' } })).world, 1).lines[0]).toBe(
      'By the script, every call: TLS error.',
    );
  });

  it('R7 says so where the API was set otherwise then, or its switch stands elsewhere now', () => {
    const world = calling({});
    world.when({ type: 'switchApi', name: 'erp', to: 'Down' });
    ends(world).when({ type: 'switchApi', name: 'erp', to: 'As configured' });
    expect(call(world.world, 1).lines[0]).toBe(
      'This is not how erp is configured now: it was set differently then, as when erp is switched to Down.',
    );
    const silent = calling({ otherwise: { fail: 'refused' } });
    silent.when({ type: 'switchApi', name: 'erp', to: 'Silent' });
    expect(call(ends(silent).world, 1).lines[0]).toContain('as when erp is switched to Up or Silent');
    const up = calling({ otherwise: { fail: 'refused' } });
    up.when({ type: 'switchApi', name: 'erp', to: 'Up' });
    expect(call(ends(up).world, 1).lines[0]).toContain('as when erp is switched to Up or Silent');
    const byChance = calling({ random: { failRate: 0, acceptAfter: { uniform: ['1s', '2s'] }, responseAfter: '1m' } });
    byChance.when({ type: 'switchApi', name: 'erp', to: 'Up' });
    expect(call(ends(byChance).world, 1).lines[0]).toContain('as when erp is switched to Up or Silent');
    const down = ends(calling({ otherwise: { fail: 'refused' } }));
    down.when({ type: 'switchApi', name: 'erp', to: 'Down' });
    expect(call(down.world, 1).lines).toEqual([
      'By the script, every call: connection refused.',
      'erp is switched to Down now.',
      'The connection was refused: a failure to connect.',
    ]);
  });
});

describe('the result of a call by chance', () => {
  it('R7 gives each draw with its key, its value and what it decided', () => {
    const failRate = (drawn(1, 'fail') + 1) / 2;
    const world = ends(calling({ random: { failRate, fail: { refused: 3, dns: 1 } } }));
    const fact = world.action().lastFailure?.failure.kind;
    expect(call(world.world, 1).lines.slice(0, 2)).toEqual([
      `${draw(1, 'fail')} < failRate ${failRate}`,
      `${draw(1, 'failKind')} → ${fact}, by the weights refused 3, dns 1`,
    ]);
    // A point below three quarters falls on what has three quarters of the weight.
    expect(fact).toBe(drawn(1, 'failKind') < 0.75 ? 'refused' : 'dns');
  });

  it('R4 tells how long a connection took; R25 what the response said, and when', () => {
    const random = {
      failRate: drawn(1, 'fail') / 2,
      acceptAfter: { uniform: ['1s', '3s'] as [string, string] },
      noResponseRate: drawn(1, 'noResponse') / 2,
      successRate: (drawn(1, 'success') + 1) / 2,
      responseAfter: { exponential: { mean: '5m' } },
    };
    const world = answered(ends(calling({ random })));
    const { connectedAt } = world.action();
    const tookMs = (connectedAt ?? 0) - world.world.startAt;
    expect(call(world.world, 1).lines).toEqual([
      `${draw(1, 'fail')} ≥ failRate ${random.failRate}`,
      `${draw(1, 'acceptAfter')} → ${exactDuration(tookMs)}, uniform from 1 s to 3 s`,
      'Now it waits for the response.',
    ]);
    const [response] = responses(world.world);
    const afterMs = world.now - (connectedAt ?? 0);
    // By inverse transform, as the external system does it.
    expect(afterMs).toBe(Math.round(-5 * MINUTE * Math.log1p(-drawn(1, 'responseAfter'))));
    expect(response?.title).toBe('Response accepted');
    expect(response?.lines.slice(1)).toEqual([
      `${draw(1, 'responseAfter')} → ${exactDuration(afterMs)}, exponential, mean 5 min`,
      `${draw(1, 'noResponse')} ≥ noResponseRate ${random.noResponseRate}`,
      `${draw(1, 'success')} < successRate ${random.successRate}`,
      'It was the first valid response: it decided.',
    ]);
    expect(response?.rules).toEqual(['R28', 'R25']);
  });

  it('R26 draws the reason among the weights', () => {
    const world = answered(ends(calling({ random: { successRate: 0, reasons: { 'No such PO': 1, Blocked: 1 } } })));
    const reason = drawn(1, 'reason') < 0.5 ? 'No such PO' : 'Blocked';
    expect(responses(world.world)[0]?.lines).toEqual([
      'call 1 connected 09:00:00 + 0 s = 09:00:00',
      `${draw(1, 'success')} ≥ successRate 0`,
      `${draw(1, 'reason')} → ${reason}, by the weights No such PO 1, Blocked 1`,
      'It was the first valid response: it decided.',
    ]);
  });

  it('S4 a connection that was drawn too late is no answer', () => {
    const world = ends(calling({ random: { acceptAfter: '40s' } }));
    expect(call(world.world, 1)).toMatchObject({
      lines: expect.arrayContaining(['It would have connected, but later than the call timeout.']),
      rules: ['S4', 'R7'],
    });
  });

  it("R7 does not give today's draws for what was decided otherwise", () => {
    const world = ends(calling({ otherwise: { fail: 'refused' } }));
    world.when({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { random: { ...RANDOM, failRate: 0 } } },
    });
    expect(call(world.world, 1).lines[0]).toContain('it was set differently then');
  });
});

const RANDOM = {
  failRate: 0,
  fail: { refused: 1 },
  acceptAfter: 0,
  noResponseRate: 0,
  successRate: 1,
  responseAfter: 0,
  reasons: {},
};

describe('a response', () => {
  it('R25, R28–R30 says where it came from and what became of it', () => {
    const respond = [
      { after: '1m', malformed: true as const },
      { after: '2m', token: 'wrong' as const },
      { after: '3m', outcome: 'success' as const, repeat: 2 },
      { after: '4m', outcome: 'unsuccessful' as const },
    ];
    const world = answered(ends(calling({ calls: [{ respond }] })));
    const said = responses(world.world);
    expect(said.map((each) => [each?.lines[0], each?.lines.at(-1), each?.rules.join()])).toEqual([
      ['call 1 connected 09:00:00 + 1 min = 09:01:00', 'Its body is not a response: refused with 400.', 'R30'],
      ['call 1 connected 09:00:00 + 2 min = 09:02:00', "Its token is not the Action's: refused with 401.", 'R30'],
      ['call 1 connected 09:00:00 + 3 min = 09:03:00', 'It was the first valid response: it decided.', 'R28,R25'],
      [
        'call 1 connected 09:00:00 + 3 min = 09:03:00',
        'The same was accepted at 09:03:00: acknowledged with 200.',
        'R28',
      ],
      [
        'call 1 connected 09:00:00 + 4 min = 09:04:00',
        'Another response decided at 09:03:00: refused with 409.',
        'R28',
      ],
    ]);
    expect(said[2]?.lines[1]).toBe('Call 1 of the script: success, 3 min after it accepts.');
  });

  it('R27 one from outside, before any connection; R29 one that was late', () => {
    const world = ends(calling({ otherwise: { fail: 'refused' } }));
    world.answers(UNSUCCESSFUL);
    expect(responses(world.world)[0]).toEqual({
      title: 'Response accepted',
      lines: [
        'It was sent from outside: by hand, by a script, or by a step of a scenario.',
        'It was the first valid response: it decided.',
        'It came before any call had connected.',
      ],
      rules: ['R28', 'R26', 'R27'],
    });
    const late = ends(calling({}));
    late.after(30 * MINUTE).when({ type: 'responseTimeout', actionRef: REF });
    late.after(MINUTE).answers(SUCCESS);
    expect(responses(late.world)[0]).toMatchObject({
      title: 'Response late, refused',
      lines: expect.arrayContaining([
        'The Action was no longer waiting for a response (To Do since 09:30:00): refused with 409.',
      ]),
      rules: ['R29'],
    });
  });

  it('R25 says so where the configuration was another then', () => {
    const world = answered(ends(calling({ otherwise: { respond: { after: '2m', outcome: 'success' } } })));
    world.when({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { otherwise: { fail: 'refused' } } },
    });
    expect(responses(world.world)[0]?.lines[1]).toBe('erp was configured differently then, or was switched to Up.');
  });
});
