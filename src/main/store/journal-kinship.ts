/** How a journal stands to a document: whether it continues it, or belongs to another save or to another workspace. */
import type { Base } from './base.ts';
import type { Surveyed } from './journal-reading.ts';

/** True for the journal of the workspace that this document took the place of; up to version 3 it was moved after that. */
export function isOlder({ workspaceId, saveNumber }: Base, { header }: Surveyed): boolean {
  return header?.isOld === true && header.workspaceId !== workspaceId && header.saveNumber < saveNumber;
}

/** True for a journal that somebody put back: each save begins another one. */
export function isOfEarlierSave({ workspaceId, saveNumber, sum }: Base, present: Surveyed | null): boolean {
  const header = present?.header;
  return (
    sum !== null && header?.isOld === false && header.workspaceId === workspaceId && header.saveNumber < saveNumber
  );
}

/** True for the journal of a workspace that was never saved: it holds nothing. */
export function isForeign({ workspaceId }: Base, present: Surveyed | null): boolean {
  return (
    present?.header != null &&
    present.header.workspaceId !== workspaceId &&
    present.last === null &&
    present.damage === null
  );
}
