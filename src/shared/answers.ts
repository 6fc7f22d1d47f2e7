/** What calls that may change something answer with: done or refused, and up to where the stream of events tells of it. */
import type { Schema } from '@orpc/contract';
import { z } from 'zod';
import { REJECTION_CODES } from './errors.ts';

/**
 * `toldSeq`: the number of the last event told to those who follow, before this answer. The messages of the stream carry it too: once
 * it is reached there, they hold everything the call led to. It only ever rises, even when you go back; a restart begins again at 0.
 */
export const told = z.object({
  toldSeq: z.int().min(0).describe('The number of the last event that was told before this answer.'),
});

/** A file that was made for a person to keep. */
export const madeFile = z
  .object({ fileName: z.string(), text: z.string() })
  .meta({ id: 'MadeFile', description: 'A file that was made for a person to keep.' });

export const done = z.object({ ok: z.literal(true), ...told.shape }).meta({ id: 'Done', description: 'It was done.' });

/** A refusal by the rules, as an answer holds it. */
export const refusal = z
  .object({
    code: z.enum(REJECTION_CODES),
    message: z.string().describe('Why, in a sentence.'),
    rules: z.array(z.string()).describe('The rules behind it: R15.'),
  })
  .meta({ id: 'Refusal', description: 'A refusal by the rules.' });

/** The error by which a call that the rules refuse ends. */
export const refused = { REFUSED: { status: 409, data: refusal } } as const;

export const moved = z
  .object({ moved: z.boolean(), ...told.shape })
  .meta({ id: 'Moved', description: 'Whether there was anywhere to go.' });

/** An answer that is told as it is: the schema says what it is, to the types and in `/openapi.json`, and nothing is checked on its way out. */
export const asTold = <S extends z.ZodType>(told: S): Schema<z.output<S>, z.output<S>> & { readonly told: S } => ({
  '~standard': { vendor: 'trigger-lab', version: 1, validate: (value) => ({ value: value as z.output<S> }) },
  told,
});
