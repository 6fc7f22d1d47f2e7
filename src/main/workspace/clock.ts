/** The clock as people move it: by playing at a speed, or to where they wish. */
import type { ClockState } from '../../shared/clock-contract.ts';
import type { Rejection } from '../../shared/errors.ts';
import { resolveInstant } from '../../shared/instant.ts';
import { StoreFailure } from '../../shared/store-failure.ts';
import { Pacer } from '../runtime/pacer.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { unlessReplaced } from '../runtime/workspace-replaced.ts';
import type { Saver } from './saver.ts';

export interface ClockOptions {
  readonly runtime: () => Runtime;
  readonly saver: Saver;
  /** All of its state that is not about the play. */
  readonly standing: () => Omit<ClockState, 'playing' | 'speed'>;
  /** Why nothing can be changed; `null` where it can. */
  readonly readOnly: () => string | null;
  /** Does something that a person wishes. */
  readonly change: <T>(job: () => Promise<T>) => Promise<T | Rejection>;
  /** Called whenever its state has changed by itself. */
  readonly onChange: () => void;
  /** Told of what should never happen in a slice of play. */
  readonly onBug: (error: unknown) => void;
}

/** Real time that one slice of play may take before others get a turn. */
const SLICE_MS = 12;

export class Clock {
  readonly #options: ClockOptions;
  readonly #pacer: Pacer;
  /** What is done while playing is one occasion. */
  #play: object = {};

  constructor(options: ClockOptions) {
    const { saver, onChange, onBug } = options;
    this.#options = options;
    this.#pacer = new Pacer({
      playFor: (durationMs, realMs) => this.#playSlice(durationMs, realMs),
      onError: (error) => {
        onChange();
        if (error instanceof StoreFailure) saver.failed(error.message);
        else onBug(error);
      },
    });
  }

  get isPlaying(): boolean {
    return this.#pacer.isPlaying;
  }
  /** What an act of this moment is done on: the play, or an occasion of its own. */
  get occasion(): object {
    return this.isPlaying ? this.#play : {};
  }

  state(): ClockState {
    return { ...this.#options.standing(), playing: this.#pacer.isPlaying, speed: this.#pacer.speed };
  }

  /** Lets time run; throws where nothing can be changed. */
  play(): void {
    if (this.isPlaying) return;
    const readOnly = this.#options.readOnly();
    if (readOnly !== null) throw new StoreFailure('unwritable', readOnly);
    this.#play = {};
    this.#pacer.play();
    this.#options.onChange();
  }

  /** Stops the play and stores the workspace; rejects where it could not be stored. */
  async pause(): Promise<void> {
    const { runtime, saver, onChange } = this.#options;
    if (!this.isPlaying) return;
    this.stop();
    await unlessReplaced(async () => {
      await runtime().settle();
      onChange();
      await saver.save();
    });
  }

  /** Stops the play, whatever becomes of the workspace. */
  stop(): void {
    this.#pacer.pause();
  }

  /** Virtual over real time, 0.5 to 10,000. */
  setSpeed(speed: number): void {
    this.#pacer.setSpeed(speed);
    this.#options.onChange();
  }

  /** By a duration in ms, or to an instant as text or number; an instant that has passed moves nothing. */
  advance(wish: { by: number } | { to: number | string }): Promise<Rejection | null> {
    return this.#move((runtime) => {
      if ('by' in wish) return runtime.advanceBy(wish.by);
      const at = typeof wish.to === 'number' ? wish.to : resolveInstant(wish.to, runtime.world.startAt);
      return runtime.advanceTo(at);
    });
  }
  /** To the next scheduled event, `count` times; resolves to how often it moved. */
  next(count = 1): Promise<number | Rejection> {
    return this.#move((runtime) => runtime.advanceToNext(count));
  }
  nextRetry(): Promise<boolean | Rejection> {
    return this.#move((runtime) => runtime.advanceToNextRetry());
  }
  untilIdle(): Promise<Rejection | null> {
    return this.#move((runtime) => runtime.advanceUntilIdle());
  }

  #move<T>(move: (runtime: Runtime) => Promise<T>): Promise<T | Rejection> {
    return this.#options.change(() => move(this.#options.runtime()));
  }

  async #playSlice(durationMs: number, realMs: number): Promise<void> {
    const { runtime, saver } = this.#options;
    const slice = () => runtime().playFor(durationMs, SLICE_MS, realMs);
    await unlessReplaced(() => runtime().onOccasion(this.#play, slice));
    saver.saveIfDue();
  }
}
