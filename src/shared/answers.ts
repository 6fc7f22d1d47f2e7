/** What every call that may change something answers with, so that who follows the stream of events can wait for what came of it. */
import { z } from 'zod';

/**
 * `toldSeq`: the number of the last event told to those who follow, before this answer. The messages of the stream carry it too: once
 * it is reached there, they hold everything the call led to. It only ever rises, even when you go back; a restart begins again at 0.
 */
export const told = z.object({ toldSeq: z.int().min(0) });

export const done = z.object({ ok: z.literal(true), ...told.shape });

export const moved = z.object({ moved: z.boolean(), ...told.shape });
