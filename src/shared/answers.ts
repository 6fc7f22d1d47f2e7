/** What every call that may change something answers with, so that who follows the stream of events can wait for what came of it. */
import { z } from 'zod';

/**
 * `toldSeq`: the number of the last event that those who follow were told before this answer. The stream's messages say the same of
 * themselves: from that number on, all that came of the call is in them. It only rises, also where one goes back; a restart begins anew.
 */
export const told = z.object({ toldSeq: z.int().min(0) });

export const done = z.object({ ok: z.literal(true), ...told.shape });

export const moved = z.object({ moved: z.boolean(), ...told.shape });
