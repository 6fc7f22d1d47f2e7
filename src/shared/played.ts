/** What came of a scenario's steps, for the player, the editor and scripts. */
import { z } from 'zod';

const stepFailure = z
  .object({
    path: z.string().describe('What was not as expected: errorBar.retries.'),
    expected: z.string().describe('JSON.'),
    actual: z.string().describe('JSON.'),
  })
  .meta({ id: 'StepFailure', description: 'An expectation that did not hold.' });
export type StepFailure = Readonly<z.output<typeof stepFailure>>;

export const playedStep = z
  .object({
    number: z.int().min(1).describe('From 1.'),
    verb: z.string().describe('Which kind of step it is: advance, expect, …'),
    text: z.string().describe('The step as the file writes it, on one line.'),
    state: z.enum(['pending', 'passed', 'failed']),
    note: z.string().nullable().describe('What was refused and why, or narration.'),
    failures: z.array(stepFailure).readonly(),
  })
  .meta({ id: 'PlayedStep', description: 'A step, and what came of it.' });
export type PlayedStep = Readonly<z.output<typeof playedStep>>;

/** How the steps of a scenario ended. */
export const runReport = z.object({
  title: z.string(),
  passed: z.boolean().describe('Whether every step was taken, and none failed.'),
  steps: z.array(playedStep).readonly(),
  virtualDurationMs: z.number().describe('How far virtual time moved, in milliseconds.'),
});
export type RunReport = Readonly<z.output<typeof runReport>>;

const warning = z
  .object({
    kind: z
      .enum(['refusals', 'empty', 'past'])
      .describe('A step was refused that did not say so; nothing is checked; an instant that has passed.'),
    step: z.number().nullable().describe('The number of the step, from 1; null where it is the scenario as a whole.'),
    message: z.string(),
    line: z.number().optional().describe('The line of the step in the file, from 1.'),
  })
  .meta({ id: 'Warning', description: 'Something that passes and is probably not meant.' });

export const rehearsalReport = runReport
  .extend({
    warnings: z.array(warning).readonly(),
    exampleCount: z.number().describe('How many examples the text has; the first one was played. 1 where it has none.'),
  })
  .meta({
    id: 'RehearsalReport',
    description: 'How the steps of a scenario ended that was played on a fresh simulator.',
  });
export type RehearsalReport = Readonly<z.output<typeof rehearsalReport>>;
