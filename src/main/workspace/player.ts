/** Takes the steps of the scenario that is open, each in one turn. */

import { isRejection, type Rejection, reject } from '../../shared/errors.ts';
import type { PlayedStep, RunReport } from '../../shared/played.ts';
import type { Scenario, Step } from '../../shared/scenario.ts';
import type { PlayerState } from '../../shared/stream.ts';
import { interrupted, isFinished } from '../runtime/step-taken.ts';
import {
  brokenOff,
  type PlayerActivity,
  pendingStep,
  playedSteps,
  playerState,
  reportOf,
  taken,
} from '../scenario/played-steps.ts';
import { takeStep } from '../scenario/take-step.ts';
import type { LiveWorkspace, OnOccasion } from './live-workspace.ts';
import { earlierPoint, isOnPath, pathPoint, visitedPoint } from './path-point.ts';
import { stepTarget } from './step-target.ts';

/** Steps that are taken on one wish: on one occasion, as long as one goes nowhere else. */
interface Run {
  /** The workspace's, as the run began. */
  readonly departures: number;
  readonly occasion: object;
  activity: PlayerActivity;
}

const DONE = { ok: true } as const;
const LEFT = reject('notAllowed', 'You left before all steps were taken.');

export class Player {
  readonly #workspace: LiveWorkspace;
  /** The run that is going on, or was the last. */
  #run: Run = { departures: 0, occasion: {}, activity: 'at rest' };

  constructor(workspace: LiveWorkspace) {
    this.#workspace = workspace;
  }

  /** `null` where no scenario is open. */
  state(): PlayerState | null {
    const { played, leftByClosing } = this.#workspace;
    return played && playerState(played, this.#isCurrent(this.#run) ? this.#run.activity : 'at rest', leftByClosing);
  }

  /**
   * Takes the next step of the open scenario; asked again before it is taken, the one after it follows. Whoever has acted or moved time
   * beside it returns to its path first: what was done there is a future of its own.
   */
  async step(): Promise<{ readonly step: PlayedStep } | Rejection> {
    const { clock } = this.#workspace;
    if (clock.isPlaying) await clock.pause();
    if (this.#isAway) await this.return();
    return this.#workspace.undertake(async (onOccasion) => {
      const refusal = this.#refusal();
      if (refusal !== null) return refusal;
      let step: PlayedStep | null = null;
      const outcome = await this.#running(async (run) => {
        step = await this.#takeNext(run, onOccasion);
      });
      return isRejection(outcome) || step === null ? LEFT : { step };
    });
  }

  /** Goes back to where the path of the scenario was left, or to the end of the step that one went back into; false on the path. */
  async return(): Promise<boolean> {
    const { played, history } = this.#workspace;
    return this.#isAway && played !== null && history.to((past) => pathPoint(past, played));
  }

  /**
   * Takes all steps that are left, and says how all have ended; others have their turns between them. Returns to its path first, as
   * `step` does.
   */
  async run(): Promise<RunReport | Rejection> {
    if (this.#isAway) await this.return();
    const outcome = await this.#takeUntil(Number.POSITIVE_INFINITY);
    const { played, now, world } = this.#workspace;
    if (isRejection(outcome)) return outcome;
    return played === null ? LEFT : reportOf(played.title, playedSteps(played), now - world.startAt);
  }

  /**
   * Takes steps until so many have been taken, or goes there again where it was there before; on one occasion. Returns to the path first,
   * and then takes none.
   */
  async goOnTo(position: number): Promise<{ ok: true } | Rejection> {
    if (this.#isAway) return (await this.return()) ? DONE : this.#lost();
    const { played, history } = this.#workspace;
    if (played === null || played.taken.length >= position) return DONE;
    if (await history.to((past) => visitedPoint(past, played, position))) return DONE;
    return this.#takeUntil(position);
  }

  /** Goes back to where no more than `position` steps had been taken; returns to the path first, and then goes no further. */
  async goBackTo(position: number): Promise<{ ok: true } | Rejection> {
    if (this.#isAway) return (await this.return()) ? DONE : this.#lost();
    const { played, history } = this.#workspace;
    if (played === null || played.taken.length <= position) return DONE;
    return (await history.to((past) => earlierPoint(past, played, position))) ? DONE : this.#lost();
  }

  /** Takes all steps without a player: they only bring the workspace to where it is interesting. */
  async takeSilently({ steps }: Scenario, onOccasion: OnOccasion): Promise<void> {
    const target = stepTarget(this.#workspace, (act) => onOccasion(null, act));
    for (const [index, step] of steps.entries()) await takeStep(target, step, index + 1);
  }

  /** Takes steps until so many have been taken, or none is left; on one occasion. */
  async #takeUntil(position: number): Promise<{ ok: true } | Rejection> {
    return (
      this.#refusal() ??
      this.#running(async (run) => {
        const { clock } = this.#workspace;
        if (clock.isPlaying) await clock.pause();
        while (this.#isCurrent(run) && this.#hasNext && this.#position < position) {
          await this.#workspace.undertake((onOccasion) => this.#takeNext(run, onOccasion));
        }
      })
    );
  }

  /** Whether one is beside the path, and may return. A step that the app was closed in is taken as it is. */
  get #isAway(): boolean {
    const { played, leftByClosing, readOnly } = this.#workspace;
    if (played === null || isOnPath(played) || readOnly !== null || this.state()?.running === true) return false;
    const last = played.taken.at(-1);
    return played.isLeft || last === undefined || !leftByClosing.has(last);
  }

  get #position(): number {
    return this.#workspace.played?.taken.length ?? 0;
  }

  #lost(): Rejection {
    return reject('notAllowed', 'What came before is no longer known. Open the scenario again to start over.');
  }

  get #hasNext(): boolean {
    const { played } = this.#workspace;
    return played !== null && !isFinished(played);
  }

  #isCurrent({ departures }: Run): boolean {
    return departures === this.#workspace.departures;
  }

  #refusal(): Rejection | null {
    const { played, readOnly } = this.#workspace;
    if (readOnly !== null) return reject('notAllowed', readOnly);
    if (!played) return reject('notAllowed', 'No scenario is open. Open one from the library, or a file.');
    if (this.state()?.running === true) return reject('notAllowed', 'The scenario is already running.');
    if (this.#hasNext) return null;
    return reject('notAllowed', 'All steps have been taken. Open the scenario again to start over.');
  }

  async #running(take: (run: Run) => Promise<void>): Promise<{ ok: true } | Rejection> {
    const run: Run = { departures: this.#workspace.departures, occasion: {}, activity: 'between steps' };
    this.#run = run;
    this.#workspace.tell({ type: 'player' });
    try {
      await take(run);
    } finally {
      run.activity = 'at rest';
      this.#workspace.tell({ type: 'player' });
    }
    return this.#isCurrent(run) ? DONE : LEFT;
  }

  /** Takes a step, in its turn. It is on disk as interrupted before it begins, and as what came of it when it has ended. */
  async #takeNext(run: Run, onOccasion: OnOccasion): Promise<PlayedStep | null> {
    const { played } = this.#workspace;
    // Before its turn came.
    if (!this.#isCurrent(run) || played === null || isFinished(played)) return null;
    const number = played.taken.length + 1;
    const step = played.steps[number - 1] as Step;
    const pending = pendingStep(step, number);
    const ask = <T>(act: () => T): T => onOccasion(run.occasion, act);
    const note = (noted: PlayedStep) => ask(() => this.#workspace.noteStep(noted));
    run.activity = 'taking a step';
    await note(interrupted(pending));
    try {
      const ended = taken(pending, await takeStep(stepTarget(this.#workspace, ask), step, number));
      await note(ended);
      return ended;
    } catch (error) {
      await note(brokenOff(pending, error instanceof Error ? error.message : String(error)));
      throw error;
    } finally {
      run.activity = 'between steps';
      this.#workspace.tell({ type: 'player' });
    }
  }
}
