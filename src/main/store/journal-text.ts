/** `journal.ndjson`: a first line that says which document it goes on from, then one accepted input a line. */
import { z } from 'zod';
import type { JournalEntry } from '../runtime/ports.ts';
import { describeIssue, messageOf } from './describe-issue.ts';
import type { DocumentIdentity } from './document.ts';
import { journalEntry } from './input-schema.ts';

const header = z.strictObject({
  journal: z.strictObject({ workspaceId: z.string().min(1), saveNumber: z.int().min(1) }),
});

/** The first line. */
export function journalHeader({ workspaceId, saveNumber }: DocumentIdentity): z.input<typeof header> {
  return { journal: { workspaceId, saveNumber } };
}

/** Where a journal cannot be read on. */
export interface JournalDamage {
  /** Starts at 1. */
  readonly line: number;
  readonly problem: string;
}

/** As much of a journal as can be read. */
export interface JournalReading {
  readonly text: string;
  /** `null` where there is no first line, or none that can be read. */
  readonly header: DocumentIdentity | null;
  readonly entries: readonly JournalEntry[];
  /** Where the line of each entry begins in `text`. */
  readonly offsets: readonly number[];
  readonly damage: (JournalDamage & { readonly offset: number }) | null;
  /** False where one more line cannot simply be appended. */
  readonly endsWithLine: boolean;
}

/** Reads up to the first line that is no entry, or not the next one. */
export function readJournal(text: string): JournalReading {
  const entries: JournalEntry[] = [];
  const offsets: number[] = [];
  let identity: DocumentIdentity | null = null;
  let damage: JournalReading['damage'] = null;
  for (let offset = 0, line = 1; offset < text.length; line += 1) {
    const end = text.indexOf('\n', offset);
    const read = readLine(text.slice(offset, end === -1 ? text.length : end), line, entries.at(-1));
    if (typeof read === 'string') {
      const problem = end === -1 ? `it ends in the middle of a line (${read})` : read;
      damage = { line, problem, offset };
      break;
    }
    if ('journal' in read) identity = read.journal;
    else {
      entries.push(read);
      offsets.push(offset);
    }
    offset = end === -1 ? text.length : end + 1;
  }
  return { text, header: identity, entries, offsets, damage, endsWithLine: text === '' || text.endsWith('\n') };
}

/** A sentence where the line is not what comes next. */
function readLine(
  text: string,
  line: number,
  before: JournalEntry | undefined,
): z.output<typeof header> | JournalEntry | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return messageOf(error);
  }
  if (line === 1) {
    const first = header.safeParse(json);
    return first.success ? first.data : describeIssue(first.error, json);
  }
  const entry = journalEntry.safeParse(json);
  if (!entry.success) return describeIssue(entry.error, json);
  if (before && entry.data.seq !== before.seq + 1) return `after entry ${before.seq} comes entry ${entry.data.seq}`;
  return entry.data;
}
