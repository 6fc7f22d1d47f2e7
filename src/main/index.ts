/** Trigger Lab as a library: what `import … from 'trigger-lab'` gives. It needs no Electron and no server. */

export type { ScenarioFileText as ScenarioText } from '../shared/file-parts.ts';
export type { Scenario, StepText } from '../shared/scenario.ts';
export type {
  ActionState,
  CaseState,
  ClockReading,
  NotificationState,
  RequestState,
  TimelineEntryState,
} from '../shared/state.ts';
// biome-ignore lint/performance/noBarrelFile: the package has one entry.
export { ExpectationError, InvalidScenarioError, RefusedError } from './embed/errors.ts';
export type { Lab, LabEvent, StepArgument } from './embed/lab.ts';
export type { LoadOptions } from './embed/load.ts';
export { type OpenOptions, openLab } from './embed/open-lab.ts';
export { type ParsedScenario, type ParseResult, parseScenario } from './embed/parse-scenario.ts';
export { type RunOptions, type RunReport, runScenario } from './embed/run-scenario.ts';
export type { Mismatch } from './scenario/expect.ts';
export type { Problem } from './scenario/problem.ts';
export type { FailureReport, ScenarioReport, Warning, WarningKind } from './scenario/result.ts';
export type { Transport } from './scenario/transport.ts';
