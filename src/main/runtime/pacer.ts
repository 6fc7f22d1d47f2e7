/** Maps real time to virtual time for playing at a speed. The only place that waits for real; tests never start it. */

/** Slowest and fastest speed: virtual per real time. */
const SLOWEST = 0.5;
const FASTEST = 10_000;
/** Real milliseconds between two moves. */
const TICK_MS = 33;

export interface PacerOptions {
  /** Moves virtual time by at most `durationMs`, or by `realMs` where time is held at 1×; the next move waits for it. */
  readonly playFor: (durationMs: number, realMs: number) => Promise<unknown>;
  /** Called when playing stopped because moving failed. */
  readonly onError: (error: unknown) => void;
}

export class Pacer {
  readonly #options: PacerOptions;
  #speed = 1;
  #timer: NodeJS.Timeout | undefined;
  #playing = false;
  /** Counts the plays: a move that ends after a pause must not continue beside the play that began since. */
  #play = 0;

  constructor(options: PacerOptions) {
    this.#options = options;
  }

  get isPlaying(): boolean {
    return this.#playing;
  }
  get speed(): number {
    return this.#speed;
  }

  /** Virtual over real time, from 0.5 to 10,000; refuses anything else. */
  setSpeed(speed: number): void {
    if (!(speed >= SLOWEST && speed <= FASTEST)) {
      throw new RangeError(`the speed ${speed} is not between ${SLOWEST} and ${FASTEST}`);
    }
    this.#speed = speed;
  }

  play(): void {
    if (this.#playing) return;
    this.#playing = true;
    this.#play += 1;
    this.#scheduleTick(performance.now(), this.#play, TICK_MS);
  }

  pause(): void {
    this.#playing = false;
    clearTimeout(this.#timer);
  }

  #scheduleTick(last: number, play: number, waitMs: number): void {
    this.#timer = setTimeout(() => {
      const now = performance.now();
      // A late tick (the machine slept, a step took long) moves no more than a quarter of a second of real time.
      const realMs = Math.min(now - last, 250);
      this.#options.playFor(wholeMs(realMs * this.#speed), wholeMs(realMs)).then(
        () => {
          if (!this.#playing || play !== this.#play) return;
          // The beat is kept where a move took long: others had their turn while it ran.
          this.#scheduleTick(now, play, Math.max(1, TICK_MS - (performance.now() - now)));
        },
        (error: unknown) => {
          this.pause();
          this.#options.onError(error);
        },
      );
    }, waitMs);
  }
}

const wholeMs = (durationMs: number) => Math.max(1, Math.round(durationMs));
