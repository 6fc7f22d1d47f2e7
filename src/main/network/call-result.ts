/** The result of a call, read from its reply: the same for a simulated API and a real one. */
import { MAX_DURATION_MS, SECOND_MS } from '../../shared/duration.ts';
import type { CallFailure, CallResult } from '../../shared/model.ts';

/** A redirect is a status outside 2xx (R7), not something to follow. `retryAfter` is the header as it was sent, if it was. */
export function resultOfReply(status: number, retryAfter: string | null | undefined): CallResult {
  if (status >= 200 && status < 300) return { connected: true, status };
  return { connected: false, failure: statusFailure(status, retryAfter ?? '') };
}

/** Retry-After is shown where it is a number of seconds; a date would be one of real time. */
function statusFailure(status: number, retryAfter: string): CallFailure {
  const failure = { kind: 'status', status } as const;
  const retryAfterMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * SECOND_MS : Number.POSITIVE_INFINITY;
  return retryAfterMs <= MAX_DURATION_MS ? { ...failure, retryAfterMs } : failure;
}
