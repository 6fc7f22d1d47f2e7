/** The presenter's part of the contract: which Action a trainer looks at, so that the audience's windows show the same. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { done } from './answers.ts';

export const presenterState = z
  .object({
    action: z
      .string()
      .nullable()
      .describe(
        'The Action looked at last, by the reference that its address has: `C1/post-invoice` is the newest copy, `C1/post-invoice/2` the second. null where none was looked at since the workspace was opened.',
      ),
  })
  .meta({ id: 'PresenterState', description: 'Where the presenter looks, as far as an audience is concerned.' });
export type PresenterState = Readonly<z.output<typeof presenterState>>;

export const presenterContract = {
  look: oc
    .route({
      method: 'POST',
      path: '/presenter/look',
      tags: ['presenter'],
      summary: 'Says what the presenter looks at now: an Action, which the audience then sees, or something else',
    })
    .input(z.strictObject({ action: z.string().min(1).max(1_000).nullable() }))
    .output(done),
};
