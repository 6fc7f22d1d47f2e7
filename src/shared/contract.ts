/**
 * The one door for people and scripts: what may be asked of the simulator, over a MessagePort, a WebSocket or HTTP alike.
 * A refusal by the rules crosses as the typed error `REFUSED`, an invalid scenario file as `INVALID_FILE`.
 */
import { eventIterator, oc, type Schema } from '@orpc/contract';
import { z } from 'zod';
import { asTold, done, madeFile, refusal, refused, told } from './answers.ts';
import { clockContract } from './clock-contract.ts';
import { coverageContract } from './coverage-contract.ts';
import { eraseContract } from './erase-contract.ts';
import { historyContract } from './history-contract.ts';
import { command } from './inputs.ts';
import { labContract } from './lab-contract.ts';
import { lessonContract } from './lesson-contract.ts';
import { playedStep, rehearsalReport, runReport } from './played.ts';
import { presenterContract } from './presenter-contract.ts';
import { recorderContract } from './recorder-contract.ts';
import { respondTo } from './scenario.ts';
import { stateContract } from './state-contract.ts';
import { type StreamMessage, streamMessage } from './stream.ts';
import { place, workspaceContract } from './workspace-contract.ts';
import { workspacesContract } from './workspaces-contract.ts';

const wallTime = z
  .object({
    actionRef: z.string(),
    callNumber: z.number(),
    wallMs: z.number(),
  })
  .meta({ id: 'WallTime', description: 'How long one call really took, on the clock on the wall.' });
export type WallTime = Readonly<z.output<typeof wallTime>>;

const libraryEntry = z
  .object({
    id: z.string(),
    group: z.enum(['course', 'library']).describe('A lesson of the course, or a scenario of the library.'),
    title: z.string(),
    summary: z.string().nullable().describe('What it is about; null where the file does not say.'),
    tags: z.array(z.string()).readonly(),
    stepCount: z.number(),
    questionCount: z.number().describe('How often the class is asked.'),
  })
  .meta({
    id: 'LibraryEntry',
    description: 'What a list may say of a built-in file before it is opened: nothing of what happens in it.',
  });
export type LibraryEntry = Readonly<z.output<typeof libraryEntry>>;

const problem = z
  .object({
    file: z.string(),
    line: z.number().describe('From 1.'),
    column: z.number().describe('From 1.'),
    path: z.string().describe('Where in the file: steps[0].advance.'),
    message: z.string().describe('What was found, and what is expected.'),
  })
  .meta({ id: 'Problem', description: 'What is wrong with a scenario file.' });

const scenarioFile = z
  .strictObject({ fileName: z.string(), text: z.string().max(10_000_000) })
  .meta({ id: 'ScenarioFile', description: 'The text of a scenario file, and what it is called.' });

const invalidFile = {
  INVALID_FILE: { status: 422, data: z.object({ problems: z.array(problem) }) },
} as const;

// By types of the language: its own come from a package that whoever has this one need not have.
const messages: Schema<
  AsyncIteratorObject<StreamMessage, unknown, void>,
  AsyncGenerator<StreamMessage, unknown, void>
> = eventIterator(asTold(streamMessage));

export const contract = {
  events: oc
    .route({
      method: 'GET',
      path: '/events',
      tags: ['events'],
      summary: 'The workspace and everything that happens in it',
    })
    .output(messages),
  act: oc
    .route({ method: 'POST', path: '/act', tags: ['acting'], summary: 'One act of a person or a settings screen' })
    .errors(refused)
    .input(command)
    .output(done),
  actAll: oc
    .route({
      method: 'POST',
      path: '/act-all',
      tags: ['acting'],
      summary: 'Acts that belong together, with one point to go back to; those the rules refuse are skipped',
    })
    .errors(refused)
    .input(z.object({ commands: z.array(command).min(1) }))
    .output(z.object({ doneCount: z.number(), refusals: z.array(refusal), ...told.shape })),
  respond: oc
    .route({
      method: 'POST',
      path: '/respond',
      tags: ['acting'],
      summary: 'The external system responds to an Action now',
    })
    .errors(refused)
    .input(respondTo)
    .output(z.object({ httpStatus: z.number(), message: z.string(), ...told.shape })),
  wallTimes: oc
    .route({
      method: 'GET',
      path: '/wall-times',
      tags: ['External APIs'],
      summary: 'How many real milliseconds the latest calls to an External API took, since the app started',
    })
    .input(z.strictObject({ externalApi: z.string() }))
    .output(asTold(z.array(wallTime))),
  clock: clockContract,
  scenarios: {
    library: oc
      .route({ method: 'GET', path: '/scenarios', tags: ['scenarios'], summary: 'The built-in library' })
      .output(asTold(z.array(libraryEntry))),
    open: oc
      .route({
        method: 'POST',
        path: '/scenarios/open',
        tags: ['scenarios'],
        summary: 'Opens a library scenario as the workspace, with no steps taken',
      })
      .errors(invalidFile)
      .input(z.strictObject({ id: z.string(), ...place.shape }))
      .output(done),
    openText: oc
      .route({
        method: 'POST',
        path: '/scenarios/open-text',
        tags: ['scenarios'],
        summary: 'The same with the text of a file',
      })
      .errors(invalidFile)
      .input(
        z.strictObject({
          ...scenarioFile.shape,
          example: z.int().min(1).optional().describe('Which of its examples, from 1; the first without it.'),
          ...place.shape,
        }),
      )
      .output(done),
    openFiles: oc
      .route({
        method: 'POST',
        path: '/scenarios/open-files',
        tags: ['scenarios'],
        summary: 'The same with several files: one scenario, and what it includes',
      })
      .errors(invalidFile)
      .input(z.strictObject({ files: z.array(scenarioFile).min(1).max(100), ...place.shape }))
      .output(done),
    example: oc
      .route({
        method: 'POST',
        path: '/scenarios/example',
        tags: ['scenarios'],
        summary: 'Opens another example of the open file in its place; the current one is kept as a backup',
      })
      .errors({ ...invalidFile, ...refused })
      .input(z.strictObject({ number: z.int().min(1).describe('From 1.') }))
      .output(done),
    check: oc
      .route({
        method: 'POST',
        path: '/scenarios/check',
        tags: ['scenarios'],
        summary: 'What is wrong with the text of a file; opens nothing',
      })
      .input(scenarioFile)
      .output(z.object({ problems: z.array(problem) })),
    rehearse: oc
      .route({
        method: 'POST',
        path: '/scenarios/rehearse',
        tags: ['scenarios'],
        summary:
          'Plays the text of a file on a fresh simulator and says how each step ended; the workspace stays as it is',
      })
      .errors(invalidFile)
      .input(scenarioFile)
      .output(rehearsalReport),
    step: oc
      .route({
        method: 'POST',
        path: '/scenarios/step',
        tags: ['scenarios'],
        summary: 'Takes the next step of the open scenario, and says how it ended',
      })
      .errors(refused)
      .output(z.object({ step: playedStep, ...told.shape })),
    run: oc
      .route({
        method: 'POST',
        path: '/scenarios/run',
        tags: ['scenarios'],
        summary: 'Takes all remaining steps, and says how every step ended',
      })
      .errors(refused)
      .output(
        runReport
          .extend(told.shape)
          .meta({ id: 'RunReport', description: 'How the steps of the open scenario ended.' }),
      ),
    export: oc
      .route({
        method: 'GET',
        path: '/scenarios/export',
        tags: ['scenarios'],
        summary: 'The current workspace as a scenario file',
      })
      .output(madeFile),
    exportFutures: oc
      .route({
        method: 'GET',
        path: '/scenarios/export-futures',
        tags: ['scenarios'],
        summary: 'Each future that was left, as a scenario file of its own',
      })
      .output(z.array(madeFile)),
    exportAction: oc
      .route({
        method: 'GET',
        path: '/scenarios/export-action',
        tags: ['scenarios'],
        summary: "One Action's life so far as a scenario file",
      })
      .errors(refused)
      .input(z.strictObject({ action: z.string().min(1) }))
      .output(madeFile),
    text: oc
      .route({
        method: 'GET',
        path: '/scenarios/{id}/text',
        tags: ['scenarios'],
        summary: 'The text of a library scenario',
      })
      .errors(invalidFile)
      .input(z.strictObject({ id: z.string() }))
      .output(madeFile),
  },
  history: historyContract,
  coverage: coverageContract,
  lesson: lessonContract,
  presenter: presenterContract,
  recorder: recorderContract,
  lab: labContract,
  state: stateContract,
  workspace: workspaceContract,
  workspaces: workspacesContract,
  erase: eraseContract,
};
export type Contract = typeof contract;
