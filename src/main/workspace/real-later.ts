/** Real time at the edge: what is to be tried again after a while, whether or not the clock plays. */

/** Calls `job` after so many real milliseconds; the returned function calls that off. */
export type Later = (ms: number, job: () => void) => () => void;

/** By the computer's clock. No process stays alive for it. */
export const realLater: Later = (ms, job) => {
  const timer = setTimeout(job, ms).unref();
  return () => clearTimeout(timer);
};
