/** What was exercised of all there is: rows of the state table, endings, rules and settings (scenario-format.md, `coverage`). */
import { z } from 'zod';

/** Of a workspace so many Actions and Cases are named for each thing that happened to them. */
export const MOST_NAMED = 20;

const covered = {
  covered: z.boolean(),
  by: z.array(z.string()).readonly().describe('By what: names of files, or references of Actions and Cases.'),
};

const coveredRow = z
  .object({
    id: z.string().describe('calling: failed [n < M]'),
    from: z.string().describe('The phase.'),
    event: z.string(),
    guard: z.string().nullable().describe('What must hold for it; null where nothing must.'),
    to: z.string().describe('The phase that it leads to.'),
    ...covered,
  })
  .meta({ id: 'CoveredRow', description: 'A row of the state table, and what took it.' });

export const coverageReport = z
  .object({
    rows: z.array(coveredRow).readonly(),
    endings: z.array(z.object({ ending: z.string(), ...covered })).readonly(),
    rules: z.array(z.object({ rule: z.string(), ...covered })).readonly(),
    settings: z.array(z.object({ setting: z.string(), ...covered })).readonly(),
    percent: z.number().describe('Of rows, from 0 to 100, to one decimal and never rounded up.'),
  })
  .meta({ id: 'CoverageReport', description: 'What was exercised of all there is.' });
export type CoverageReport = Readonly<z.output<typeof coverageReport>>;

const coveringScenario = z
  .object({
    file: z.string().describe('As `by` has it: late-response.yaml; `open` for the scenario that is open.'),
    id: z.string().nullable().describe('The library’s id; null for the scenario that is open.'),
    title: z.string(),
  })
  .meta({ id: 'CoveringScenario', description: 'A scenario that was played to find out what it exercises.' });

export const scenarioCoverage = coverageReport
  .extend({
    scenarios: z.array(coveringScenario).readonly(),
    unplayed: z.string().nullable().describe('Why the scenario that is open is not counted; null where it is.'),
  })
  .meta({ id: 'ScenarioCoverage', description: 'What scenarios exercise of all there is.' });
export type ScenarioCoverage = Readonly<z.output<typeof scenarioCoverage>>;

export const workspaceCoverage = coverageReport.omit({ settings: true }).meta({
  id: 'WorkspaceCoverage',
  description: 'What has happened in a workspace, of all that can; `by` names the first of those it happened to.',
});
export type WorkspaceCoverage = Readonly<z.output<typeof workspaceCoverage>>;
