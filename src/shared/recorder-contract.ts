/** The recorder's part of the contract: what is done becomes the steps of a scenario, with what is said and expected between them. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { asTold, done, madeFile, refused, told } from './answers.ts';
import { someText, virtualTime } from './field-kinds.ts';
import { addedStep, expectable, spokenStep } from './recording.ts';
import { scenario } from './scenario.ts';

const recordedStep = z
  .object({
    sentence: z.string().describe('The step in a sentence.'),
    added: z
      .object({ id: z.number(), step: addedStep })
      .nullable()
      .describe('Of one that was added by hand: its number among these, and what it says; null for what was done.'),
  })
  .meta({ id: 'RecordedStep' });
export type RecordedStep = Readonly<z.output<typeof recordedStep>>;

const recordingState = z
  .object({
    begunAt: virtualTime.describe('Where virtual time stood when it began.'),
    leadCount: z.number().describe('How many steps the file takes before, to come to where the recording began.'),
    begins: z
      .array(z.string())
      .readonly()
      .describe('What was made since, which the file has from its beginning: names in sentences.'),
    steps: z.array(recordedStep).readonly(),
  })
  .meta({ id: 'RecordingState', description: 'A recording as far as it has come.' });
export type RecordingState = Readonly<z.output<typeof recordingState>>;

const { summary, tags } = scenario.shape;

/** What is asked before a recording is saved. */
export const recordingTitle = z.strictObject({
  title: someText('a title').trim().meta({ title: 'Title', description: 'What it shows.' }),
  summary: summary.meta({ title: 'Summary' }),
  tags,
});

const step = { method: 'POST', tags: ['recorder'] } as const;
const id = z.int().min(1).describe('Which of the steps that were added by hand, from 1.');

export const recorderContract = {
  begin: oc
    .route({ ...step, path: '/recorder/begin', summary: 'Records what is done from here on' })
    .errors(refused)
    .output(done),
  end: oc
    .route({ ...step, path: '/recorder/end', summary: 'Ends the recording; what was added to it stays in its place' })
    .errors(refused)
    .output(done),
  add: oc
    .route({ ...step, path: '/recorder/add', summary: 'Adds a step that is said: say, ask, chapter or show' })
    .errors(refused)
    .input(z.strictObject({ step: spokenStep }))
    .output(done),
  expect: oc
    .route({
      ...step,
      path: '/recorder/expect',
      summary: 'Adds a step that expects what is so now: of an Action, a Case, a queue or somebody’s notifications',
    })
    .errors(refused)
    .input(z.strictObject({ of: expectable, field: someText('a field') }))
    .output(z.object({ sentence: z.string(), ...told.shape })),
  reword: oc
    .route({ ...step, path: '/recorder/reword', summary: 'Says a step that was added in other words' })
    .errors(refused)
    .input(z.strictObject({ id, step: spokenStep }))
    .output(done),
  remove: oc
    .route({ ...step, path: '/recorder/remove', summary: 'Removes a step that was added' })
    .errors(refused)
    .input(z.strictObject({ id }))
    .output(done),
  state: oc
    .route({ method: 'GET', tags: ['recorder'], path: '/recorder', summary: 'The recording as far as it has come' })
    .output(asTold(recordingState.nullable())),
  file: oc
    .route({
      method: 'GET',
      tags: ['recorder'],
      path: '/recorder/file',
      summary: 'What was recorded as a scenario or a lesson; where nothing is being recorded, all that was done so far',
    })
    .errors(refused)
    .input(z.strictObject({ ...recordingTitle.shape, isLesson: z.boolean() }))
    .output(madeFile),
};
