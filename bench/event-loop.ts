/** What this thread does meanwhile. */

/** The longest time in ms for which nothing else got a turn while `job` ran. */
export async function longestBlock(job: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let running = true;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const turn = () => {
    look();
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  await job();
  running = false;
  look();
  return longest;
}

/** Lets `ms` of real time pass. */
export const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The middle one, or the upper of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/** How many ms this thread has computed since it began: what others on the machine do hardly shows in it, waiting does not at all. */
export function computedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
