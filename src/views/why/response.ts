/** Why a response came when it did, what it said by chance or script, and what became of it (R25–R30). */
import { isSameJson } from '../../engine/response/same-json.ts';
import { shortened } from '../../engine/response/unheeded.ts';
import type { RandomBehaviour } from '../../shared/api-behaviour.ts';
import type { ExternalApi } from '../../shared/definitions.ts';
import type { FactOf } from '../../shared/facts.ts';
import type { Instant, PlannedAnswer } from '../../shared/model.ts';
import { WORDS } from '../../shared/word-table.ts';
import type { World } from '../../shared/world.ts';
import { type CallRecord, callsOf, latestCall } from '../calls/calls.ts';
import { around, lastOf } from '../facts.ts';
import { exactDuration, instantInWords, sumOf } from '../words/time-words.ts';
import { scriptLine } from './call.ts';
import { againstRate, amongWeights, asDuration, type DrawingCall, isBelow, streamOfAction } from './draws.ts';
import { type Explanation, explanation, type Grounds, type Line } from './explanation.ts';
import type { Rule } from './rules.ts';

type Received = FactOf<'responseReceived'>;

/** One response that reached the callback. */
export function whyResponse(world: World, fact: Received): Explanation {
  const origin = originOf(world, fact);
  const verdict = verdictOf(world, fact);
  return explanation(
    `Response ${WORDS.verdict[fact.verdict].noun}`,
    [...origin.lines, ...verdict.lines],
    [...origin.rules, ...verdict.rules],
  );
}

/** The planned answer that arrived here, and the call it answers. */
interface Origin {
  readonly answer: PlannedAnswer;
  readonly call: CallRecord;
  /** Where it connected, or would have if it had not been cut off. */
  readonly connectedAt: Instant;
}

function findOrigin(world: World, fact: Received): Origin | null {
  const { before } = around(world, fact);
  for (const call of callsOf(before)) {
    if (!call.plan?.result.connected) continue;
    const connectedAt = call.startedAt + call.plan.latencyMs;
    const answer = call.plan.answers.find(
      ({ afterMs, delivery }) =>
        connectedAt + afterMs === fact.at &&
        (delivery.token === 'wrong') === (fact.verdict === 'wrong token') &&
        isSameJson(fact.cutFromBytes === undefined ? delivery.body : shortened(delivery).body, fact.body),
    );
    if (answer !== undefined) return { answer, call, connectedAt };
  }
  return null;
}

function originOf(world: World, fact: Received): Grounds {
  const origin = findOrigin(world, fact);
  if (origin === null) {
    const { before } = around(world, fact);
    const wasReal = latestCall(before)?.isReal === true;
    const whom = wasReal ? 'by the real API that was called, ' : '';
    return { lines: [`It was sent from outside: ${whom}by hand, by a script, or by a step of a scenario.`], rules: [] };
  }
  const { answer, call, connectedAt } = origin;
  const connected = call.state === 'cut off' ? 'was cut off, would have connected' : 'connected';
  const api = world.externalApis.get(call.externalApi)?.definition;
  return {
    lines: [
      sumOf(`call ${call.callNumber} ${connected}`, connectedAt, fact.at, world.startAt),
      ...(api === undefined ? [] : configuredLines(world, api, origin, answer)),
    ],
    rules: [],
  };
}

function configuredLines(world: World, api: ExternalApi, { call }: Origin, answer: PlannedAnswer): Line[] {
  if (api.random !== undefined) {
    const { externalApi, callNumber } = call;
    const stream = streamOfAction(world, call.actionRef);
    return randomLines(api.random, { seed: world.seed, externalApi, stream, callNumber }, answer);
  }
  const outcome = api.calls?.[call.callNumber - 1] ?? api.otherwise ?? {};
  const respond = 'respond' in outcome && outcome.respond !== undefined ? outcome.respond : [];
  const isThere = (Array.isArray(respond) ? respond : [respond]).some(({ after = 0 }) => after === answer.afterMs);
  if (!isThere) return [otherThen(call.externalApi, answer)];
  const body = answer.delivery.body;
  const what = body === null ? 'a body that cannot be read' : body.outcome;
  return [scriptLine(api, call.callNumber, `${what}, ${exactDuration(answer.afterMs)} after it accepts`)];
}

/** An API that is up responds with success, whatever its script or its draws say. */
function otherThen(externalApi: string, { delivery: { body } }: PlannedAnswer): string {
  const orUp = body?.outcome === 'success' ? ', or was switched to Up' : '';
  return `${externalApi} was configured differently then${orUp}.`;
}

function randomLines(behaviour: RandomBehaviour, call: DrawingCall, answer: PlannedAnswer): Line[] {
  const { afterMs, delivery } = answer;
  const succeeds = isBelow(behaviour, call, 'success');
  const isSo =
    !isBelow(behaviour, call, 'fail') &&
    !isBelow(behaviour, call, 'noResponse') &&
    succeeds === (delivery.body?.outcome === 'success');
  if (!isSo) return [otherThen(call.externalApi, answer)];
  return [
    asDuration(behaviour.responseAfter, call, 'responseAfter', afterMs),
    behaviour.noResponseRate > 0 && againstRate(behaviour, call, 'noResponse'),
    againstRate(behaviour, call, 'success'),
    !succeeds && amongWeights(behaviour.reasons, call, 'reason', delivery.body?.reason ?? 'no reason'),
  ];
}

function verdictOf(world: World, fact: Received): Grounds {
  const { before } = around(world, fact);
  const clock = (at: Instant) => instantInWords(at, world.startAt);
  const decided = lastOf(before, 'responseReceived', ({ verdict }) => verdict === 'accepted');
  const decidedAt = decided === undefined ? '' : ` at ${clock(decided.at)}`;
  switch (fact.verdict) {
    case 'accepted': {
      const outcome: Rule = fact.body?.outcome === 'success' ? 'R25' : 'R26';
      const isEarly = latestCall(before)?.state !== 'connected';
      return {
        lines: ['It was the first valid response: it decided.', isEarly && 'It came before any call had connected.'],
        rules: ['R28', outcome, ...(isEarly ? (['R27'] as const) : [])],
      };
    }
    case 'duplicate':
      return { lines: [`The same was accepted${decidedAt}: acknowledged with 200.`], rules: ['R28'] };
    case 'conflicting':
      return { lines: [`Another response decided${decidedAt}: refused with 409.`], rules: ['R28'] };
    case 'late': {
      const changed = before.findLast(({ type }) => type === 'statusChanged');
      const since = changed?.type === 'statusChanged' ? ` (${changed.to} since ${clock(changed.at)})` : '';
      return { lines: [`The Action was no longer waiting for a response${since}: refused with 409.`], rules: ['R29'] };
    }
    case 'malformed':
      return { lines: ['Its body is not a response: refused with 400.'], rules: ['R30'] };
    case 'wrong token':
      return { lines: ["Its token is not the Action's: refused with 401."], rules: ['R30'] };
  }
}
