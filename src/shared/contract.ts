/**
 * The one door for people and scripts: what may be asked of the simulator, over a MessagePort, a WebSocket or HTTP alike.
 * A refusal by the rules crosses as the typed error `REFUSED`, an invalid scenario file as `INVALID_FILE`.
 */
import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import { done, moved, told } from './answers.ts';
import { REJECTION_CODES } from './errors.ts';
import type { Fact } from './facts.ts';
import { duration, instant } from './field-kinds.ts';
import { historyContract } from './history-contract.ts';
import { command } from './inputs.ts';
import { labContract } from './lab-contract.ts';
import type { Instant } from './model.ts';
import { respondTo } from './scenario.ts';
import { place, workspaceContract } from './workspace-contract.ts';
import { workspacesContract } from './workspaces-contract.ts';
import type { WorldChanges } from './world-changes.ts';
import type { WorldJson } from './world-json.ts';

/** What happens next, for the clock bar: `retry 3 of C1/post-invoice`. */
export interface NextEvent {
  readonly at: Instant;
  readonly kind: 'retry' | 'call result' | 'response' | 'response timeout' | 'due date' | 'launch';
  /** The Action or Case it is about. */
  readonly subject: string;
  readonly text: string;
}

export interface ClockState {
  readonly now: Instant;
  readonly startAt: Instant;
  readonly playing: boolean;
  /** Virtual over real time, 0.5 to 10,000. */
  readonly speed: number;
  /** How many events wait. */
  readonly scheduledCount: number;
  readonly next: NextEvent | null;
  /** Whether there is an earlier point to go back to. */
  readonly canGoBack: boolean;
  /** Where a simulated API's answers arrive, for the `curl` that answers by hand; `null` where nothing listens. */
  readonly callbackBase: string | null;
  /** Why the workspace could not be saved, or cannot be changed, in a sentence; `null` where all is well. */
  readonly notSaved: string | null;
}

export interface StepFailure {
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

export interface PlayedStep {
  /** From 1. */
  readonly number: number;
  readonly verb: string;
  /** The step as the file writes it, on one line. */
  readonly text: string;
  readonly state: 'pending' | 'passed' | 'failed';
  /** What was refused and why, or narration. */
  readonly note: string | null;
  readonly failures: readonly StepFailure[];
}

/** How long one call really took, on the clock on the wall. */
export interface WallTime {
  readonly actionRef: string;
  readonly callNumber: number;
  readonly wallMs: number;
}

/** The scenario that is open in the player. */
export interface PlayerState {
  readonly title: string;
  /** The library's id, or `null` for an opened file. */
  readonly id: string | null;
  readonly steps: readonly PlayedStep[];
  /** How many steps were taken. */
  readonly position: number;
  readonly running: boolean;
}

/** Which workspace is open. */
export interface WorkspaceState {
  readonly id: string;
  readonly name: string;
  /** The name of what one can return to, until that is dismissed; `null` where there is nothing. */
  readonly backTo: string | null;
}

/**
 * First a snapshot, then batches that continue it; `number` never skips within one stream. Whoever has folded a message knows all that
 * was told up to its `toldSeq`.
 */
export type StreamMessage = { readonly toldSeq: number } & (
  | {
      readonly type: 'snapshot';
      readonly number: number;
      readonly workspace: WorkspaceState;
      readonly world: WorldJson;
      readonly clock: ClockState;
      readonly player: PlayerState | null;
      /** What was damaged and recovered when the workspace was opened. */
      readonly recovered: readonly string[];
    }
  | { readonly type: 'batch'; readonly number: number; readonly facts: readonly Fact[]; readonly clock: ClockState }
  /** One went to another point: what is different there. */
  | {
      readonly type: 'changed';
      readonly number: number;
      readonly changes: WorldChanges;
      readonly clock: ClockState;
    }
  | { readonly type: 'player'; readonly number: number; readonly player: PlayerState | null }
  | { readonly type: 'workspace'; readonly number: number; readonly workspace: WorkspaceState }
);

export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  readonly stepCount: number;
  /** The first narration of the file, if any. */
  readonly summary: string | null;
}

const refusal = z.object({ code: z.enum(REJECTION_CODES), message: z.string(), rules: z.array(z.string()) });

const refused = { REFUSED: { status: 409, data: refusal } } as const;

const problem = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  path: z.string(),
  message: z.string(),
});

const invalidFile = {
  INVALID_FILE: { status: 422, data: z.object({ problems: z.array(problem) }) },
} as const;

export const contract = {
  events: oc
    .route({
      method: 'GET',
      path: '/events',
      tags: ['events'],
      summary: 'The workspace and everything that happens in it',
    })
    .output(eventIterator(type<StreamMessage>())),
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
      tags: ['external APIs'],
      summary: 'How many real milliseconds the latest calls to an External API took, since the app started',
    })
    .input(z.strictObject({ externalApi: z.string() }))
    .output(type<WallTime[]>()),
  clock: {
    play: oc
      .route({ method: 'POST', path: '/clock/play', tags: ['clock'], summary: 'Lets virtual time run' })
      .output(done),
    pause: oc
      .route({ method: 'POST', path: '/clock/pause', tags: ['clock'], summary: 'Stops it and saves the workspace' })
      .output(done),
    speed: oc
      .route({
        method: 'POST',
        path: '/clock/speed',
        tags: ['clock'],
        summary: 'Its speed: virtual time over real time',
      })
      .input(z.strictObject({ speed: z.number().min(0.5).max(10_000) }))
      .output(done),
    advance: oc
      .route({
        method: 'POST',
        path: '/clock/advance',
        tags: ['clock'],
        summary: 'Moves by a duration or to an instant',
      })
      .errors(refused)
      .input(z.union([z.strictObject({ by: duration }), z.strictObject({ to: instant })]))
      .output(done),
    next: oc
      .route({
        method: 'POST',
        path: '/clock/next',
        tags: ['clock'],
        summary: 'Moves to the next scheduled event, one or more times',
      })
      .errors(refused)
      .input(z.strictObject({ count: z.int().min(1).max(1_000_000).optional() }))
      .output(z.object({ moved: z.number(), ...told.shape })),
    nextRetry: oc
      .route({
        method: 'POST',
        path: '/clock/next-retry',
        tags: ['clock'],
        summary: 'Moves to the next automatic retry',
      })
      .errors(refused)
      .output(moved),
    untilIdle: oc
      .route({
        method: 'POST',
        path: '/clock/until-idle',
        tags: ['clock'],
        summary: 'Moves on until nothing is scheduled',
      })
      .errors(refused)
      .output(moved),
    back: oc
      .route({
        method: 'POST',
        path: '/clock/back',
        tags: ['clock'],
        summary: 'Goes back to the point before the last act or move',
      })
      .output(moved),
  },
  scenarios: {
    library: oc
      .route({ method: 'GET', path: '/scenarios', tags: ['scenarios'], summary: 'The built-in library' })
      .output(type<LibraryEntry[]>()),
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
      .input(z.strictObject({ fileName: z.string(), text: z.string().max(10_000_000), ...place.shape }))
      .output(done),
    step: oc
      .route({
        method: 'POST',
        path: '/scenarios/step',
        tags: ['scenarios'],
        summary: 'Takes the next step of the open scenario',
      })
      .errors(refused)
      .output(done),
    run: oc
      .route({ method: 'POST', path: '/scenarios/run', tags: ['scenarios'], summary: 'Takes all remaining steps' })
      .errors(refused)
      .output(done),
    export: oc
      .route({
        method: 'GET',
        path: '/scenarios/export',
        tags: ['scenarios'],
        summary: 'The current workspace as a scenario file',
      })
      .output(z.object({ fileName: z.string(), text: z.string() })),
    exportAction: oc
      .route({
        method: 'GET',
        path: '/scenarios/export-action',
        tags: ['scenarios'],
        summary: "One Action's life so far as a scenario file",
      })
      .errors(refused)
      .input(z.strictObject({ action: z.string().min(1) }))
      .output(z.object({ fileName: z.string(), text: z.string() })),
    text: oc
      .route({
        method: 'GET',
        path: '/scenarios/{id}/text',
        tags: ['scenarios'],
        summary: 'The text of a library scenario',
      })
      .errors(invalidFile)
      .input(z.strictObject({ id: z.string() }))
      .output(z.object({ fileName: z.string(), text: z.string() })),
  },
  history: historyContract,
  lab: labContract,
  workspace: workspaceContract,
  workspaces: workspacesContract,
};
export type Contract = typeof contract;
