/** What calls that may change something answer with: done or refused, and up to where the stream of events tells of it. */
import { z } from 'zod';
import { REJECTION_CODES } from './errors.ts';

/**
 * `toldSeq`: the number of the last event told to those who follow, before this answer. The messages of the stream carry it too: once
 * it is reached there, they hold everything the call led to. It only ever rises, even when you go back; a restart begins again at 0.
 */
export const told = z.object({ toldSeq: z.int().min(0) });

/** A file that was made for a person to keep. */
export const madeFile = z.object({ fileName: z.string(), text: z.string() });

export const done = z.object({ ok: z.literal(true), ...told.shape });

/** A refusal by the rules, as an answer holds it. */
export const refusal = z.object({ code: z.enum(REJECTION_CODES), message: z.string(), rules: z.array(z.string()) });

/** The error by which a call that the rules refuse ends. */
export const refused = { REFUSED: { status: 409, data: refusal } } as const;

export const moved = z.object({ moved: z.boolean(), ...told.shape });
