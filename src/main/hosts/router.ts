/**
 * The contract, answered by the simulator. Both hosts serve this router; a refusal or an invalid file leaves it as a typed
 * error, and what is neither is a bug: reported, and told to the caller in its own words, who is the one user.
 */
import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../shared/contract.ts';
import { isRejection, type Rejection } from '../../shared/errors.ts';
import { LOST_NAME_REFUSED, lostNameIn } from '../../shared/lost-name.ts';
import { StoreFailure } from '../../shared/store-failure.ts';
import type { OpenResult } from '../simulator.ts';
import { eventStream } from './event-stream.ts';
import { createLabRouter } from './lab-router.ts';
import type { SimulatorSurface } from './simulator-surface.ts';

type FileProblem = Extract<OpenResult, { ok: false }>['problems'][number];

export interface RouterOptions {
  /** Told of every bug: an error that is no refusal. */
  readonly onBug: (error: unknown) => void;
}

export type SimulatorRouter = ReturnType<typeof createRouter>;

const DONE = { ok: true } as const;

export function createRouter(simulator: SimulatorSurface, { onBug }: RouterOptions) {
  const failure = (error: unknown): ORPCError<'INTERNAL_SERVER_ERROR' | 'SERVICE_UNAVAILABLE', undefined> => {
    // The disk said no: a sentence, no bug.
    if (error instanceof StoreFailure) return new ORPCError('SERVICE_UNAVAILABLE', { message: error.message });
    onBug(error);
    const message = error instanceof Error ? error.message : String(error);
    return new ORPCError('INTERNAL_SERVER_ERROR', { message: `The simulator failed: ${message}`, cause: error });
  };

  const os = implement(contract).use(async ({ next }, input: unknown) => {
    refuseLostName(input);
    try {
      return await next();
    } catch (error) {
      throw error instanceof ORPCError ? error : failure(error);
    }
  });

  return os.router({
    events: os.events.handler(async function* ({ signal }) {
      try {
        yield* eventStream(simulator, signal);
      } catch (error) {
        throw failure(error);
      }
    }),
    act: os.act.handler(async ({ input, errors }) => {
      const outcome = await simulator.act(input);
      if (isRejection(outcome)) throw errors.REFUSED(refusal(outcome));
      return DONE;
    }),
    actAll: os.actAll.handler(async ({ input, errors }) => {
      const outcomes = await simulator.actAll(input.commands);
      if (isRejection(outcomes)) throw errors.REFUSED(refusal(outcomes));
      const refusals = outcomes.filter(isRejection).map((each) => refusal(each).data);
      return { doneCount: outcomes.length - refusals.length, refusals };
    }),
    respond: os.respond.handler(async ({ input, errors }) => {
      const reply = await simulator.respond(input);
      if (isRejection(reply)) throw errors.REFUSED(refusal(reply));
      return { httpStatus: reply.httpStatus, message: reply.message };
    }),
    wallTimes: os.wallTimes.handler(({ input }) => simulator.look(() => simulator.wallTimes(input.externalApi))),
    clock: {
      play: os.clock.play.handler(() => {
        simulator.play();
        return DONE;
      }),
      pause: os.clock.pause.handler(async () => {
        await simulator.pause();
        return DONE;
      }),
      speed: os.clock.speed.handler(({ input }) => {
        simulator.setSpeed(input.speed);
        return DONE;
      }),
      advance: os.clock.advance.handler(async ({ input, errors }) => {
        const refused = await simulator.advance(input);
        if (refused !== null) throw errors.REFUSED(refusal(refused));
        return DONE;
      }),
      next: os.clock.next.handler(async ({ input, errors }) => {
        const moved = await simulator.next(input.count);
        if (isRejection(moved)) throw errors.REFUSED(refusal(moved));
        return { moved };
      }),
      nextRetry: os.clock.nextRetry.handler(async ({ errors }) => {
        const moved = await simulator.nextRetry();
        if (isRejection(moved)) throw errors.REFUSED(refusal(moved));
        return { moved };
      }),
      untilIdle: os.clock.untilIdle.handler(async ({ errors }) => {
        const { now } = simulator.clock();
        const refused = await simulator.untilIdle();
        if (refused !== null) throw errors.REFUSED(refusal(refused));
        return { moved: simulator.clock().now > now };
      }),
      back: os.clock.back.handler(async () => ({ moved: await simulator.back() })),
    },
    scenarios: {
      library: os.scenarios.library.handler(() => simulator.library()),
      open: os.scenarios.open.handler(async ({ input, errors }) => {
        const problems = problemsOf(await simulator.openLibrary(input.id));
        if (problems) throw errors.INVALID_FILE(problems);
        return DONE;
      }),
      openText: os.scenarios.openText.handler(async ({ input, errors }) => {
        const problems = problemsOf(await simulator.openText(input.fileName, input.text));
        if (problems) throw errors.INVALID_FILE(problems);
        return DONE;
      }),
      step: os.scenarios.step.handler(async ({ errors }) => {
        const outcome = await simulator.stepScenario();
        if (isRejection(outcome)) throw errors.REFUSED(refusal(outcome));
        return DONE;
      }),
      run: os.scenarios.run.handler(async ({ errors }) => {
        const outcome = await simulator.runScenario();
        if (isRejection(outcome)) throw errors.REFUSED(refusal(outcome));
        return DONE;
      }),
      export: os.scenarios.export.handler(() => simulator.look(() => simulator.exportScenario())),
      exportAction: os.scenarios.exportAction.handler(async ({ input, errors }) => {
        const file = await simulator.look(() => simulator.exportAction(input.action));
        if (isRejection(file)) throw errors.REFUSED(refusal(file));
        return file;
      }),
      text: os.scenarios.text.handler(async ({ input, errors }) => {
        const file = await simulator.libraryText(input.id);
        if (file) return file;
        const message = `no scenario "${input.id}" in the library`;
        throw errors.INVALID_FILE(invalid([{ file: input.id, line: 1, column: 1, path: '$', message }]));
      }),
    },
    history: {
      events: os.history.events.handler(({ input }) => simulator.history.events(input)),
      goTo: os.history.goTo.handler(async ({ input }) => ({ moved: await simulator.history.goTo(input.seq) })),
      previous: os.history.previous.handler(async () => ({ moved: await simulator.history.previous() })),
      next: os.history.next.handler(async () => ({ moved: await simulator.history.next() })),
    },
    lab: createLabRouter(simulator),
    workspace: {
      openSample: os.workspace.openSample.handler(async () => {
        await simulator.openSample();
        return DONE;
      }),
      openEmpty: os.workspace.openEmpty.handler(async () => {
        await simulator.openEmpty();
        return DONE;
      }),
      backups: os.workspace.backups.handler(() => simulator.backups()),
      restore: os.workspace.restore.handler(async ({ input, errors }) => {
        const restored = await simulator.restoreBackup(input.saveNumber);
        if (restored.ok) return DONE;
        const { reason, message } = restored;
        throw reason === 'missing' ? errors.NOT_FOUND({ message }) : errors.UNREADABLE({ message });
      }),
    },
  });
}

function refusal({ code, message, rules }: Rejection) {
  return { message, data: { code, message, rules: [...rules] } };
}

function problemsOf(result: OpenResult) {
  return result.ok ? null : invalid(result.problems);
}

function invalid(problems: readonly FileProblem[]) {
  const [first] = problems;
  const where = first
    ? `${first.file}:${first.line}:${first.column}: ${first.path}: ${first.message}`
    : 'an invalid file';
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return {
    message: `${where}${more}`,
    data: {
      problems: problems.map(({ file, line, column, path, message }) => ({ file, line, column, path, message })),
    },
  };
}

/** Before the input is validated, for that drops an entry of this name; refused as what is wrong with it would be. */
function refuseLostName(input: unknown): void {
  const path = lostNameIn(input);
  if (path === null) return;
  const issues = [{ code: 'custom', path, message: LOST_NAME_REFUSED }];
  throw new ORPCError('BAD_REQUEST', { message: `${path.join('.')}: ${LOST_NAME_REFUSED}`, data: { issues } });
}
