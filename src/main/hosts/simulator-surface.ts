/** What the hosts ask of the simulator: what the contract needs, and nothing of how it is done. */
import type { Simulator } from '../simulator.ts';

/** What a subscriber reads when it joins, and the events that continue it. */
export type EventSource = Pick<Simulator, 'world' | 'look' | 'title' | 'recovered' | 'clock' | 'player' | 'subscribe'>;

export type SimulatorSurface = EventSource &
  Pick<
    Simulator,
    | 'act'
    | 'actAll'
    | 'respond'
    | 'wallTimes'
    | 'play'
    | 'pause'
    | 'setSpeed'
    | 'advance'
    | 'next'
    | 'nextRetry'
    | 'untilIdle'
    | 'back'
    | 'library'
    | 'openLibrary'
    | 'openText'
    | 'libraryText'
    | 'stepScenario'
    | 'runScenario'
    | 'exportScenario'
    | 'exportAction'
    | 'openSample'
    | 'openEmpty'
    | 'backups'
    | 'restoreBackup'
    | 'lab'
    | 'labTrial'
  > & {
    readonly history: Pick<Simulator['history'], 'events' | 'goTo' | 'previous' | 'next'>;
  };
