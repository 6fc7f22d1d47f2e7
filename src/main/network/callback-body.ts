/** Reads the body of a callback (R30): JSON of the contract's `responseBody`, or what is wrong with it. */
import { responseBody } from '../../shared/inputs.ts';
import { LOST_NAME_REFUSED, lostNameIn } from '../../shared/lost-name.ts';
import type { ResponseBody } from '../../shared/model.ts';

/** The largest body that is read. */
export const MAX_BODY_BYTES = 1_048_576;
/** How deep its lists and objects may nest; deeper ones would exhaust the stack of whatever stores or shows them. */
const MAX_BODY_DEPTH = 100;

/** A body as it was meant, or one sentence that says what is wrong and what was expected. */
export type CallbackBody = { readonly body: ResponseBody } | { readonly body: null; readonly problem: string };

export async function readCallbackBody(request: Request): Promise<CallbackBody> {
  const bytes = await readAtMost(request, MAX_BODY_BYTES);
  if (bytes === null) return malformed(`The body is larger than ${MAX_BODY_BYTES} bytes, the most that is accepted.`);
  const text = decode(bytes);
  if (text === null) return malformed('The body is not UTF-8 text.');
  if (text.trim() === '') return malformed('The body is empty.');
  const json = parseJson(text);
  if ('problem' in json) return malformed(`The body is not JSON: ${json.problem}.`);
  if (!nestsAtMost(json.value, MAX_BODY_DEPTH))
    return malformed(`The body is nested more than ${MAX_BODY_DEPTH} levels deep.`);
  const lost = lostNameIn(json.value);
  if (lost !== null) return malformed(`${lost.join('.')}: ${LOST_NAME_REFUSED}`);
  const parsed = responseBody.safeParse(json.value);
  if (parsed.success) return { body: parsed.data };
  return malformed(
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; '),
  );
}

function malformed(problem: string): CallbackBody {
  return { body: null, problem };
}

/** `null` once there are more than `limit` bytes; what follows is not read. */
async function readAtMost(request: Request, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parseJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function nestsAtMost(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => nestsAtMost(inner, levels - 1));
}
