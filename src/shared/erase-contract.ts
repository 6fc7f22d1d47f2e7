/** *Erase everything*: what is kept on this machine, and removing all of it; part of the contract. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { told } from './answers.ts';

const count = z.int().min(0);

const holdings = z
  .object({
    folder: z.string().describe('The data folder; “memory” where nothing is kept.'),
    workspaces: z.array(z.string()).describe('Their names.'),
    backupCount: count.describe('Backups of these.'),
    runCount: count.describe('Lab runs.'),
    deletedCount: count.describe('Workspaces that were deleted, and lie in the folder "deleted".'),
    hasWindow: z.boolean().describe('Whether there is a profile of the desktop app’s window.'),
    fileCount: count.describe('All files that would be removed.'),
    bytes: count.describe('The size of these.'),
    left: z.array(z.string()).describe('What is not Trigger Lab’s, and would stay; a folder ends with “/”.'),
  })
  .meta({ id: 'Holdings', description: 'All that is kept on this machine.' });
export type Holdings = Readonly<z.output<typeof holdings>>;

const erased = z.object({
  fileCount: count.describe('How many files were removed.'),
  bytes: count.describe('The size of these.'),
  failed: z.array(z.string()).describe('What could not be removed, each with why.'),
  left: z.array(z.string()).describe('What is not Trigger Lab’s, and stayed; a folder ends with “/”.'),
});
export type Erased = Readonly<z.output<typeof erased>>;

/** What the call that erases must say, so that none does by mistake. */
export const ERASE_WORDS = 'erase everything';

export const eraseContract = {
  look: oc
    .route({
      method: 'GET',
      path: '/erase',
      tags: ['erase'],
      summary: 'All that is kept on this machine: what erasing would remove, and what it would leave',
    })
    .output(holdings),
  all: oc
    .route({
      method: 'POST',
      path: '/erase',
      tags: ['erase'],
      summary: 'Removes all of it; the app goes on with the sample workspace, as on the first day',
    })
    .input(z.strictObject({ confirm: z.literal(ERASE_WORDS) }))
    .output(
      erased
        .extend({
          isWindowLater: z
            .boolean()
            .describe('Whether the window’s profile is in use, and goes when the app next starts.'),
          ...told.shape,
        })
        .meta({ id: 'Erased', description: 'What was removed, and what could not be.' }),
    ),
};
