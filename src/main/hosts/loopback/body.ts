/** How much the loopback host takes at a time. */

export const CALLBACK_LIMIT_BYTES = 1024 * 1024;
/** For the contract: a scenario file of ten million characters fits. */
export const MESSAGE_LIMIT_BYTES = 48 * 1024 * 1024;
/** Who sends too much is listened to a while longer: while it still sends it does not hear the answer. */
const PATIENCE = 8;

/** The whole body, never more of it in memory than the limit. */
export async function readBody(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | 'too large' | 'broken off'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size <= limit) chunks.push(chunk);
      else if (size > limit * PATIENCE) break;
    }
  } catch {
    return 'broken off';
  }
  return size <= limit ? new Uint8Array(Buffer.concat(chunks)) : 'too large';
}
