/** Reads bodies of requests, never more of them than is wanted, nor for longer. */

/** Who sends too much is listened to a while longer: while it still sends it does not hear the answer. */
const PATIENCE = 8;

export interface BodyLimits {
  readonly bytes: number;
  /** Milliseconds until it must be there. */
  readonly ms: number;
}

/** The whole body, never more of it in memory than the limit. */
export async function readBody(
  request: Request,
  { bytes, ms }: BodyLimits,
): Promise<Uint8Array<ArrayBuffer> | 'too large' | 'too slow' | 'broken off'> {
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isTooSlow = false;
  const timer = setTimeout(() => {
    isTooSlow = true;
    // Ends the read that waits; what still comes is nobody's.
    void reader.cancel().catch(() => undefined);
  }, ms);
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.byteLength;
      if (size <= bytes) chunks.push(read.value);
      else if (size > bytes * PATIENCE) break;
    }
  } catch {
    return isTooSlow ? 'too slow' : 'broken off';
  } finally {
    clearTimeout(timer);
    void reader.cancel().catch(() => undefined);
  }
  if (isTooSlow) return 'too slow';
  return size <= bytes ? new Uint8Array(Buffer.concat(chunks)) : 'too large';
}
