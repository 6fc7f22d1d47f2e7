/** The workspaces that are kept side by side: listing, opening, naming, copying and deleting them; part of the contract. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { asTold, done, moved, told } from './answers.ts';
import { backupInfo } from './workspace-contract.ts';

const workspaceInfo = z
  .object({
    ...backupInfo.omit({ saveNumber: true, title: true }).shape,
    id: z.string(),
    name: z.string(),
    isOpen: z.boolean(),
  })
  .meta({ id: 'WorkspaceInfo', description: 'A workspace, for a list of them.' });
export type WorkspaceInfo = Readonly<z.output<typeof workspaceInfo>>;

/** The workspace of the data folder itself, where every version before this one kept its only one. */
export const FIRST_WORKSPACE = 'first';

export const workspaceId = z.union([z.literal(FIRST_WORKSPACE), z.uuid()]);

/** What a workspace can be called: 1 to 100 characters, without spaces at either end. */
export const workspaceName = z
  .string()
  .trim()
  .min(1, 'expected a name')
  .max(100, 'expected a name of at most 100 characters')
  .meta({ title: 'Name', description: 'What the workspace is called, on screen, in files and for the command line.' });

/** No workspace has that id; or it cannot be done, in a sentence. */
const errors = { NOT_FOUND: { status: 404 }, NOT_POSSIBLE: { status: 409 } } as const;

const one = z.strictObject({ id: workspaceId });

export const workspacesContract = {
  list: oc
    .route({ method: 'GET', path: '/workspaces', tags: ['workspaces'], summary: 'All workspaces, the open one first' })
    .output(asTold(z.array(workspaceInfo))),
  open: oc
    .route({
      method: 'POST',
      path: '/workspaces/open',
      tags: ['workspaces'],
      summary: 'Opens another workspace; the current one is saved and stays among them',
    })
    .errors(errors)
    .input(one)
    .output(done),
  rename: oc
    .route({ method: 'POST', path: '/workspaces/rename', tags: ['workspaces'], summary: 'Gives a workspace a name' })
    .errors(errors)
    .input(z.strictObject({ id: workspaceId, name: workspaceName }))
    .output(done),
  duplicate: oc
    .route({
      method: 'POST',
      path: '/workspaces/duplicate',
      tags: ['workspaces'],
      summary: 'Copies a workspace as it is now, with its past and its backups; the open one stays open',
    })
    .errors(errors)
    .input(one)
    .output(z.object({ id: workspaceId, name: z.string(), ...told.shape })),
  remove: oc
    .route({
      method: 'POST',
      path: '/workspaces/remove',
      tags: ['workspaces'],
      summary: 'Deletes a workspace that is not open; its files are moved to the folder "deleted"',
    })
    .errors(errors)
    .input(one)
    .output(done),
  back: oc
    .route({
      method: 'POST',
      path: '/workspaces/back',
      tags: ['workspaces'],
      summary: 'Returns to the workspace that was open before the last opening or restoring',
    })
    .errors(errors)
    .output(moved),
  stay: oc
    .route({
      method: 'POST',
      path: '/workspaces/stay',
      tags: ['workspaces'],
      summary: 'Dismisses the offer to return',
    })
    .output(done),
};
