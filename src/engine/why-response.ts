/** Why a response came when it did, what it said by chance or script, and what became of it (R25–R30). */
import type { RandomBehaviour } from '../shared/api-behaviour.ts';
import type { ExternalApi } from '../shared/definitions.ts';
import type { ResponseVerdict } from '../shared/facts.ts';
import type { Instant, PlannedAnswer, World } from '../shared/model.ts';
import { isSameJson } from './json.ts';
import type { Rule } from './rules.ts';
import { exactDuration, instantInWords } from './time-words.ts';
import { shortened } from './unheeded.ts';
import { scriptLine } from './why-call.ts';
import { againstRate, amongWeights, asDuration, type DrawingCall, isBelow, streamOfAction } from './why-draws.ts';
import {
  around,
  type Explanation,
  explanation,
  type FactOf,
  type Grounds,
  type Line,
  lastOf,
} from './why-explanation.ts';
import { sumOf } from './why-words.ts';

type Received = FactOf<'responseReceived'>;

const TITLES: Record<ResponseVerdict, string> = {
  accepted: 'Response accepted',
  duplicate: 'Response acknowledged, nothing changed',
  conflicting: 'Response refused',
  late: 'Response refused as late',
  malformed: 'Response refused',
  'wrong token': 'Response refused',
};

/** One response that reached the callback. */
export function whyResponse(world: World, fact: Received): Explanation {
  const origin = originOf(world, fact);
  const verdict = verdictOf(world, fact);
  return explanation(TITLES[fact.verdict], [...origin.lines, ...verdict.lines], [...origin.rules, ...verdict.rules]);
}

/** The planned answer that arrived here, and the call it answers. */
interface Origin {
  readonly answer: PlannedAnswer;
  readonly call: FactOf<'callStarted'>;
  /** Where it connected, or would have if it had not been cut off. */
  readonly connectedAt: Instant;
  readonly isCutOff: boolean;
}

function findOrigin(world: World, fact: Received): Origin | null {
  const { before } = around(world, fact);
  for (const planned of before) {
    if (planned.type !== 'callPlanned' || !planned.plan.result.connected) continue;
    const isThisCall = ({ callNumber }: { callNumber: number }) => callNumber === planned.callNumber;
    const call = lastOf(before, 'callStarted', isThisCall);
    if (call === undefined) continue;
    const connectedAt = call.at + planned.plan.latencyMs;
    const answer = planned.plan.answers.find(
      ({ afterMs, delivery }) =>
        connectedAt + afterMs === fact.at &&
        (delivery.token === 'wrong') === (fact.verdict === 'wrong token') &&
        isSameJson(fact.cutFromBytes === undefined ? delivery.body : shortened(delivery).body, fact.body),
    );
    const isCutOff = lastOf(before, 'callCutOff', isThisCall) !== undefined;
    if (answer !== undefined) return { answer, call, connectedAt, isCutOff };
  }
  return null;
}

function originOf(world: World, fact: Received): Grounds {
  const origin = findOrigin(world, fact);
  if (origin === null) {
    const { before } = around(world, fact);
    const wasReal = lastOf(before, 'callPlanned')?.plan.real === true;
    const whom = wasReal ? 'by the real API that was called, ' : '';
    return { lines: [`It was sent from outside: ${whom}by hand, by a script, or by a step of a scenario.`], rules: [] };
  }
  const { answer, call, connectedAt, isCutOff } = origin;
  const connected = isCutOff ? 'was cut off, would have connected' : 'connected';
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
  if (!isThere) return [otherThen(call.externalApi)];
  const body = answer.delivery.body;
  const what = body === null ? 'a body that cannot be read' : body.outcome;
  return [scriptLine(api, call.callNumber, `${what}, ${exactDuration(answer.afterMs)} after it accepts`)];
}

const otherThen = (externalApi: string) => `The configuration of ${externalApi} was another then.`;

function randomLines(behaviour: RandomBehaviour, call: DrawingCall, { afterMs, delivery }: PlannedAnswer): Line[] {
  const succeeds = isBelow(behaviour, call, 'success');
  const isSo =
    !isBelow(behaviour, call, 'fail') &&
    !isBelow(behaviour, call, 'noResponse') &&
    succeeds === (delivery.body?.outcome === 'success');
  if (!isSo) return [otherThen(call.externalApi)];
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
      const latest = before.findLast(({ type }) => type === 'callStarted' || type === 'connected');
      const isEarly = latest?.type !== 'connected';
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
      const since = changed?.type === 'statusChanged' ? ` ${changed.to} since ${clock(changed.at)}` : '';
      return { lines: [`The Action was${since} and waited for no response: refused with 409.`], rules: ['R29'] };
    }
    case 'malformed':
      return { lines: ['Its body is no response: refused with 400.'], rules: ['R30'] };
    case 'wrong token':
      return { lines: ["Its token is not the Action's: refused with 401."], rules: ['R30'] };
  }
}
