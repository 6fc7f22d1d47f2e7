/** Why an Action has its status: the event that brought it, the rules, and whether the Case owner was told (R44, R45). */

import { counted } from '../../shared/counted.ts';
import { type Fact, type FactOf, SYSTEM } from '../../shared/facts.ts';
import type { World } from '../../shared/world.ts';
import { latestCall } from '../calls/calls.ts';
import { around, firstOf, lastOf, maximumAfter } from '../facts.ts';
import { describeFailure } from '../words/call-words.ts';
import { lowerFirst } from '../words/figures.ts';
import { dueInWords, exactDuration, instantInWords, sumOf } from '../words/time-words.ts';
import { type Explanation, explanation, type Grounds } from './explanation.ts';
import type { Rule } from './rules.ts';

type Changed = FactOf<'statusChanged'>;

/** What is known about the moment of a change. */
interface Moment {
  readonly world: World;
  readonly fact: Changed;
  readonly before: readonly Fact[];
  readonly after: readonly Fact[];
}

/** One change of the status. */
export function whyStatus(world: World, fact: Changed): Explanation {
  const moment: Moment = { world, fact, ...around(world, fact) };
  const title = fact.resolutionMethod === null ? fact.to : `${fact.to}, ${fact.resolutionMethod}`;
  const event = eventOf(moment);
  const end = goesOn(fact);
  const told = toldOf(moment);
  return explanation(
    title,
    [...event.lines, ...end.lines, ...told.lines],
    [...event.rules, ...end.rules, ...told.rules],
  );
}

function eventOf(moment: Moment): Grounds {
  const { fact } = moment;
  if (fact.from === null) return launched(moment);
  switch (fact.resolutionMethod) {
    case 'Rework':
      return {
        lines: [`${fact.by} restarted it (rework or relaunch): this copy closed and a fresh one took its place.`],
        rules: ['R49'],
      };
    case 'Cancelled':
      return { lines: [`${fact.by} cancelled the Case: everything open closed with it.`], rules: ['R49'] };
    case 'No response returned':
      return dueDate(moment);
    case 'Not Done Successfully':
      return fact.reason === 'Updated by resource' ? unable(fact) : retriesUsed(moment);
    case 'Done Successfully':
      return done(moment);
    default:
      return handedOver(moment);
  }
}

function launched({ fact: { to, by }, before }: Moment): Grounds {
  if (to !== 'Waiting') return { lines: ['A manual Action calls nothing: it starts with people.'], rules: ['R42'] };
  const copy = firstOf(before, 'actionCreated')?.copy ?? 1;
  const isByRule = by === SYSTEM;
  return {
    lines: [
      isByRule
        ? 'The Case reached this Action: it was created and called at once.'
        : `${by} launched it: it was called at once.`,
      !isByRule && copy > 1 && `It is copy ${copy}, with all its retries.`,
      'While it calls, waits for a retry or for the response, people see Waiting.',
    ],
    rules: [...(isByRule ? (['R1'] as const) : copy > 1 ? (['R49'] as const) : []), 'R40'],
  };
}

/** R14, R19: no retries are left, at a failure or by a setting. */
function retriesUsed({ world, before }: Moment): Grounds {
  const last = before.at(-1);
  const retries = latestCall(before)?.retryNumber ?? 0;
  const { inForce: maximum, shown } = maximumAfter(before);
  const noneLeft = `No retries are left: ${counted(retries, 'retry', 'retries')} ${retries === 1 ? 'was' : 'were'} made, and the maximum is ${maximum}.`;
  const stays =
    shown === maximum
      ? null
      : `It still shows ${retries} of ${shown}: a new maximum is shown only if it is more than the retries made.`;
  if (last?.type === 'maximumSaved') {
    const scheduled = lastOf(before, 'retryScheduled');
    return {
      lines: [
        `The maximum was changed to ${last.to}${last.by === SYSTEM ? '' : ` by ${last.by}`} while ${retriesMade(retries)}.`,
        noneLeft,
        scheduled !== undefined &&
          `Retry ${scheduled.retryNumber}, due ${dueInWords(scheduled.nextRetryAt, world.startAt)}, was dropped.`,
        stays,
      ],
      rules: ['R19', 'R21', ...(stays === null ? [] : (['R18'] as const))],
    };
  }
  const failed = lastOf(before, 'callFailed');
  const what = failed === undefined ? '' : `: ${lowerFirst(describeFailure(failed.failure))}`;
  return {
    lines: [
      `Call ${failed?.callNumber ?? retries + 1} failed${what}.`,
      maximum === 0 && retries === 0 ? 'No retries are set.' : noneLeft,
      stays,
    ],
    rules: ['R14', ...(maximum === 0 ? (['R16'] as const) : []), ...(stays === null ? [] : (['R18', 'R22'] as const))],
  };
}

const retriesMade = (retries: number) => `${counted(retries, 'retry', 'retries')} had been made`;

function unable({ by, note }: Changed): Grounds {
  return {
    lines: [
      `${by} was unable to complete it${note === undefined ? ', and gave no reason' : `: ${note.replace(/\.$/, '')}`}.`,
    ],
    rules: ['R47'],
  };
}

function done(moment: Moment): Grounds {
  const { world, fact, before } = moment;
  if (fact.reason === 'Updated by Integration') {
    const early = whileCalling(before);
    return { lines: ['A successful response was accepted.', ...early.lines], rules: ['R25', ...early.rules] };
  }
  if (fact.reason === 'Updated by resource') return { lines: [`${fact.by} completed it.`], rules: ['R50'] };
  const connected = lastOf(before, 'connected');
  const what = connected === undefined ? '' : ` (call ${connected.callNumber}, HTTP ${connected.status})`;
  return {
    lines: [`It connected at ${instantInWords(fact.at, world.startAt)}${what}, and no response is expected.`],
    rules: ['R5'],
  };
}

/** R27: a response that did not wait for a connection. */
function whileCalling(before: readonly Fact[]): Grounds {
  return latestCall(before)?.state === 'connected'
    ? { lines: [], rules: [] }
    : { lines: ['It came before any call had connected, and ended the retries.'], rules: ['R27'] };
}

function dueDate({ world, before }: Moment): Grounds {
  const created = firstOf(before, 'actionCreated');
  return {
    lines: [
      created?.dueAt != null && sumOf('launched', created.at, created.dueAt, world.startAt),
      'The due date was reached with Auto-complete on timeout on, and no response had come.',
    ],
    rules: ['R33', 'R36'],
  };
}

/** Moves among To Do, In Progress and Resolved. */
function handedOver(moment: Moment): Grounds {
  const { fact, before } = moment;
  if (fact.reason === 'Timeout') return timedOut(moment);
  if (fact.reason === 'Updated by Integration') {
    const response = lastOf(before, 'responseReceived', ({ verdict }) => verdict === 'accepted');
    const reason = response?.body?.reason?.trim();
    const early = whileCalling(before);
    return {
      lines: [
        `An unsuccessful response was accepted: ${reason ? reason.replace(/\.$/, '') : 'no reason given'}.`,
        'From now on it is a manual Action.',
        ...early.lines,
      ],
      rules: ['R26', ...early.rules],
    };
  }
  if (fact.to === 'In Progress') return { lines: [`${fact.by} made the first update: it is theirs.`], rules: ['R50'] };
  if (fact.to === 'Resolved') return { lines: [`${fact.by} completed it; it closes next.`], rules: ['R50'] };
  return { lines: [`${fact.by} unassigned it: it is To Do again.`], rules: ['R50'] };
}

function timedOut(moment: Moment): Grounds {
  const { world, fact, before } = moment;
  const created = firstOf(before, 'actionCreated');
  const connected = lastOf(before, 'connected');
  const sinceLaunch = created?.responseDeadlineAt ?? null;
  const sum =
    created !== undefined && sinceLaunch !== null
      ? sumOf('launched', created.at, sinceLaunch, world.startAt)
      : connected !== undefined && sumOf('connected', connected.at, fact.at, world.startAt);
  const withinMs =
    sinceLaunch === null ? fact.at - (connected?.at ?? fact.at) : sinceLaunch - (created?.at ?? sinceLaunch);
  return {
    lines: [sum, `No response came within ${exactDuration(withinMs)}.`, ...droppedAt(moment)],
    rules: ['R32', 'R35'],
  };
}

/** What a clock that ran since launch ended beside the wait for a response (R32). */
function droppedAt({ world, before }: Moment): string[] {
  const last = before.at(-1);
  if (last?.type === 'callCutOff') return [`Call ${last.callNumber} was cut off.`];
  const latest = before.findLast(({ type }) => type === 'callStarted' || type === 'retryScheduled');
  const isPending = latest?.type === 'retryScheduled' && lastOf(before, 'connected') === undefined;
  return isPending
    ? [`Retry ${latest.retryNumber}, due ${dueInWords(latest.nextRetryAt, world.startAt)}, was dropped.`]
    : [];
}

/** R46: whether the Case may go on. */
function goesOn({ resolutionMethod }: Changed): Grounds {
  return resolutionMethod === 'Done Successfully' || resolutionMethod === 'No response returned'
    ? { lines: ['The Case continues.'], rules: ['R46'] }
    : { lines: [], rules: [] };
}

/** Whether the Case owner was told, and why; nothing where nobody would ask. */
function toldOf({ fact, after }: Moment): Grounds {
  const untilNext = after.findIndex(({ type }) => type === 'statusChanged');
  const escalated = firstOf(untilNext < 0 ? after : after.slice(0, untilNext), 'escalated');
  if (escalated !== undefined) {
    return { lines: [`The Case owner ${escalated.owner} was told.`], rules: ['R44'] };
  }
  const spared = sparedBy(fact);
  return spared === null ? { lines: [], rules: [] } : { lines: [spared.line], rules: [spared.rule] };
}

function sparedBy({ from, to, reason, resolutionMethod }: Changed): { line: string; rule: Rule } | null {
  if (from === null) return null;
  if (resolutionMethod === 'No response returned') {
    return { line: 'The Case owner was not told: an auto-complete tells nobody.', rule: 'R45' };
  }
  if (resolutionMethod !== null) {
    return resolutionMethod === 'Done Successfully'
      ? { line: 'The Case owner was not told: it was done successfully.', rule: 'R44' }
      : null;
  }
  if (to !== 'To Do' || reason === 'Updated by resource') return null;
  return reason === 'Timeout'
    ? { line: 'The Case owner was not told: a timeout tells nobody.', rule: 'R45' }
    : { line: 'The Case owner was not told: an unsuccessful response tells nobody.', rule: 'R45' };
}
