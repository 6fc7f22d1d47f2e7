/** Real APIs: only on this machine, whatever is edited, and time is held at 1× meanwhile. */
import { describe, expect, it } from 'vitest';
import { isLoopbackUrl } from '../../../../src/engine/connection/loopback-url.ts';
import { cannotJump, realApis, whyHeld } from '../../../../src/engine/connection/real-api.ts';
import type { CallPlan } from '../../../../src/shared/model.ts';
import { whyCall } from '../../../../src/views/why/call.ts';
import { whyFact } from '../../../../src/views/why/why.ts';
import { ACCEPTED, type Given, given, REFUSED, SUCCESS } from '../../../support/given.ts';

const LOOPBACK = 'http://127.0.0.1:8080/invoices';
const ELSEWHERE = 'https://erp.example.test/invoices';

describe('a loopback URL', () => {
  it.each([
    'http://localhost',
    'https://localhost:8443/invoices?x=1',
    'HTTP://LocalHost:80/',
    'http://127.0.0.1:65535/#part',
    'http://127.255.0.9/',
    'http://[::1]:3000/hook',
    'http://127.0.0.1?q',
  ])('%s is one', (url) => {
    expect(isLoopbackUrl(url)).toBe(true);
    // What is sent there goes there: a parser agrees.
    expect(['localhost', '[::1]']).toContain(new URL(url).hostname.replace(/^127(\.\d+){3}$/, 'localhost'));
  });

  it.each([
    'https://erp.example.test/',
    'http://localhost.example.test/',
    'http://localhost.',
    'http://sub.localhost/',
    'http://127.0.0.1.example.test/',
    'http://127.0.0.1:80@example.test/',
    'http://localhost@example.test/',
    'http://user:secret@localhost/',
    'http://localhost\\@example.test/',
    'http://example.test/#http://localhost',
    'http://example.test\\localhost/',
    'http://127.1/',
    'http://127.0.0.256/',
    'http://127.0.0.010/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::1].example.test/',
    'http://[::1%25lo]/',
    'ftp://localhost/',
    'ws://localhost/',
    'file://localhost/etc/passwd',
    ' http://localhost/',
    'http:localhost',
    'http:///localhost',
    'http://local\thost/',
    'http://localhost\t.example.test/',
    'http://localhost:8080x/',
    '//localhost/',
    '',
  ])('%j is none', (url) => {
    expect(isLoopbackUrl(url)).toBe(false);
  });
});

/** An API at `url`, which the Action type `post` calls. */
const at = (url: string): Given => given({ externalApis: { erp: { url } } });
const real = (): Given => {
  const world = at(LOOPBACK);
  world.when({ type: 'switchApi', name: 'erp', to: 'Real' });
  return world;
};
const messageOf = (outcome: unknown) => (outcome as { message?: string }).message;
const urlOf = ({ world }: Given) => world.externalApis.get('erp')?.definition.url;

describe('switching an API to Real', () => {
  it('is allowed where its URL is a loopback address, and taken back as it was set', () => {
    const world = real();
    expect(world.world.externalApis.get('erp')?.switch).toBe('Real');
    expect(realApis(world.world)).toEqual(['erp']);
    world.when({ type: 'switchApi', name: 'erp', to: 'As configured' });
    expect(realApis(world.world)).toEqual([]);
  });

  it('is refused anywhere else, with a sentence that says what is possible', () => {
    const world = at(ELSEWHERE);
    const outcome = world.tries({ type: 'switchApi', name: 'erp', to: 'Real' });
    expect(outcome).toMatchObject({ code: 'notAllowed' });
    expect(messageOf(outcome)).toBe(
      `erp cannot be real: its calls would leave this machine. Its URL must be a loopback address: http or https at localhost, 127.0.0.1 or [::1]; ${ELSEWHERE} is not.`,
    );
    expect(world.world.externalApis.get('erp')?.switch).toBe('As configured');
  });
});

describe('while an API is real its URL stays on this machine', () => {
  const value = { url: ELSEWHERE };

  it('whoever saves it, in part or as a whole', () => {
    const world = real();
    for (const outcome of [
      world.tries({
        type: 'saveDefinition',
        definition: { section: 'externalApis', name: 'erp', change: { url: ELSEWHERE } },
      }),
      world.tries({ type: 'saveDefinition', definition: { section: 'externalApis', name: 'erp', value } }),
    ]) {
      expect(outcome).toMatchObject({ code: 'notAllowed' });
      expect(messageOf(outcome)).toContain('Switch erp back first.');
    }
    expect(urlOf(world)).toBe(LOOPBACK);
    world.when({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { url: 'http://localhost:9/' } },
    });
    world.when({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { otherwise: { fail: 'refused' } } },
    });
    expect(urlOf(world)).toBe('http://localhost:9/');
    world.when({ type: 'switchApi', name: 'erp', to: 'Silent' });
    world.when({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { url: ELSEWHERE } },
    });
    expect(urlOf(world)).toBe(ELSEWHERE);
  });

  it('also by undoing and redoing', () => {
    const world = at(ELSEWHERE);
    world.when({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { url: LOOPBACK } },
    });
    world.when({ type: 'switchApi', name: 'erp', to: 'Real' });
    expect(messageOf(world.tries({ type: 'undoEdit' }))).toContain('erp is real');
    expect(urlOf(world)).toBe(LOOPBACK);
    const other = at(LOOPBACK);
    other.when({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { url: ELSEWHERE } },
    });
    other.when({ type: 'undoEdit' });
    other.when({ type: 'switchApi', name: 'erp', to: 'Real' });
    expect(messageOf(other.tries({ type: 'redoEdit' }))).toContain('erp is real');
    expect(urlOf(other)).toBe(LOOPBACK);
  });

  it('one that is deleted and made again is as configured', () => {
    const world = given({ externalApis: { erp: { url: LOOPBACK }, crm: { url: LOOPBACK } } });
    world.when({ type: 'switchApi', name: 'crm', to: 'Real' });
    world.when({ type: 'deleteDefinition', section: 'externalApis', name: 'crm' });
    world.when({ type: 'undoEdit' });
    expect(world.world.externalApis.get('crm')?.switch).toBe('As configured');
  });
});

describe('while a call is out', () => {
  it('its API is not deleted, though no Action type names it any more', () => {
    const world = given({ externalApis: { erp: { url: LOOPBACK }, crm: { url: LOOPBACK } } });
    world.when({ type: 'switchApi', name: 'erp', to: 'Real' });
    world.launched().when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { externalApi: 'crm' } },
    });
    const remove = { type: 'deleteDefinition', section: 'externalApis', name: 'erp' } as const;
    expect(messageOf(world.tries(remove))).toContain('It is in use: 1 unanswered call.');
    world.callEnds(ACCEPTED).when(remove);
    expect(world.world.externalApis.has('erp')).toBe(false);
  });
});

describe('the clock', () => {
  it('is held while any API is real, and says which', () => {
    const world = given({ externalApis: { erp: { url: LOOPBACK }, crm: { url: LOOPBACK }, mail: { url: LOOPBACK } } });
    expect([whyHeld(world.world), cannotJump(world.world)]).toEqual([null, null]);
    world.when({ type: 'switchApi', name: 'mail', to: 'Real' });
    expect(whyHeld(world.world)).toBe('mail is real');
    world.when({ type: 'switchApi', name: 'erp', to: 'Real' });
    world.when({ type: 'switchApi', name: 'crm', to: 'Real' });
    expect(whyHeld(world.world)).toBe('erp, crm and mail are real');
    expect(cannotJump(world.world)).toMatchObject({
      code: 'notAllowed',
      message:
        'The clock cannot jump while erp, crm and mail are real: real calls take real time, so time runs at 1×. Play it, or switch back.',
    });
  });
});

describe('Why? of a real call', () => {
  const REAL: Pick<CallPlan, 'real'> = { real: true };
  const whyEnded = ({ world }: Given, type: 'callFailed' | 'connected') => {
    const fact = world.timelines.get('C1/post')?.findLast((each) => each.type === type);
    if (fact?.type !== 'callFailed' && fact?.type !== 'connected') throw new Error(`nothing ${type}`);
    return whyCall(world, fact);
  };

  it('R7 names the server and cites no script, though the script would lead there too', () => {
    const world = real()
      .launched()
      .callEnds({ ...ACCEPTED, ...REAL });
    expect(whyEnded(world, 'connected')).toEqual({
      title: 'Call 1 connected, HTTP 202',
      lines: [
        `erp was real: the call went out to ${LOOPBACK}, and this is how it ended.`,
        'Now it waits for the response.',
      ],
      rules: ['R4'],
    });
    world.answers(SUCCESS);
    const received = world.world.timelines.get('C1/post')?.find((fact) => fact.type === 'responseReceived');
    expect(received && whyFact(world.world, received)?.lines[0]).toBe(
      'It was sent from outside: by the real API that was called, by hand, by a script, or by a step of a scenario.',
    );
  });

  it('S4 does not call the virtual time of a call its timeout', () => {
    const world = real().launched();
    world.callEnds({ ...REFUSED, result: { connected: false, failure: { kind: 'hang' } }, ...REAL });
    expect(whyEnded(world, 'callFailed').lines[1]).toBe(
      'There was no answer within the call timeout: a failure to connect.',
    );
  });

  it('of a simulated one stays by the script, though the API is real by now', () => {
    const world = at(LOOPBACK)
      .launched()
      .callEnds({ ...ACCEPTED, result: { connected: true, status: 200 } });
    world.when({ type: 'switchApi', name: 'erp', to: 'Real' });
    expect(whyEnded(world, 'connected').lines).toEqual([
      'Nothing is scripted: accepted, HTTP 200.',
      'erp is switched to Real now.',
      'Now it waits for the response.',
    ]);
  });
});
