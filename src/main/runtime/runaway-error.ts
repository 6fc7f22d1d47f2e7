import type { Timer } from '../../engine/clocks/timers.ts';

/** A job that would not end: the simulator's own guard. */
export class RunawayError extends Error {
  override readonly name = 'RunawayError';

  /** `head`: what comes next in the queue. */
  constructor(stepCount: number, head: readonly Timer[]) {
    const next = head.map(({ at, input }) => `${input.type} at ${new Date(at).toISOString()}`);
    super(
      `stopped after ${stepCount} steps without coming to rest; next in the queue: ${next.join(', ') || 'nothing'}`,
    );
  }
}
