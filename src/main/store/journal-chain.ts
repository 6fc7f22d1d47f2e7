/** The journals that go on from a document, one after the other, and the workspace that comes of them. */
import { pathOf } from '../runtime/path.ts';
import type { Workspace } from '../runtime/ports.ts';
import { Replay } from '../runtime/replay.ts';
import type { Base } from './base.ts';
import { messageOf } from './describe-issue.ts';
import type { StoreFiles } from './files.ts';
import { entriesOf, type Surveyed, surveyJournal } from './journal-reading.ts';
import { backupJournal, JOURNAL } from './names.ts';

/** The first place that does not belong to what comes before it. */
export interface Break {
  readonly journal: Surveyed;
  /** Starts at 1. */
  readonly line: number;
  /** Where in the journal the rest begins, in bytes. */
  readonly offset: number;
  readonly problem: string;
  readonly isCutOff: boolean;
}

/** Journals in order, without gaps, from the entry after the document's last. */
export interface Chain {
  readonly journals: readonly Surveyed[];
  /** The last entry of the chain, and the sum there; `null` where its lines have no sums. */
  readonly last: number;
  readonly sum: number | null;
  readonly break: Break | null;
  /** Sentences on entries that had been written and are no longer there. */
  readonly missing: readonly string[];
}

/** Strings journals together, oldest first; those that end before the document does are passed over. */
export function chainOf(base: Pick<Base, 'workspaceId' | 'workspace' | 'sum'>, all: readonly Surveyed[]): Chain {
  const journals: Surveyed[] = [];
  const missing: string[] = [];
  let last = base.workspace.seq;
  let sum = base.sum;
  const broken = (journal: Surveyed, line: number, offset: number, problem: string, isCutOff = false): Chain => ({
    journals,
    last,
    sum,
    break: { journal, line, offset, problem, isCutOff },
    missing,
  });
  for (const journal of all) {
    const { header, damage, name } = journal;
    if (header === null) return broken(journal, 1, 0, damage?.problem ?? 'its first line is missing');
    if (header.workspaceId !== base.workspaceId) return broken(journal, 1, 0, 'it belongs to a different history');
    if (journal.first !== null && journal.first > last + 1) {
      return broken(journal, 2, 0, `after entry ${last} comes entry ${journal.first}`);
    }
    if (journal.first === null && !header.isOld && header.from > last) {
      return broken(journal, 1, 0, `after entry ${last} comes entry ${header.from + 1}`);
    }
    if (!header.isOld && header.from === last && sum !== null && header.sum !== sum) {
      return broken(journal, 1, 0, `it does not continue from entry ${last} as written`);
    }
    if (journal.last !== null && journal.last > last) {
      journals.push(journal);
      last = journal.last;
      sum = header.isOld ? null : journal.sum;
    }
    if (damage) return broken(journal, damage.line, damage.offset, damage.problem, damage.isCutOff);
    if (header.through !== null && header.through > last) {
      missing.push(
        `${name} ends at entry ${last}, though entries up to ${header.through} had been written to it: what they did is lost.`,
      );
    }
  }
  return { journals, last, sum, break: null, missing };
}

/**
 * The journals that go on from the backup with this number, which was read as `base`; `journals`: the numbers of all that are among
 * the backups.
 */
export async function chainFromBackup(
  files: StoreFiles,
  base: Base,
  number: number,
  journals: readonly number[],
): Promise<Chain> {
  const names = [...journals.filter((each) => each >= number).map(backupJournal), JOURNAL];
  const surveyed = await Promise.all(names.map((each) => surveyJournal(files, each)));
  const own = surveyed.filter((each) => each?.header?.workspaceId === base.workspaceId);
  return chainOf(
    base,
    own.filter((each) => each !== null),
  );
}

/** Where each `wentTo` of a chain leads. */
export function jumpsOf({ journals }: Chain): ReadonlyMap<number, number> {
  return new Map(journals.flatMap((journal) => [...journal.jumps]));
}

/** The workspace after as many entries as the rules take. */
export interface Replayed {
  readonly workspace: Workspace;
  /** Where the rules refused an entry, or could make nothing of it. */
  readonly break: Break | null;
}

/**
 * Replays a chain up to entry `limit`. `readAgain` gives the document's workspace again: an entry that fails may leave a world
 * behind in which half of it happened, so the good entries are then replayed on a fresh one.
 */
export async function replayChain(
  files: StoreFiles,
  base: Base,
  chain: Chain,
  readAgain: () => Promise<Base>,
  limit = chain.last,
): Promise<Replayed & { readonly base: Base }> {
  const jumps = jumpsOf(chain);
  const path = pathThrough(base.workspace.seq, limit, jumps);
  const replaying = new Replay(base.workspace);
  let reached = base.workspace.seq;
  for (const journal of chain.journals) {
    for await (const each of entriesOf(files, journal)) {
      const seq = each.ok ? each.entry.seq : each.seq;
      if (seq <= base.workspace.seq || seq > limit) continue;
      const problem = !each.ok
        ? each.problem
        : typeof path === 'string'
          ? path
          : path(seq)
            ? refused(() => replaying.take(each.entry))
            : null;
      if (problem === null) {
        reached = seq;
        continue;
      }
      const fresh = await readAgain();
      const upTo = { ...chain, break: { journal, line: each.line, offset: each.offset, problem, isCutOff: false } };
      const again = await replayChain(files, fresh, upTo, readAgain, reached);
      return { ...again, break: upTo.break };
    }
  }
  return { base, workspace: replaying.workspace(reached), break: chain.break };
}

/** The path, or why there is none. */
function pathThrough(...way: Parameters<typeof pathOf>): ReturnType<typeof pathOf> | string {
  try {
    return pathOf(...way);
  } catch (error) {
    return messageOf(error);
  }
}

/** Why something could not be done; `null` where it was. */
function refused(job: () => void): string | null {
  try {
    job();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
