/** What came of playing a scenario: as scripts and callers of the library read it, and what reports for people say besides. */
import type { Problem } from './problem.ts';
import type { Transport } from './transport.ts';

/** One expectation that did not hold, or a step that was refused or taken against what it demands. */
export interface FailureReport {
  /** The number of the step, from 1; `null` where it is the scenario as a whole. */
  readonly step: number | null;
  /** The line of the step in its file, from 1; absent where there is no file. */
  readonly line?: number;
  /** The column in it, from 1. */
  readonly column?: number;
  /** The field that was compared: `errorBar.retries`. */
  readonly path: string;
  /** JSON, as the file has it. */
  readonly expected: unknown;
  /** JSON; `null` where there is nothing. */
  readonly actual: unknown;
}

/** The same, and what it is about. */
export interface Failure extends FailureReport {
  /** What the expectation is about: `action C1/post-invoice`; absent if the step is not an expectation. */
  readonly subject?: string;
}

/** What can be warned of; `--strict` makes failures of all or some. */
export const WARNING_KINDS = ['refusals', 'empty', 'past'] as const;
/** A kind of warning: `refusals`, `empty` or `past`. */
export type WarningKind = (typeof WARNING_KINDS)[number];

/** Something that passes and is probably not meant. */
export interface Warning {
  /**
   * `refusals`: a step was refused that did not say `refused:`. `empty`: a scenario or an expectation that checks nothing. `past`: a
   * step to an instant that has passed.
   */
  readonly kind: WarningKind;
  /** The number of the step in the file, from 1; `null` where it is the scenario as a whole. */
  readonly step: number | null;
  /** In words: `launch was refused: C1 was launched already (R1)`. */
  readonly message: string;
  /** The line of the step, from 1. */
  readonly line?: number;
  /** The column in it, from 1. */
  readonly column?: number;
}

/** What happened to one Action. */
export interface ActionTimeline {
  readonly action: string;
  readonly entries: readonly {
    /** Since the start of the scenario: `+31m`. */
    readonly since: string;
    readonly kind: string;
    readonly who: string;
    readonly text: string;
  }[];
}

/** What came of one scenario: an entry of `scenarios` in what `run --reporter json` prints. */
export interface ScenarioReport {
  /** As it was given. */
  readonly file: string;
  /** The scenario's own, or the name of its file; of an example `TITLE [fail=dns, max=2]`. */
  readonly title: string;
  /** True where the file is valid and every expectation held. */
  readonly passed: boolean;
  /** What was not as expected, in the order of the steps. */
  readonly failures: readonly FailureReport[];
  /** What passes and is probably not meant; in the order of the steps. */
  readonly warnings: readonly Warning[];
  /** What seeded the random streams; absent where the file is invalid. */
  readonly seed?: number;
  /** How calls and responses travelled; absent where the file is invalid. */
  readonly transport?: Transport;
  /** The rules behind what happened: `["R6", "R14"]`; absent where the file is invalid. */
  readonly rules?: readonly string[];
  /** How far virtual time moved, in milliseconds. */
  readonly virtualDuration: number;
  /** How long it took in real time, in milliseconds. */
  readonly wallMs: number;
  /** What is wrong with the file, a line each: `file:line:column: path: message`. Nothing of it ran then. */
  readonly problems?: readonly string[];
}

/** The same for those who tell it: in reports of all kinds. */
export interface ScenarioResult extends Omit<ScenarioReport, 'failures' | 'virtualDuration' | 'problems'> {
  readonly failures: readonly Failure[];
  /** How far virtual time moved. */
  readonly virtualDurationMs: number;
  /** What happened to each Action, in creation order; present where it was asked for. */
  readonly timelines?: readonly ActionTimeline[];
  /** What is wrong with the file; nothing of it ran then. */
  readonly problems?: readonly Problem[];
}

/** Which field of what was not as expected: `action C1/post-invoice: status`. */
export function expectationOf({ subject, path }: Failure): string {
  return subject === undefined ? path : `${subject}: ${path}`;
}
