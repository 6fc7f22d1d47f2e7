/** Trigger Lab as a library: what `import … from 'trigger-lab'` gives. It needs no Electron and no server. */

export type { ScenarioText, StepText } from '../shared/scenario.ts';
// biome-ignore lint/performance/noBarrelFile: the package has one entry.
export { type LoadOptions, type ParsedScenario, type ParseResult, parseScenario } from './embed/parse-scenario.ts';
export { type RunOptions, type RunReport, runScenario } from './embed/run-scenario.ts';
export type { Problem } from './scenario/problem.ts';
export type { FailureReport, ScenarioReport } from './scenario/report-json.ts';
export type { Transport } from './scenario/transport.ts';
