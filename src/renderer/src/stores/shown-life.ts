/** The life of a Lab run that is shown beside the Lab: a workspace of its own, only to look at. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TrialPick } from '../../../shared/lab.ts';
import type { Life } from '../../../shared/lab-contract.ts';
import { worldFromJson } from '../../../shared/world-json.ts';
import type { WorkspaceState } from './workspace.ts';

/** Which life of which run. */
export interface LifeChoice {
  readonly id: string;
  readonly variant: number;
  readonly pick: TrialPick;
}

export interface ShownLife {
  readonly title: string;
  readonly actionRef: string;
  readonly choice: LifeChoice;
  readonly workspace: StoreApi<WorkspaceState>;
}

const shown = createStore<{ readonly life: ShownLife | null }>(() => ({ life: null }));

export const useShownLife = (): ShownLife | null => useStore(shown, ({ life }) => life);

export function showLife(choice: LifeChoice, { title, actionRef, now, world }: Life): void {
  const clock = { now, startAt: world.startAt, playing: false, speed: 1, scheduledCount: 0, next: null };
  const workspace = createStore<WorkspaceState>(() => ({
    world: worldFromJson(world),
    clock: { ...clock, canGoBack: false, callbackBase: null, notSaved: null },
    player: null,
    lesson: null,
    presenter: { action: null },
    workspace: { id: '', name: title, backTo: null, isFirstStart: false },
    recovered: [],
    version: 0,
    connection: 'connected',
    messageNumber: 0,
    toldSeq: 0,
  }));
  shown.setState({ life: { title, actionRef, choice, workspace } });
}

export const hideLife = () => shown.setState({ life: null });
