/** The Lab's part of the contract, answered by the simulator's Lab. */
import { implement } from '@orpc/server';
import { labContract } from '../../shared/lab-contract.ts';
import type { Simulator } from '../simulator.ts';

const DONE = { ok: true } as const;

export function createLabRouter(simulator: Pick<Simulator, 'lab' | 'labTrial' | 'labLife'>) {
  const { lab } = simulator;
  const os = implement(labContract);
  return {
    start: os.start.handler(async ({ input, errors }) => {
      const started = await lab.start(input);
      if (started.ok) return started.run;
      throw errors.INVALID_STUDY({ message: started.message });
    }),
    runs: os.runs.handler(() => lab.runs()),
    problems: os.problems.handler(() => lab.problems()),
    run: os.run.handler(async ({ input, errors }) => {
      const run = await lab.run(input.id);
      if (run === null) throw errors.NOT_FOUND({ message: 'There is no such run.' });
      return run;
    }),
    report: os.report.handler(async ({ input, errors }) => {
      const report = await lab.reports.ofRun(input.id, input.wish);
      if (report === null) throw errors.NOT_FOUND({ message: 'There is no such run, or it has no results yet.' });
      return report;
    }),
    reportOfRuns: os.reportOfRuns.handler(async ({ input, errors }) => {
      const report = await lab.reports.ofRuns(input.ids);
      if (report === null)
        throw errors.NOT_FOUND({ message: 'One of these runs has no results, or they have too many variants.' });
      return report;
    }),
    cancel: os.cancel.handler(async ({ input }) => {
      await lab.cancel(input.id);
      return DONE;
    }),
    rename: os.rename.handler(async ({ input }) => {
      await lab.rename(input.id, input.name);
      return DONE;
    }),
    applied: os.applied.handler(async ({ input: { id, ...what } }) => {
      await lab.noteApplied(id, what);
      return DONE;
    }),
    remove: os.remove.handler(async ({ input }) => {
      await lab.remove(input.id);
      return DONE;
    }),
    startDays: os.startDays.handler(async ({ input, errors }) => {
      const started = await lab.startDays(input);
      if (started.ok) return started.run;
      throw errors.INVALID_STUDY({ message: started.message });
    }),
    days: os.days.handler(({ input, errors }) => {
      const run = lab.days.run(input.id);
      if (run === null) throw errors.NOT_FOUND({ message: 'There are no such working days.' });
      return run;
    }),
    reportOfDays: os.reportOfDays.handler(({ input, errors }) => {
      const report = lab.days.report(input.id);
      if (report === null)
        throw errors.NOT_FOUND({ message: 'There are no such working days, or none is played yet.' });
      return report;
    }),
    cancelDays: os.cancelDays.handler(async ({ input }) => {
      await lab.days.cancel(input.id);
      return DONE;
    }),
    trial: os.trial.handler(async ({ input, errors }) => {
      const file = await simulator.labTrial(input.id, input.variant, input.pick);
      if (file === null) throw errors.NOT_FOUND({ message: 'No trial in this run ended that way.' });
      return file;
    }),
    life: os.life.handler(async ({ input, errors }) => {
      const life = await simulator.labLife(input.id, input.variant, input.pick);
      if (life === null) throw errors.NOT_FOUND({ message: 'No trial in this run ended that way.' });
      return life;
    }),
  };
}
