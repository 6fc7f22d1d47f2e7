export const TRANSPORTS = ['http', 'direct'] as const;
/**
 * How calls and responses travel. `http`: every one is a real `fetch` on a simulated network, and APIs may be real. `direct`: the same
 * without HTTP; a real API is not to be reached.
 */
export type Transport = (typeof TRANSPORTS)[number];
