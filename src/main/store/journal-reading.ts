/**
 * Journals as they are read: line by line, since one may be larger than memory. First all of a journal is surveyed: whether its
 * chain of sums holds, how far it goes, where it breaks. Then its entries are read again for the replay.
 */
import { z } from 'zod';
import type { JournalEntry } from '../runtime/ports.ts';
import { chained, sumText } from './checksum.ts';
import { describeIssue, messageOf } from './describe-issue.ts';
import { whyUnreadable } from './failure.ts';
import type { FileLine, StoreFiles } from './files.ts';
import { journalEntry } from './input-schema.ts';
import { type JournalIdentity, splitSum } from './journal-log.ts';

const digits = z
  .string()
  .regex(/^\d{16}$/)
  .transform(Number);
const sum = z
  .string()
  .regex(/^[0-9a-f]{8}$/)
  .transform((text) => Number.parseInt(text, 16));
const header = z.strictObject({
  journal: z.strictObject({
    version: z.literal(4),
    workspaceId: z.string().min(1),
    saveNumber: digits,
    from: digits,
    sum,
    through: digits,
    writer: z.string(),
  }),
});
/** Of a journal up to version 3, whose lines have no sums. */
const oldHeader = z.strictObject({
  journal: z.strictObject({ workspaceId: z.string().min(1), saveNumber: z.int().min(1) }),
});

/** What the first line of a journal says. */
interface JournalHeader extends JournalIdentity {
  /** The last entry that was written to it; `null` in a journal up to version 3, which does not say. */
  readonly through: number | null;
  readonly isOld: boolean;
}

/** Where a journal cannot be read on. */
interface JournalDamage {
  /** Starts at 1. */
  readonly line: number;
  /** Where that line begins, in bytes. */
  readonly offset: number;
  readonly problem: string;
  /** Whether it is the last line, cut off in the middle. */
  readonly isCutOff: boolean;
}

/** A journal, surveyed. */
export interface Surveyed {
  readonly name: string;
  /** `null` where there is no first line that can be read. */
  readonly header: JournalHeader | null;
  /** The first and the last good entry; `null` if there is none. */
  readonly first: number | null;
  readonly last: number | null;
  /** The chain's sum after the last good entry. */
  readonly sum: number;
  /** Where each good `wentTo` leads. */
  readonly jumps: ReadonlyMap<number, number>;
  readonly damage: JournalDamage | null;
  /** How many bytes are good. */
  readonly size: number;
  /** False where one more line cannot simply be appended. */
  readonly endsWithLine: boolean;
}

/** What is known of the chain where a journal should go on: used where its first line is damaged. */
export type Expected = Pick<JournalIdentity, 'workspaceId' | 'saveNumber' | 'from' | 'sum'>;

/** Surveys a journal, as far as it can be read; `null` where there is no such file, or nothing in it. */
export async function surveyJournal(files: StoreFiles, name: string, expected?: Expected): Promise<Surveyed | null> {
  let state: { -readonly [K in keyof Surveyed]: Surveyed[K] } | null = null;
  const jumps = new Map<number, number>();
  let before: { seq: number; at: number } | null = null;
  let line = 0;
  try {
    for await (const each of files.lines(name)) {
      line += 1;
      state ??= { ...EMPTY, name, jumps };
      const damage = (problem: string) => ({ line, offset: each.offset, problem, isCutOff: !each.isWhole });
      if (line === 1) {
        const read = readHeader(each);
        if (typeof read === 'string') {
          state.damage = damage(read);
          if (expected === undefined) break;
          // The entries behind it prove by their sums whether they are the ones that are expected here.
          state.header = { ...expected, through: null, isOld: false };
        } else state.header = read;
        state.sum = state.header.sum;
      } else {
        const read = readEntry(each, state.sum, state.header?.isOld === true, before);
        if (typeof read === 'string') {
          state.damage = damage(each.isWhole ? read : `it ends in the middle of a line (${read})`);
          break;
        }
        before = read;
        state.first ??= read.seq;
        state.last = read.seq;
        state.sum = read.sum;
        if (read.jump !== undefined) jumps.set(read.seq, read.jump);
        // The first line alone was damaged.
        if (state.damage?.line === 1) state.damage = null;
      }
      state.size = each.offset + each.size;
      state.endsWithLine = each.isWhole;
    }
  } catch (error) {
    const problem = whyUnreadable(error);
    state ??= { ...EMPTY, name, jumps };
    state.damage ??= { line: line + 1, offset: state.size, problem, isCutOff: false };
  }
  if (state?.damage?.line === 1) return { ...state, header: null, first: null, last: null, size: 0 };
  return state;
}

const EMPTY: Omit<Surveyed, 'name' | 'jumps'> = {
  header: null,
  first: null,
  last: null,
  sum: 0,
  damage: null,
  size: 0,
  endsWithLine: true,
};

function readHeader({ text }: FileLine): JournalHeader | string {
  const json = parse(text);
  if (typeof json === 'string') return json;
  const old = oldHeader.safeParse(json.value);
  if (old.success) {
    const { workspaceId, saveNumber } = old.data.journal;
    return { workspaceId, saveNumber, from: -1, sum: 0, through: null, isOld: true };
  }
  const split = splitSum(text);
  if (split === null || sumText(chained(0, split.text)) !== split.sum) return 'its checksum does not match';
  const own = parse(split.text);
  const read = header.safeParse(typeof own === 'string' ? own : own.value);
  if (!read.success) return describeIssue(read.error, json.value);
  const { workspaceId, saveNumber, from, sum: at, through } = read.data.journal;
  return { workspaceId, saveNumber, from, sum: at, through, isOld: false };
}

/** As much of an entry as the survey needs; a sentence where the line is not what comes next. */
function readEntry(
  { text, isWhole }: FileLine,
  sumBefore: number,
  isOld: boolean,
  before: { readonly seq: number; readonly at: number } | null,
): { seq: number; at: number; sum: number; jump: number | undefined } | string {
  const split = isOld ? { text, sum: '' } : splitSum(text);
  if (split === null) return isWhole ? 'the checksum at its end is missing' : 'its end is missing';
  const sumNow = isOld ? 0 : chained(sumBefore, split.text);
  if (!isOld && sumText(sumNow) !== split.sum)
    return 'its checksum does not match: this line or one before it was changed or lost';
  const json = parse(split.text);
  if (typeof json === 'string') return json;
  const { seq, at, input } = (json.value ?? {}) as {
    seq?: unknown;
    at?: unknown;
    input?: { type?: unknown; seq?: unknown };
  };
  if (!Number.isSafeInteger(seq) || !Number.isSafeInteger(at))
    return 'expected an entry with its number and its instant';
  const entry = { seq: seq as number, at: at as number, sum: sumNow };
  const jump = input?.type === 'wentTo' && typeof input.seq === 'number' ? input.seq : undefined;
  if (before !== null) {
    if (entry.seq !== before.seq + 1) return `after entry ${before.seq} comes entry ${entry.seq}`;
    if (jump === undefined && entry.at < before.at) return `time goes back at entry ${entry.seq}`;
  }
  return { ...entry, jump };
}

function parse(text: string): { readonly value: unknown } | string {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return messageOf(error);
  }
}

/** An entry, or the sentence that says why it is none. */
export type EntryReading = { readonly line: number; readonly offset: number } & (
  | { readonly ok: true; readonly entry: JournalEntry }
  | { readonly ok: false; readonly problem: string; readonly seq: number }
);

/** The entries of a surveyed journal, up to its last good one. */
export async function* entriesOf(
  files: StoreFiles,
  { name, header: first, last }: Surveyed,
): AsyncGenerator<EntryReading> {
  let line = 0;
  for await (const { text, offset } of files.lines(name)) {
    line += 1;
    if (line === 1) continue;
    if (last === null) return;
    const json: unknown = JSON.parse(first?.isOld ? text : (splitSum(text)?.text ?? text));
    const read = journalEntry.safeParse(json);
    const { seq } = json as { seq: number };
    if (read.success) yield { ok: true, entry: read.data, line, offset };
    else yield { ok: false, problem: describeIssue(read.error, json), seq, line, offset };
    if (seq >= last) return;
  }
}
