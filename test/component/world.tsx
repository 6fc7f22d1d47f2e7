/**
 * A workspace behind a part of the window: commands are decided and folded by the rules, and arrive when the test lets them.
 * Stands in for the connection to the simulator, nothing else.
 */
import { act } from '@testing-library/react';
import { z } from 'zod';
import { createWorld } from '../../src/engine/create-world.ts';
import { handle } from '../../src/engine/handle.ts';
import { workspace } from '../../src/renderer/src/stores/workspace.ts';
import type { ClockState } from '../../src/shared/clock-contract.ts';
import { isRejection } from '../../src/shared/errors.ts';
import { type Command, type CommandText, command as commandSchema } from '../../src/shared/inputs.ts';
import type { Applied, Run, StudyText } from '../../src/shared/lab.ts';
import type { PresenterState } from '../../src/shared/presenter-contract.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import type { World } from '../../src/shared/world.ts';

export const START = Date.parse('2026-01-05T09:00:00Z');

/** A clock that stands at the start. */
const CLOCK: ClockState = {
  now: START,
  startAt: START,
  playing: false,
  speed: 1,
  scheduledCount: 0,
  next: null,
  canGoBack: false,
  callbackBase: null,
  notSaved: null,
};

/** Commands that wait for the test to accept them. */
export const waiting: (() => Promise<void>)[] = [];
/** What was asked, decoded. */
export const asked: Command[] = [];
/** What the audience was told that is looked at. */
export const looked: (string | null)[] = [];
/** The studies that the Lab was asked for, as they cross the wire. */
export const askedOfLab: StudyText[] = [];

type AppliedText = Omit<Applied, 'at'> & { readonly id: string };
/** What of runs was noted as saved. */
export const notedApplied: AppliedText[] = [];

let theRun: Run | null = null;
/** Of all runs, whatever their id. */
export const haveRun = (run: Run): void => {
  theRun = run;
};

let door: (command: CommandText) => Promise<void>;

/** In the place of `client/client.ts`: `vi.mock('…/client.ts', () => import('./world.tsx'))`. */
export const client = () => ({
  act: (command: CommandText) => door(command),
  presenter: {
    look: async ({ action }: PresenterState) => {
      looked.push(action);
      if (action !== null) workspace.setState({ presenter: { action } });
    },
  },
  actAll: async ({ commands }: { readonly commands: readonly CommandText[] }) => {
    for (const command of commands) await Promise.all([door(command), waiting.shift()?.()]);
    return { doneCount: commands.length, refusals: [] };
  },
  command: {
    preview: async () => ({ touched: [], rejection: null }),
  },
  lab: {
    start: async (study: StudyText) => {
      askedOfLab.push(study);
      return { id: 'run' };
    },
    run: async () => theRun,
    applied: async (what: AppliedText) => {
      notedApplied.push(what);
      if (theRun !== null) theRun = { ...theRun, applied: { ...what, at: '2026-01-05T15:20:00Z' } };
      return { ok: true };
    },
  },
});

/** Puts a workspace there, as the first snapshot does. */
export function openWorkspace(definitions: ScenarioText): World {
  const world = createWorld(z.decode(scenario, definitions), START, 1);
  waiting.length = 0;
  asked.length = 0;
  looked.length = 0;
  askedOfLab.length = 0;
  workspace.setState({ world, clock: CLOCK, version: 1, connection: 'connected', presenter: { action: null } });
  door = (text) => {
    const command = z.decode(commandSchema, text);
    asked.push(command);
    return new Promise<void>((resolve) => {
      waiting.push(async () => {
        const facts = handle(world, command, START);
        if (isRejection(facts)) throw new Error(facts.message);
        workspace.setState(({ version }) => ({ version: version + 1 }));
        resolve();
      });
    });
  };
  return world;
}

/** Lets the oldest command through: it is folded, and answered. */
export const accept = () => act(async () => waiting.shift()?.());

/** Something that others saved. */
export const elsewhere = (world: World, command: Command) =>
  act(async () => {
    handle(world, command, START);
    workspace.setState(({ version }) => ({ version: version + 1 }));
  });
