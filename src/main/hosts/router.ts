/**
 * The contract, answered by the simulator. Both hosts serve this router; a refusal or an invalid file leaves it as a typed
 * error, and what is neither is a bug: reported, and told to the caller in its own words, who is the one user.
 */
import { implement, ORPCError, ValidationError } from '@orpc/server';
import { contract } from '../../shared/contract.ts';
import { isRejection, type Rejection } from '../../shared/errors.ts';
import { LOST_NAME_REFUSED, lostNameIn } from '../../shared/lost-name.ts';
import { StoreFailure } from '../../shared/store-failure.ts';
import type { OpenResult, Simulator } from '../simulator.ts';
import { createEraseRouter } from './erase-router.ts';
import { eventStream } from './event-stream.ts';
import { createLabRouter } from './lab-router.ts';
import { createStateRouter } from './state-router.ts';
import { createWorkspacesRouter } from './workspaces-router.ts';
import { wrongInWords, wrongWith } from './wrong-input.ts';

type FileProblem = Extract<OpenResult, { ok: false }>['problems'][number];

export interface RouterOptions {
  /** Told of every bug: an error that is no refusal. */
  readonly onBug: (error: unknown) => void;
}

export type SimulatorRouter = ReturnType<typeof createRouter>;

export function createRouter(simulator: Simulator, { onBug }: RouterOptions) {
  const { workspace, clock, history, player, lesson, presenter, recorder, library, opener, rehearsal, coverage } =
    simulator;
  const failure = (error: unknown): ORPCError<'INTERNAL_SERVER_ERROR' | 'SERVICE_UNAVAILABLE', undefined> => {
    // The disk said no: a sentence, no bug.
    if (error instanceof StoreFailure) return new ORPCError('SERVICE_UNAVAILABLE', { message: error.message });
    onBug(error);
    const message = error instanceof Error ? error.message : String(error);
    return new ORPCError('INTERNAL_SERVER_ERROR', { message: `The simulator failed: ${message}`, cause: error });
  };

  /** An answer, with the number of the last event that was told: what came of the call is among them. */
  const told = <T extends object>(answer: T) => ({ ...answer, toldSeq: workspace.toldSeq });
  const went = (moved: boolean) => told({ moved });
  const done = () => told({ ok: true as const });

  const os = implement(contract).use(async ({ next }, input: unknown) => {
    refuseLostName(input);
    try {
      return await next();
    } catch (error) {
      throw error instanceof ORPCError ? wrongInput(error) : failure(error);
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
      accepted(await workspace.acts.act(input), errors);
      return done();
    }),
    actAll: os.actAll.handler(async ({ input, errors }) => {
      const outcomes = accepted(await workspace.acts.actAll(input.commands), errors);
      const refusals = outcomes.filter(isRejection).map((each) => refusal(each).data);
      return told({ doneCount: outcomes.length - refusals.length, refusals });
    }),
    respond: os.respond.handler(async ({ input, errors }) => {
      const { httpStatus, message } = accepted(await workspace.acts.respond(input), errors);
      return told({ httpStatus, message });
    }),
    wallTimes: os.wallTimes.handler(({ input }) => workspace.look(() => workspace.wallTimes(input.externalApi))),
    clock: {
      play: os.clock.play.handler(() => {
        clock.play();
        return done();
      }),
      pause: os.clock.pause.handler(async () => {
        await clock.pause();
        return done();
      }),
      speed: os.clock.speed.handler(({ input }) => {
        clock.setSpeed(input.speed);
        return done();
      }),
      advance: os.clock.advance.handler(async ({ input, errors }) => {
        accepted(await clock.advance(input), errors);
        return done();
      }),
      next: os.clock.next.handler(async ({ input, errors }) => {
        const moved = accepted(await clock.next(input.count), errors);
        return told({ moved });
      }),
      nextRetry: os.clock.nextRetry.handler(async ({ errors }) => {
        const moved = accepted(await clock.nextRetry(), errors);
        return went(moved);
      }),
      untilIdle: os.clock.untilIdle.handler(async ({ errors }) => {
        const { now } = workspace;
        accepted(await clock.untilIdle(), errors);
        return went(workspace.now > now);
      }),
      back: os.clock.back.handler(async () => went(await history.back())),
    },
    scenarios: {
      library: os.scenarios.library.handler(() => library.entries()),
      open: os.scenarios.open.handler(async ({ input, errors }) => {
        const opened = await opener.openLibrary(input.id, { keepsCurrent: input.keepsCurrent });
        if (!opened.ok) throw errors.INVALID_FILE(invalid(opened.problems));
        return done();
      }),
      openText: os.scenarios.openText.handler(async ({ input, errors }) => {
        const { fileName, text, example, keepsCurrent } = input;
        const opened = await opener.openText(fileName, text, { example, keepsCurrent });
        if (!opened.ok) throw errors.INVALID_FILE(invalid(opened.problems));
        return done();
      }),
      openFiles: os.scenarios.openFiles.handler(async ({ input, errors }) => {
        const { files, keepsCurrent } = input;
        const opened = await opener.openFiles(files, { keepsCurrent });
        if (!opened.ok) throw errors.INVALID_FILE(invalid(opened.problems));
        return done();
      }),
      example: os.scenarios.example.handler(async ({ input, errors }) => {
        const opened = accepted(await opener.openExample(input.number), errors);
        if (!opened.ok) throw errors.INVALID_FILE(invalid(opened.problems));
        return done();
      }),
      check: os.scenarios.check.handler(async ({ input }) => ({
        problems: toldProblems(await rehearsal.check(input.fileName, input.text)),
      })),
      rehearse: os.scenarios.rehearse.handler(async ({ input, errors }) => {
        const played = await rehearsal.run(input.fileName, input.text);
        if (!played.ok) throw errors.INVALID_FILE(invalid(played.problems));
        return played.report;
      }),
      step: os.scenarios.step.handler(async ({ errors }) => told(accepted(await player.step(), errors))),
      run: os.scenarios.run.handler(async ({ errors }) => told({ ...accepted(await player.run(), errors) })),
      export: os.scenarios.export.handler(() => workspace.look(() => simulator.exportScenario())),
      exportFutures: os.scenarios.exportFutures.handler(() => simulator.exportFutures()),
      exportAction: os.scenarios.exportAction.handler(async ({ input, errors }) =>
        accepted(await workspace.look(() => simulator.exportAction(input.action)), errors),
      ),
      text: os.scenarios.text.handler(async ({ input, errors }) => {
        const file = await library.text(input.id);
        if (file) return file;
        const message = `no scenario "${input.id}" in the library`;
        throw errors.INVALID_FILE(invalid([{ file: input.id, line: 1, column: 1, path: '$', message }]));
      }),
    },
    coverage: {
      scenarios: os.coverage.scenarios.handler(() => coverage.scenarios()),
      workspace: os.coverage.workspace.handler(() => coverage.workspace()),
    },
    lesson: {
      next: os.lesson.next.handler(async ({ errors }) => told(accepted(await lesson.next(), errors))),
      back: os.lesson.back.handler(async ({ errors }) => told(accepted(await lesson.back(), errors))),
      guess: os.lesson.guess.handler(async ({ input, errors }) =>
        told(accepted(await lesson.guess(input.answer), errors)),
      ),
      return: os.lesson.return.handler(async ({ errors }) => told(accepted(await lesson.return(), errors))),
      results: os.lesson.results.handler(() => lesson.results()),
    },
    recorder: {
      begin: os.recorder.begin.handler(async ({ errors }) => told(accepted(await recorder.begin(), errors))),
      end: os.recorder.end.handler(async ({ errors }) => told(accepted(await recorder.end(), errors))),
      add: os.recorder.add.handler(async ({ input, errors }) => told(accepted(await recorder.add(input.step), errors))),
      expect: os.recorder.expect.handler(async ({ input, errors }) =>
        told({ sentence: accepted(await recorder.expect(input.of, input.field), errors) }),
      ),
      reword: os.recorder.reword.handler(async ({ input, errors }) =>
        told(accepted(await recorder.change(input.id, input.step), errors)),
      ),
      remove: os.recorder.remove.handler(async ({ input, errors }) =>
        told(accepted(await recorder.change(input.id, null), errors)),
      ),
      state: os.recorder.state.handler(() => workspace.look(() => recorder.state())),
      file: os.recorder.file.handler(async ({ input, errors }) =>
        accepted(await workspace.look(() => recorder.file(input)), errors),
      ),
    },
    presenter: {
      look: os.presenter.look.handler(({ input }) => {
        presenter.look(input.action);
        return done();
      }),
    },
    history: {
      events: os.history.events.handler(({ input }) => history.read(input)),
      goTo: os.history.goTo.handler(async ({ input }) => went(await history.goTo(input.seq))),
      future: os.history.future.handler(async ({ input }) => went(await history.future(input.id))),
      nameFuture: os.history.nameFuture.handler(async ({ input, errors }) => {
        if (!(await history.nameFuture(input.id, input.name))) throw errors.UNKNOWN_FUTURE();
        return done();
      }),
      compareFutures: os.history.compareFutures.handler(async ({ input, errors }) => {
        const compared = await history.compareFutures(input.left, input.right);
        if (compared === null) throw errors.UNKNOWN_FUTURE();
        return compared;
      }),
      previous: os.history.previous.handler(async () => went(await history.previous())),
      next: os.history.next.handler(async () => went(await history.next())),
    },
    lab: createLabRouter(simulator),
    state: createStateRouter(simulator),
    workspaces: createWorkspacesRouter(simulator, told),
    erase: createEraseRouter(simulator, told),
    workspace: {
      openSample: os.workspace.openSample.handler(async ({ input }) => {
        await opener.openSample(input);
        return done();
      }),
      openEmpty: os.workspace.openEmpty.handler(async ({ input }) => {
        await opener.openEmpty(input);
        return done();
      }),
      backups: os.workspace.backups.handler(() => workspace.backups()),
      restore: os.workspace.restore.handler(async ({ input, errors }) => {
        const restored = await opener.restoreBackup(input.saveNumber);
        if (restored.ok) return done();
        const { reason, message } = restored;
        throw reason === 'missing' ? errors.NOT_FOUND({ message }) : errors.UNREADABLE({ message });
      }),
    },
  });
}

/** What was accepted; a refusal is thrown as the typed error that it crosses as. */
function accepted<T>(
  outcome: T,
  errors: { REFUSED: (refused: ReturnType<typeof refusal>) => Error },
): Exclude<T, Rejection> {
  if (isRejection(outcome)) throw errors.REFUSED(refusal(outcome));
  return outcome as Exclude<T, Rejection>;
}

function refusal({ code, message, rules }: Rejection) {
  return { message, data: { code, message, rules: [...rules] } };
}

function invalid(problems: readonly FileProblem[]) {
  const [first] = problems;
  const where = first
    ? `${first.file}:${first.line}:${first.column}: ${first.path}: ${first.message}`
    : 'an invalid file';
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return {
    message: `${where}${more}`,
    data: { problems: toldProblems(problems) },
  };
}

const toldProblems = (problems: readonly FileProblem[]) =>
  problems.map(({ file, line, column, path, message }) => ({ file, line, column, path, message }));

/** An input that the contract refuses says what is wrong with it; any other error is as it was. */
function wrongInput<Code extends string, Data>(error: ORPCError<Code, Data>): ORPCError<string, unknown> {
  if (error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError)) return error;
  const issues = wrongWith(error.cause.issues as Parameters<typeof wrongWith>[0]);
  return new ORPCError('BAD_REQUEST', { message: wrongInWords(issues), data: { issues } });
}

/** Before the input is validated, for that drops an entry of this name; refused as what is wrong with it would be. */
function refuseLostName(input: unknown): void {
  const path = lostNameIn(input);
  if (path === null) return;
  const issues = [{ code: 'custom', path, message: LOST_NAME_REFUSED }];
  throw new ORPCError('BAD_REQUEST', { message: `${path.join('.')}: ${LOST_NAME_REFUSED}`, data: { issues } });
}
