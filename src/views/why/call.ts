/** Why a call had its result: the script, an outage, chance, a real server, or a cause that is no longer known. */
import type { CallOutcome, Distribution, RandomBehaviour } from '../../shared/api-behaviour.ts';
import { counted } from '../../shared/counted.ts';
import type { ExternalApi } from '../../shared/definitions.ts';
import type { FactOf } from '../../shared/facts.ts';
import type { CallFailure } from '../../shared/model.ts';
import { outageAt } from '../../shared/outage-times.ts';
import type { World } from '../../shared/world.ts';
import { type CallRecord, callNumbered } from '../calls/calls.ts';
import { describeFailure, failureInShort } from '../words/call-words.ts';
import { recurrenceInWords } from '../words/outage-words.ts';
import { exactDuration, instantInWords } from '../words/time-words.ts';
import { againstRate, amongWeights, asDuration, type DrawingCall, isBelow, streamOfAction } from './draws.ts';
import { type Explanation, explanation, type Grounds } from './explanation.ts';

type Ended = FactOf<'callFailed'> | FactOf<'connected'>;

/** What was to come of a call, before the call timeout is looked at. */
interface Intended {
  readonly failure: CallFailure | null;
  readonly status: number;
  readonly afterMs: number;
}

/** The result of a call that has ended. */
export function whyCall(world: World, fact: Ended): Explanation {
  const { callNumber } = fact;
  const call = callNumbered(world.timelines.get(fact.actionRef), callNumber);
  const isReal = call?.isReal === true;
  const result = fact.type === 'connected' ? `connected, HTTP ${fact.status}` : `failed`;
  const grounds = call === undefined ? NOTHING : isReal ? realGrounds(call) : groundsOf(world, call, fact);
  const isHang = fact.type === 'callFailed' && fact.failure.kind === 'hang';
  // What a real call took in virtual time is less than the call timeout where the clock stood still meanwhile.
  const timeout =
    fact.type === 'callFailed' && !isReal ? `${exactDuration(fact.tookMs)}, the call timeout` : 'the call timeout';
  return explanation(
    `Call ${callNumber} ${result}`,
    [
      ...grounds.lines,
      isHang && `There was no answer within ${timeout}: a failure to connect.`,
      fact.type === 'callFailed' && !isHang && `${describeFailure(fact.failure)}: a failure to connect.`,
      fact.type === 'connected' &&
        (fact.responseExpected ? 'Now it waits for the response.' : 'No response is expected.'),
    ],
    [
      ...grounds.rules,
      isHang && 'S4',
      fact.type === 'callFailed' && 'R7',
      fact.type === 'connected' && (fact.responseExpected ? 'R4' : 'R5'),
    ],
  );
}

const NOTHING: Grounds = { lines: [], rules: [] };

/** Nobody here knows why a real server did what it did. */
function realGrounds({ externalApi, url }: CallRecord): Grounds {
  return { lines: [`${externalApi} was real: the call went out to ${url}, and this is how it ended.`], rules: [] };
}

/** Why the external system did that. What it is configured with now may not be what it was then: then it says so. */
function groundsOf(world: World, call: CallRecord, ended: Ended): Grounds {
  const api = world.externalApis.get(call.externalApi);
  if (api === undefined) return NOTHING;
  const { definition } = api;
  const configured = configuredGrounds(world, definition, call, ended);
  if (configured !== null) {
    return api.switch === 'As configured'
      ? configured
      : { ...configured, lines: [...configured.lines, `${call.externalApi} is switched to ${api.switch} now.`] };
  }
  const atOnce = ended.tookMs === 0;
  const like =
    ended.type === 'callFailed' && ended.failure.kind === 'refused' && atOnce
      ? `, as when ${call.externalApi} is switched to Down`
      : ended.type === 'connected' && ended.status === 200 && atOnce
        ? `, as when ${call.externalApi} is switched to Up or Silent`
        : '';
  return {
    lines: [`This is not how ${call.externalApi} is configured now: it was set differently then${like}.`],
    rules: [],
  };
}

/** By the configuration as it is now; `null` where it leads elsewhere. */
function configuredGrounds(world: World, api: ExternalApi, call: CallRecord, ended: Ended): Grounds | null {
  const covering = outageAt(api.outages, world.startAt, call.startedAt);
  if (covering !== null) {
    const { outage, fromAt, untilAt } = covering;
    const { fail = 'refused', status, after = 0 } = outage;
    const failure: CallFailure = status === undefined ? { kind: fail } : { kind: 'status', status };
    if (!leadsTo({ failure, status: 0, afterMs: after }, ended)) return null;
    const window = [fromAt, untilAt].map((at) => instantInWords(at, world.startAt)).join(' to ');
    const again = outage.every === undefined ? '' : `, ${recurrenceInWords(outage)}`;
    return { lines: [`An outage from ${window}${again}: every call fails alike.`], rules: [] };
  }
  if (api.random !== undefined) {
    const { seed } = world;
    const { externalApi, callNumber } = call;
    const stream = streamOfAction(world, call.actionRef);
    return randomGrounds(api.random, { seed, externalApi, stream, callNumber }, ended);
  }
  const index = call.callNumber - 1;
  const scripted = api.calls?.[index];
  const outcome = scripted ?? api.otherwise ?? {};
  if (!leadsTo(intendedBy(outcome), ended)) return null;
  return { lines: [scriptLine(api, call.callNumber, describeOutcome(outcome))], rules: [] };
}

/** Where in the script an outcome stands: `Call 2 of the script: connection refused.` */
export function scriptLine({ calls = [], otherwise }: ExternalApi, callNumber: number, what: string): string {
  if (callNumber <= calls.length) return `Call ${callNumber} of the script: ${what}.`;
  if (calls.length === 0) {
    return otherwise === undefined ? `Nothing is scripted: ${what}.` : `By the script, every call: ${what}.`;
  }
  const beyond = `The script has ${counted(calls.length, 'call')}`;
  return otherwise === undefined ? `${beyond}, and nothing for others: ${what}.` : `${beyond}; any other: ${what}.`;
}

function intendedBy(outcome: CallOutcome): Intended {
  if ('fail' in outcome) return { failure: { kind: outcome.fail }, status: 0, afterMs: outcome.after ?? 0 };
  if ('status' in outcome) {
    return { failure: { kind: 'status', status: outcome.status }, status: 0, afterMs: outcome.after ?? 0 };
  }
  return { failure: null, status: outcome.acceptStatus ?? 200, afterMs: outcome.acceptAfter ?? 0 };
}

/** Whether a call that was to go so can have ended so; S4 turns what is too late into no answer. */
function leadsTo({ failure, status, afterMs }: Intended, ended: Ended): boolean {
  if (ended.type === 'connected') return failure === null && status === ended.status && afterMs === ended.tookMs;
  const { kind } = ended.failure;
  if (kind === 'hang') return failure?.kind === 'hang' || afterMs > ended.tookMs;
  return failure?.kind === kind && failure.status === ended.failure.status && afterMs === ended.tookMs;
}

function describeOutcome(outcome: CallOutcome): string {
  const { failure, status, afterMs } = intendedBy(outcome);
  const when = afterMs === 0 ? '' : ` after ${exactDuration(afterMs)}`;
  if (failure === null) return `accepted, HTTP ${status}${when}`;
  return `${failureInShort(failure)}${failure.kind === 'hang' ? '' : when}`;
}

function randomGrounds(behaviour: RandomBehaviour, call: DrawingCall, ended: Ended): Grounds | null {
  const fails = isBelow(behaviour, call, 'fail');
  const rate = againstRate(behaviour, call, 'fail');
  if (fails) {
    if (ended.type !== 'callFailed') return null;
    const { kind, status } = ended.failure;
    const chosen = status === undefined ? kind : String(status);
    if ((behaviour.fail[chosen as keyof typeof behaviour.fail] ?? 0) <= 0) return null;
    return { lines: [rate, amongWeights(behaviour.fail, call, 'failKind', chosen)], rules: [] };
  }
  if (ended.type === 'connected') {
    if (ended.tookMs === 0 && !canTakeNoTime(behaviour.acceptAfter)) return null;
    return { lines: [rate, asDuration(behaviour.acceptAfter, call, 'acceptAfter', ended.tookMs)], rules: [] };
  }
  return ended.failure.kind === 'hang'
    ? { lines: [rate, 'It would have connected, but later than the call timeout.'], rules: ['S4'] }
    : null;
}

/** Whether a draw can come to nothing: an API that is up takes no time to accept, whatever it would have drawn. */
function canTakeNoTime(distribution: Distribution): boolean {
  if (typeof distribution === 'number') return distribution === 0;
  if ('uniform' in distribution) return distribution.uniform[0] === 0;
  if ('empirical' in distribution) return distribution.empirical.includes(0);
  return !('lognormal' in distribution);
}
