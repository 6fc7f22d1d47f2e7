/** What came of playing a scenario file. */
import type { Mismatch } from './expect.ts';
import type { Problem } from './problem.ts';
import type { Transport } from './transport.ts';

/** One expectation that did not hold, or a step that was refused against what it demands. */
export interface Failure extends Mismatch {
  /** The number of the step in the file, from 1; `null` where it is the scenario as a whole. */
  readonly step: number | null;
  /** What the expectation is about: `action C1/post-invoice`; absent if the step is not an expectation. */
  readonly subject?: string;
  /** The line of the step, from 1. */
  readonly line?: number;
  /** The column in it, from 1. */
  readonly column?: number;
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

/** What came of one file. */
export interface ScenarioResult {
  /** As it was given on the command line. */
  readonly file: string;
  readonly title: string;
  /** True where the file is valid and every expectation held. */
  readonly passed: boolean;
  readonly failures: readonly Failure[];
  /** What passes and is probably not meant; in the order of the steps. */
  readonly warnings: readonly Warning[];
  /** What seeded the random streams; absent where the file is invalid. */
  readonly seed?: number;
  /** How calls and responses travelled; absent where the file is invalid. */
  readonly transport?: Transport;
  /** How far virtual time moved. */
  readonly virtualDurationMs: number;
  /** How long it took in real time. */
  readonly wallMs: number;
  /** The rules behind what happened, `R6`, in their order; present where they were asked for. */
  readonly rules?: readonly string[];
  /** What happened to each Action, in creation order; present where it was asked for. */
  readonly timelines?: readonly ActionTimeline[];
  /** What is wrong with the file; nothing of it ran then. */
  readonly problems?: readonly Problem[];
}

/** Which field of what was not as expected: `action C1/post-invoice: status`. */
export function expectationOf({ subject, path }: Failure): string {
  return subject === undefined ? path : `${subject}: ${path}`;
}
