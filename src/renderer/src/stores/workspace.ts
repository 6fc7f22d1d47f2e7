/**
 * The workspace as this window knows it. One writer: the event stream, folded by the engine's own `evolve`; where one went back or
 * forth, what differs there. The world's Maps change in place; `version` counts, so that a list knows when to look again; what lies
 * in them is immutable, so that a reader of one Action renders only when that Action changed.
 */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { evolve } from '../../../engine/evolve.ts';
import { applyWorldChanges } from '../../../engine/history/world-changes.ts';
import type { ClockState } from '../../../shared/clock-contract.ts';

import type { Fact } from '../../../shared/facts.ts';
import type { LessonState } from '../../../shared/lesson-contract.ts';
import type { Case } from '../../../shared/model.ts';
import type { PresenterState } from '../../../shared/presenter-contract.ts';
import type { WorkspaceState as OpenWorkspace, PlayerState, StreamMessage } from '../../../shared/stream.ts';
import type { World } from '../../../shared/world.ts';
import { worldFromJson } from '../../../shared/world-json.ts';

export interface WorkspaceState {
  /** `null` until the first snapshot came. */
  readonly world: World | null;
  readonly clock: ClockState | null;
  readonly player: PlayerState | null;
  readonly lesson: LessonState | null;
  /** What the audience sees. */
  readonly presenter: PresenterState;
  /** Which workspace it is, and where one can return to. */
  readonly workspace: OpenWorkspace;
  /** What was damaged and recovered when the workspace was opened. */
  readonly recovered: readonly string[];
  /** Rises with every change of the world. */
  readonly version: number;
  readonly connection: 'connecting' | 'connected' | 'lost';
  /** The number of the last message of the stream. */
  readonly messageNumber: number;
  /** The number of the last event that is folded, as the simulator counts what it tells. */
  readonly toldSeq: number;
}

export const workspace = createStore<WorkspaceState>(() => ({
  world: null,
  clock: null,
  player: null,
  lesson: null,
  presenter: { action: null },
  workspace: { id: '', name: '', backTo: null, isFirstStart: false },
  recovered: [],
  version: 0,
  connection: 'connecting',
  messageNumber: 0,
  toldSeq: 0,
}));

/** Resolves once the first snapshot came. */
export function untilShown(): Promise<void> {
  return new Promise((resolve) => {
    const look = ({ world }: WorkspaceState) => {
      if (world === null) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = workspace.subscribe(look);
    look(workspace.getState());
  });
}

/** Told of the facts that were folded; of `null` where the world is another one, or went to another point. */
type Follower = (facts: readonly Fact[] | null) => void;
const followers = new Set<Follower>();

/** For what is worked out from all that happened, one fact after the other, as it happens. Gives the way to stop. */
export function followFacts(follower: Follower): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}

const tellFollowers: Follower = (facts) => {
  for (const follower of followers) follower(facts);
};

/** Folds one message of the stream; false where one was missed and a new snapshot is needed. */
export function receive(message: StreamMessage): boolean {
  const state = workspace.getState();
  const { toldSeq } = message;
  if (message.type === 'snapshot') {
    tellFollowers(null);
    workspace.setState({
      world: worldFromJson(message.world),
      clock: message.clock,
      player: message.player,
      lesson: message.lesson,
      presenter: message.presenter,
      workspace: message.workspace,
      recovered: message.recovered,
      version: state.version + 1,
      connection: 'connected',
      messageNumber: message.number,
      toldSeq,
    });
    return true;
  }
  if (state.world === null || message.number !== state.messageNumber + 1) return false;
  if (message.type === 'player') {
    workspace.setState({ player: message.player, lesson: message.lesson, messageNumber: message.number, toldSeq });
    return true;
  }
  if (message.type === 'presenter') {
    workspace.setState({ presenter: message.presenter, messageNumber: message.number, toldSeq });
    return true;
  }
  if (message.type === 'workspace') {
    workspace.setState({ workspace: message.workspace, messageNumber: message.number, toldSeq });
    return true;
  }
  if (message.type === 'changed') applyWorldChanges(state.world, message.changes);
  else for (const fact of message.facts) evolve(state.world, fact);
  tellFollowers(message.type === 'changed' ? null : message.facts);
  const isSame = message.type === 'batch' && message.facts.length === 0;
  workspace.setState({
    clock: message.clock,
    version: isSame ? state.version : state.version + 1,
    messageNumber: message.number,
    toldSeq,
  });
  return true;
}

const Shown = createContext(workspace);

/** Everything within shows this workspace in place of the open one: to look at, for nothing can be done with it. */
export const ShownWorkspace = Shown.Provider;

/** Whether what is shown here is the open workspace: what can be done, and where links lead, is about that one. */
export const useIsOpenShown = (): boolean => useContext(Shown) === workspace;

/**
 * Reads the workspace that is shown here; renders again only when what `select` returns changed. Return values from the world, not
 * new ones.
 */
export function useWorkspace<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useContext(Shown), select);
}

/** The world, again whenever anything in it changed. Present on every screen. */
export function useWorld(): World {
  const world = useWorkspace((state) => state.world);
  // It changes in place.
  useWorkspace((state) => state.version);
  if (world === null) throw new Error('a screen was shown before the workspace was there');
  return world;
}

/** The clock; on every screen there is one. Changes up to 30 times a second while playing: read the narrowest part. */
export function useClock<T>(select: (clock: ClockState) => T): T {
  return useWorkspace((state) => select(clockOf(state)));
}

/** Reads the clock once, when asked: for what a press of a button needs. */
export function useReadClock(): () => ClockState {
  const shown = useContext(Shown);
  return () => clockOf(shown.getState());
}

/** The clock of a workspace that is there. */
export function clockOf({ clock }: WorkspaceState): ClockState {
  if (clock === null) throw new Error('a screen was shown before the workspace was there');
  return clock;
}

export const useCase = (ref: string): Case | undefined => useWorkspace((state) => state.world?.cases.get(ref));

/** The facts of an Action or Case, oldest first; again whenever one was added. */
export function useFacts(ref: string): readonly Fact[] {
  // The array grows in place: its length tells that it changed. Going back puts another one there.
  useWorkspace((state) => state.world?.timelines.get(ref)?.length);
  return useWorkspace((state) => state.world?.timelines.get(ref)) ?? NO_FACTS;
}
const NO_FACTS: readonly Fact[] = [];
