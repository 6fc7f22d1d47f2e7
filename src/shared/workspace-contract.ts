/** What may be asked of the workspace as a whole; part of the contract. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { asTold, done } from './answers.ts';
import { virtualTime } from './field-kinds.ts';

export const backupInfo = z
  .object({
    saveNumber: z.number().describe('What it is restored by: above those of earlier ones.'),
    title: z.string(),
    savedAt: z
      .string()
      .nullable()
      .describe('Real time, ISO 8601; null in one of an earlier version, which does not say.'),
    now: virtualTime.describe('Virtual time.'),
    caseCount: z.number(),
    actionCount: z.number(),
    problem: z.string().nullable().describe('What is wrong with it; null where it can be read.'),
  })
  .meta({
    id: 'BackupInfo',
    description: 'A backup, for a list of them. Each save of the workspace leaves one; the last few are kept.',
  });
export type BackupInfo = Readonly<z.output<typeof backupInfo>>;

/**
 * `keepsCurrent`: the current workspace stays as it is, and what is opened becomes a workspace of its own; where the current one is a
 * scenario in which nothing was done yet, it gives way. Default false: the current one is replaced, and kept as a backup.
 */
export const place = z.strictObject({ keepsCurrent: z.boolean().optional() });

/** No backup has that number, or it is damaged. */
const backupErrors = { NOT_FOUND: { status: 404 }, UNREADABLE: { status: 422 } } as const;

export const workspaceContract = {
  openSample: oc
    .route({
      method: 'POST',
      path: '/workspace/open-sample',
      tags: ['workspace'],
      summary: 'Starts over with the sample workspace; the current one is kept as a backup',
    })
    .input(place.optional())
    .output(done),
  openEmpty: oc
    .route({
      method: 'POST',
      path: '/workspace/open-empty',
      tags: ['workspace'],
      summary: 'Starts over with an empty workspace; the current one is kept as a backup',
    })
    .input(place.optional())
    .output(done),
  backups: oc
    .route({
      method: 'GET',
      path: '/workspace/backups',
      tags: ['workspace'],
      summary: 'The last few saves of the workspace, newest first; each can be restored',
    })
    .output(asTold(z.array(backupInfo))),
  restore: oc
    .route({
      method: 'POST',
      path: '/workspace/restore',
      tags: ['workspace'],
      summary: 'Restores a backup as the workspace; the current one is kept as a backup',
    })
    .errors(backupErrors)
    .input(z.strictObject({ saveNumber: z.int().min(1) }))
    .output(done),
};
