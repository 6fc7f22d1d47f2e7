/**
 * The one door for people and scripts: what may be asked of the simulator, over a MessagePort, a WebSocket or HTTP alike.
 * A refusal by the rules crosses as the typed error `REFUSED`, an invalid scenario file as `INVALID_FILE`.
 */
import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import { done, madeFile, refusal, refused, told } from './answers.ts';
import { type ClockState, clockContract } from './clock-contract.ts';
import type { Fact } from './facts.ts';
import { historyContract } from './history-contract.ts';
import { command } from './inputs.ts';
import { labContract } from './lab-contract.ts';
import { type LessonState, lessonContract } from './lesson-contract.ts';
import { type PlayedStep, playedStep, scenarioReport } from './played.ts';
import { type PresenterState, presenterContract } from './presenter-contract.ts';
import { recorderContract } from './recorder-contract.ts';
import { respondTo } from './scenario.ts';
import { stateContract } from './state-contract.ts';
import { place, workspaceContract } from './workspace-contract.ts';
import { workspacesContract } from './workspaces-contract.ts';
import type { WorldChanges } from './world-changes.ts';
import type { WorldJson } from './world-json.ts';

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
  /** Whether somebody has acted or moved time beside it since its last step: the next one returns to there first. */
  readonly isLeft: boolean;
}

/** Which workspace is open. */
export interface WorkspaceState {
  readonly id: string;
  readonly name: string;
  /** The name of what one can return to, until that is dismissed; `null` where there is nothing. */
  readonly backTo: string | null;
  /** Nothing was stored when the app was started. */
  readonly isFirstStart: boolean;
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
      /** The lesson in the player, as far as it has come; `null` where the scenario is none. */
      readonly lesson: LessonState | null;
      readonly presenter: PresenterState;
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
  | {
      readonly type: 'player';
      readonly number: number;
      readonly player: PlayerState | null;
      readonly lesson: LessonState | null;
    }
  | { readonly type: 'presenter'; readonly number: number; readonly presenter: PresenterState }
  | { readonly type: 'workspace'; readonly number: number; readonly workspace: WorkspaceState }
);

/** What a list may say of a built-in file before it is opened: nothing of what happens in it. */
export interface LibraryEntry {
  readonly id: string;
  /** A lesson of the course, or a scenario of the library. */
  readonly group: 'course' | 'library';
  readonly title: string;
  /** What it is about; `null` where the file does not say. */
  readonly summary: string | null;
  readonly tags: readonly string[];
  readonly stepCount: number;
  /** How often the class is asked. */
  readonly questionCount: number;
}

const problem = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  path: z.string(),
  message: z.string(),
});

const scenarioFile = z.strictObject({ fileName: z.string(), text: z.string().max(10_000_000) });

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
      tags: ['External APIs'],
      summary: 'How many real milliseconds the latest calls to an External API took, since the app started',
    })
    .input(z.strictObject({ externalApi: z.string() }))
    .output(type<WallTime[]>()),
  clock: clockContract,
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
      .input(z.strictObject({ ...scenarioFile.shape, ...place.shape }))
      .output(done),
    check: oc
      .route({
        method: 'POST',
        path: '/scenarios/check',
        tags: ['scenarios'],
        summary: 'What is wrong with the text of a file; opens nothing',
      })
      .input(scenarioFile)
      .output(z.object({ problems: z.array(problem) })),
    rehearse: oc
      .route({
        method: 'POST',
        path: '/scenarios/rehearse',
        tags: ['scenarios'],
        summary:
          'Plays the text of a file on a fresh simulator and says how each step ended; the workspace stays as it is',
      })
      .errors(invalidFile)
      .input(scenarioFile)
      .output(scenarioReport),
    step: oc
      .route({
        method: 'POST',
        path: '/scenarios/step',
        tags: ['scenarios'],
        summary: 'Takes the next step of the open scenario, and says how it ended',
      })
      .errors(refused)
      .output(z.object({ step: playedStep, ...told.shape })),
    run: oc
      .route({
        method: 'POST',
        path: '/scenarios/run',
        tags: ['scenarios'],
        summary: 'Takes all remaining steps, and says how every step ended',
      })
      .errors(refused)
      .output(scenarioReport.extend(told.shape)),
    export: oc
      .route({
        method: 'GET',
        path: '/scenarios/export',
        tags: ['scenarios'],
        summary: 'The current workspace as a scenario file',
      })
      .output(madeFile),
    exportFutures: oc
      .route({
        method: 'GET',
        path: '/scenarios/export-futures',
        tags: ['scenarios'],
        summary: 'Each future that was left, as a scenario file of its own',
      })
      .output(z.array(madeFile)),
    exportAction: oc
      .route({
        method: 'GET',
        path: '/scenarios/export-action',
        tags: ['scenarios'],
        summary: "One Action's life so far as a scenario file",
      })
      .errors(refused)
      .input(z.strictObject({ action: z.string().min(1) }))
      .output(madeFile),
    text: oc
      .route({
        method: 'GET',
        path: '/scenarios/{id}/text',
        tags: ['scenarios'],
        summary: 'The text of a library scenario',
      })
      .errors(invalidFile)
      .input(z.strictObject({ id: z.string() }))
      .output(madeFile),
  },
  history: historyContract,
  lesson: lessonContract,
  presenter: presenterContract,
  recorder: recorderContract,
  lab: labContract,
  state: stateContract,
  workspace: workspaceContract,
  workspaces: workspacesContract,
};
export type Contract = typeof contract;
