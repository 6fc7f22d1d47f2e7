/** What may be asked of the Lab; part of the contract. A study that cannot be played crosses as `INVALID_STUDY`. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { asTold, madeFile } from './answers.ts';
import { virtualTime } from './field-kinds.ts';
import { applied, MAX_PAIRED, run, runInfo, studyRequest, trialPick, wish } from './lab.ts';
import { dayRequest, dayRun } from './lab-day.ts';
import { worldJson } from './world-schema.ts';

const done = z.object({ ok: z.literal(true) });
const ofRun = z.strictObject({ id: z.string() });

const invalidStudy = { INVALID_STUDY: { status: 422 } } as const;
const noSuch = { NOT_FOUND: { status: 404 } } as const;

const life = z
  .object({
    title: z.string(),
    actionRef: z.string(),
    now: virtualTime.describe('When it ended, virtual time.'),
    world: worldJson,
  })
  .meta({ id: 'Life', description: 'One life of a run, as it ended.' });
export type Life = Readonly<z.output<typeof life>>;

export const labContract = {
  start: oc
    .route({
      method: 'POST',
      path: '/lab/runs',
      tags: ['lab'],
      summary: 'Plays a study of one Action type as it is configured now',
    })
    .errors(invalidStudy)
    .input(studyRequest)
    .output(asTold(runInfo)),
  runs: oc
    .route({ method: 'GET', path: '/lab/runs', tags: ['lab'], summary: 'All runs, newest first' })
    .output(asTold(z.array(runInfo))),
  problems: oc
    .route({
      method: 'GET',
      path: '/lab/problems',
      tags: ['lab'],
      summary: 'Which kept runs could not be read, and why',
    })
    .output(z.array(z.string()).readonly()),
  run: oc
    .route({ method: 'GET', path: '/lab/runs/{id}', tags: ['lab'], summary: 'A run with its results so far' })
    .errors(noSuch)
    .input(ofRun)
    .output(asTold(run)),
  report: oc
    .route({
      method: 'POST',
      path: '/lab/runs/{id}/report',
      tags: ['lab'],
      summary: 'A run as a page of HTML to decide by, with what is recommended within limits',
    })
    .errors(noSuch)
    .input(z.strictObject({ id: z.string(), wish }))
    .output(madeFile),
  reportOfRuns: oc
    .route({ method: 'POST', path: '/lab/report', tags: ['lab'], summary: 'Runs side by side as such a page' })
    .errors(noSuch)
    .input(z.strictObject({ ids: z.array(z.string()).min(1).max(MAX_PAIRED) }))
    .output(madeFile),
  cancel: oc
    .route({
      method: 'POST',
      path: '/lab/runs/{id}/cancel',
      tags: ['lab'],
      summary: 'Ends a run and keeps its results so far',
    })
    .input(ofRun)
    .output(done),
  rename: oc
    .route({ method: 'POST', path: '/lab/runs/{id}/name', tags: ['lab'], summary: 'Renames a run' })
    .input(z.strictObject({ id: z.string(), name: z.string().min(1, 'expected a name').max(200) }))
    .output(done),
  applied: oc
    .route({
      method: 'POST',
      path: '/lab/runs/{id}/applied',
      tags: ['lab'],
      summary: "Notes that settings of one of a run's variants were saved, and when",
    })
    .input(z.strictObject({ id: z.string(), ...applied.omit({ at: true }).shape }))
    .output(done),
  remove: oc
    .route({ method: 'DELETE', path: '/lab/runs/{id}', tags: ['lab'], summary: 'Deletes a run' })
    .input(ofRun)
    .output(done),
  startDays: oc
    .route({ method: 'POST', path: '/lab/days', tags: ['lab'], summary: 'Plays working days of one Action type' })
    .errors(invalidStudy)
    .input(dayRequest)
    .output(asTold(dayRun)),
  days: oc
    .route({ method: 'GET', path: '/lab/days/{id}', tags: ['lab'], summary: 'Working days with their results so far' })
    .errors(noSuch)
    .input(ofRun)
    .output(asTold(dayRun)),
  reportOfDays: oc
    .route({ method: 'POST', path: '/lab/days/{id}/report', tags: ['lab'], summary: 'Working days as a page of HTML' })
    .errors(noSuch)
    .input(ofRun)
    .output(madeFile),
  cancelDays: oc
    .route({
      method: 'POST',
      path: '/lab/days/{id}/cancel',
      tags: ['lab'],
      summary: 'Ends them and keeps their results so far',
    })
    .input(ofRun)
    .output(done),
  trial: oc
    .route({
      method: 'POST',
      path: '/lab/runs/{id}/trial',
      tags: ['lab'],
      summary: 'A trial of a run as a scenario file, with its seed',
    })
    .errors(noSuch)
    .input(z.strictObject({ id: z.string(), variant: z.int().min(0), pick: trialPick }))
    .output(madeFile),
  life: oc
    .route({
      method: 'POST',
      path: '/lab/runs/{id}/life',
      tags: ['lab'],
      summary: 'A trial of a run from its launch to its end, to look at; no workspace is changed',
    })
    .errors(noSuch)
    .input(z.strictObject({ id: z.string(), variant: z.int().min(0), pick: trialPick }))
    .output(asTold(life)),
};
