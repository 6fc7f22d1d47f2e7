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

const ofStep = {
  step: z.number().nullable().describe('The number of the step, from 1; null where it is the scenario as a whole.'),
  line: z.number().optional().describe('The line of the step in the file, from 1.'),
  column: z.number().optional().describe('The column in it, from 1.'),
};

const failure = z
  .object({
    ...ofStep,
    path: z.string().describe('What was not as expected: errorBar.retries.'),
    expected: z.unknown().describe('As the file has it.'),
    actual: z.unknown().describe('null where there is nothing.'),
  })
  .meta({ id: 'Failure', description: 'An expectation that did not hold, or a step that was not to be taken.' });

const warning = z
  .object({
    kind: z
      .enum(['refusals', 'empty', 'past'])
      .describe('A step was refused that did not say so; nothing is checked; an instant that has passed.'),
    ...ofStep,
    message: z.string(),
  })
  .meta({ id: 'Warning', description: 'Something that passes and is probably not meant.' });

/** An entry of what `trigger-lab run --reporter json` prints, and its steps. */
const rehearsed = z
  .object({
    file: z.string(),
    title: z.string().describe('Of an example with its parameters: TITLE [fail=dns, max=2].'),
    passed: z.boolean().describe('Whether every expectation held.'),
    failures: z.array(failure).readonly(),
    warnings: z.array(warning).readonly(),
    seed: z.number().optional().describe('What seeded the random streams.'),
    transport: z.enum(['http', 'direct']).optional().describe('How calls and responses travelled.'),
    rules: z.array(z.string()).readonly().optional().describe('The rules behind what happened: R6.'),
    virtualDuration: z.number().describe('How far virtual time moved, in milliseconds.'),
    wallMs: z.number().describe('How long it took in real time, in milliseconds.'),
    steps: z.array(playedStep).readonly(),
  })
  .meta({ id: 'RehearsedScenario', description: 'What came of one scenario, or of one example of it.' });
export type RehearsedScenario = Readonly<z.output<typeof rehearsed>>;

export const rehearsalReport = z
  .object({
    passed: z.boolean().describe('Whether every expectation held, in each of the examples.'),
    scenarios: z.array(rehearsed).readonly().describe('One, or one for each example.'),
  })
  .meta({ id: 'RehearsalReport', description: 'What came of a file that was played on a fresh simulator.' });
export type RehearsalReport = Readonly<z.output<typeof rehearsalReport>>;
