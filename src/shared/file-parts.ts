/** What makes one file several scenarios, or a part of others (scenario-format.md, *Parameters, examples, includes*). */
import { z } from 'zod';
import { jsonValue } from './field-kinds.ts';
import { scenario } from './scenario.ts';

/** `$` before such a name stands for the parameter. */
const PARAMETER_NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** What the name of a scenario file, or of one that it includes, ends with. */
export const SCENARIO_FILE = /\.(?:ya?ml|json)$/i;

const parameterName = z
  .string()
  .regex(PARAMETER_NAME, 'expected a name of letters, digits, _ and - that begins with a letter')
  .meta({ id: 'ParameterName', description: 'A name of letters, digits, _ and -.' });

/** The keys of a file that are no part of a scenario. */
export const fileParts = z.strictObject({
  include: z
    .array(z.string('expected a file').regex(SCENARIO_FILE, 'expected a .yaml, .yml or .json file'))
    .describe('Files with settings, queues, users, externalApis, actionTypes and caseTypes that this one adds to.')
    .optional(),
  params: z
    .record(parameterName, jsonValue)
    .describe('Parameters and their defaults; $name in a value stands for one.')
    .optional(),
  examples: z
    .union([
      z.array(z.record(z.string(), jsonValue).describe('Parameters and their values; one left out has its default.')),
      z.string('expected a .csv file').regex(/\.csv$/i, 'expected a .csv file'),
    ])
    .describe('Each of them is a scenario of its own: a list, or a CSV file with a column for each parameter.')
    .optional(),
});
export type FileParts = z.output<typeof fileParts>;

const { title, summary, tags, ...rest } = scenario.shape;

/** A scenario file as it is written. */
export const scenarioFile = z
  .strictObject({ title, summary, tags, ...fileParts.shape, ...rest })
  .meta({ description: scenario.description ?? '' });
/** A scenario file as it is written: durations as text, defaults left out. */
export type ScenarioFileText = z.input<typeof scenarioFile>;
