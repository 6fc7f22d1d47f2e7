/** Takes one step of a scenario. The app's player, the command line and the tests all take steps here. */
import { isRejection, type Rejection } from '../../shared/errors.ts';
import type { Expectation } from '../../shared/expectation.ts';
import type { Command } from '../../shared/inputs.ts';
import { formatInstant, resolveInstant } from '../../shared/instant.ts';
import { type RespondTo, type Step, type Wait, waitOf } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import type { CallbackReply, Outcome } from '../runtime/ports.ts';
import { commandOf, isActing } from './commands.ts';
import { checkExpectation, subjectOf } from './read-world.ts';
import type { Failure, Warning } from './result.ts';

/** What steps act on: the simulator. */
export interface StepTarget {
  readonly world: World;
  readonly now: number;
  readonly scheduledCount: number;
  /** When the next scheduled event happens; `null` where nothing is scheduled. */
  readonly nextAt: number | null;
  readonly callbackBase: string;
  act(command: Command): Promise<Outcome>;
  respond(response: RespondTo): Promise<CallbackReply | Rejection>;
  advance(wish: { by: number } | { to: number }): Promise<Rejection | null>;
  next(count: number): Promise<number | Rejection>;
  untilIdle(): Promise<Rejection | null>;
  restart(): Promise<void>;
}

/** What came of a step: what failed, and what was refused or told. */
export interface StepOutcome {
  readonly failures: readonly Failure[];
  /** A refusal's sentence, or narration. */
  readonly note: string | null;
  /** The rules that it was refused by. */
  readonly refusedBy?: readonly string[];
  /** What is probably not meant; its step is this one. */
  readonly warning?: Omit<Warning, 'step'>;
}

const NOTHING: StepOutcome = { failures: [], note: null };

/** Takes the step to its end; `number` counts from 1. A bug or a runaway throws. */
export async function takeStep(target: StepTarget, step: Step, number: number): Promise<StepOutcome> {
  if (isActing(step)) {
    const refusal =
      'respond' in step ? await refusedResponse(target, step.respond) : await refusedCommand(target, commandOf(step));
    const outcome = judge(refusal?.sentence ?? null, step.refused, number);
    if (refusal === null) return outcome;
    const { sentence, rules: refusedBy } = refusal;
    if (step.refused !== undefined) return { ...outcome, refusedBy };
    const [verb] = Object.keys(step);
    return { ...outcome, refusedBy, warning: { kind: 'refusals', message: `${verb} was refused: ${sentence}` } };
  }
  if ('advance' in step) {
    const { advance } = step;
    if (typeof advance === 'number') return judgeMove(await target.advance({ by: advance }), 'advance', number);
    if ('to' in advance) {
      const { world, now } = target;
      const to = resolveInstant(advance.to, world.startAt);
      const outcome = judgeMove(await target.advance({ to }), 'advance', number);
      if (to >= now) return outcome;
      const message = `advance to ${formatInstant(to, world.startAt)}: it is ${formatInstant(now, world.startAt)} already`;
      return { ...outcome, warning: { kind: 'past', message } };
    }
    const wait = waitOf(advance);
    if (wait !== null) return advanceUntil(target, wait, number);
    return judgeMove(await target.untilIdle(), 'advance', number);
  }
  if ('next' in step) return judgeMove(await target.next(step.next), 'next', number);
  if ('restart' in step) {
    await target.restart();
    return NOTHING;
  }
  if ('say' in step) return { failures: [], note: step.say };
  if (!('expect' in step)) return NOTHING;
  return { failures: failuresOf(target, step.expect, number), note: null };
}

function failuresOf(target: StepTarget, expectation: Expectation, number: number): Failure[] {
  const subject = subjectOf(expectation);
  return checkExpectation(target, expectation).map((mismatch) => ({ step: number, subject, ...mismatch }));
}

/**
 * Moves from event to event until the expectation holds: not at all where it does already. Where it does not come true in time,
 * the time has passed and the step fails by what is not as expected then.
 */
async function advanceUntil(target: StepTarget, { until, atMost }: Wait, number: number): Promise<StepOutcome> {
  const endAt = atMost === undefined ? null : target.now + atMost;
  while (true) {
    const failures = failuresOf(target, until, number);
    if (failures.length === 0) return NOTHING;
    const { nextAt } = target;
    if (endAt === null && nextAt === null) return { failures, note: null };
    if (endAt !== null && (nextAt === null || nextAt > endAt)) {
      const moved = judgeMove(await target.advance({ to: endAt }), 'advance', number);
      if (moved.failures.length > 0) return moved;
      return { failures: failuresOf(target, until, number), note: null };
    }
    const moved = judgeMove(await target.next(1), 'advance', number);
    if (moved.failures.length > 0) return moved;
  }
}

interface Refusal {
  readonly sentence: string;
  readonly rules: readonly string[];
}

async function refusedCommand(target: StepTarget, command: Command): Promise<Refusal | null> {
  const outcome = await target.act(command);
  return isRejection(outcome) ? refusalOf(outcome) : null;
}

async function refusedResponse(target: StepTarget, response: RespondTo): Promise<Refusal | null> {
  const reply = await target.respond(response);
  if (isRejection(reply)) return refusalOf(reply);
  // The timeline says by which rules.
  return reply.httpStatus === 200 ? null : { sentence: `${reply.message} (${reply.httpStatus})`, rules: [] };
}

const refusalOf = ({ message, rules }: Rejection): Refusal => ({
  sentence: rules.length > 0 ? `${message} (${rules.join(', ')})` : message,
  rules,
});

/** `refused: true` demands a refusal, `refused: false` none; without it either will do. */
function judge(refusal: string | null, demanded: boolean | undefined, number: number): StepOutcome {
  const refused = refusal !== null;
  if (demanded === undefined || demanded === refused) return { failures: [], note: refusal };
  const failure = { step: number, path: 'refused', expected: demanded, actual: refusal ?? false };
  return { failures: [failure], note: refusal };
}

/** The clock is not moved while an API is real, nor beyond the end of time: then the step has not done what it is there for. */
function judgeMove(moved: unknown, verb: string, number: number): StepOutcome {
  if (!isRejection(moved)) return NOTHING;
  const { message } = moved;
  return { failures: [{ step: number, path: verb, expected: 'the clock moves', actual: message }], note: message };
}
