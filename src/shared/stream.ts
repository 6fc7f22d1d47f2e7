/** The stream of events: what those hear who follow a workspace. */
import { z } from 'zod';
import { clockState } from './clock-contract.ts';
import { anyFact } from './fact-schema.ts';
import { lessonState } from './lesson-contract.ts';
import { playedStep } from './played.ts';
import { presenterState } from './presenter-contract.ts';
import { worldChanges, worldJson } from './world-schema.ts';

const playerState = z
  .object({
    title: z.string(),
    id: z.string().nullable().describe('The library’s id, or null for an opened file.'),
    examples: z
      .object({
        number: z.number().describe('The one that is open, from 1.'),
        titles: z.array(z.string()).readonly().describe('Of all of them.'),
      })
      .nullable()
      .describe('The examples of its file; null where it has none.'),
    steps: z.array(playedStep).readonly(),
    position: z.number().describe('How many steps were taken.'),
    running: z.boolean(),
    isLeft: z
      .boolean()
      .describe(
        'Whether somebody has acted or moved time beside it since its last step: the next one returns to there first.',
      ),
  })
  .meta({ id: 'PlayerState', description: 'The scenario that is open in the player.' });
export type PlayerState = Readonly<z.output<typeof playerState>>;

const workspaceState = z
  .object({
    id: z.string(),
    name: z.string(),
    backTo: z
      .string()
      .nullable()
      .describe('The name of what one can return to, until that is dismissed; null where there is nothing.'),
    isFirstStart: z.boolean().describe('Nothing was stored when the app was started.'),
  })
  .meta({ id: 'WorkspaceState', description: 'Which workspace is open.' });
export type WorkspaceState = Readonly<z.output<typeof workspaceState>>;

const message = <Type extends string, Shape extends z.ZodRawShape>(
  type: Type,
  id: string,
  description: string,
  shape: Shape,
) =>
  z
    .object({
      type: z.literal(type),
      number: z.int().min(1).describe('From 1; never skips within one stream.'),
      ...shape,
      toldSeq: z.int().min(0).describe('Whoever has folded this message knows all that was told up to here.'),
    })
    .meta({ id, description });

/** First a snapshot, then what continues it. */
export const streamMessage = z
  .discriminatedUnion('type', [
    message('snapshot', 'Snapshot', 'All there is. The first message; another one starts over.', {
      workspace: workspaceState,
      world: worldJson,
      clock: clockState,
      player: playerState.nullable(),
      lesson: lessonState
        .nullable()
        .describe('The lesson in the player, as far as it has come; null where the scenario is none.'),
      presenter: presenterState,
      recovered: z
        .array(z.string())
        .readonly()
        .describe('What was damaged and recovered when the workspace was opened.'),
    }),
    message('batch', 'Batch', 'What has happened since.', { facts: z.array(anyFact).readonly(), clock: clockState }),
    message('changed', 'Changed', 'Somebody went to another point: what is different there.', {
      changes: worldChanges,
      clock: clockState,
    }),
    message('player', 'PlayerChanged', 'The scenario in the player goes on.', {
      player: playerState.nullable(),
      lesson: lessonState.nullable(),
    }),
    message('presenter', 'PresenterChanged', 'The presenter looks elsewhere.', { presenter: presenterState }),
    message('workspace', 'WorkspaceChanged', 'The workspace is called something else, or offers another way back.', {
      workspace: workspaceState,
    }),
  ])
  .meta({ id: 'StreamMessage', description: 'A message of the stream of events.' });
export type StreamMessage = Readonly<z.output<typeof streamMessage>>;
