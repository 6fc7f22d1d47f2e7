/**
 * The parts of a document: of what there are many of, in order of creation, some dozens to a part, a line of JSON each. A part is
 * named by the hash of its content and never changes; documents share the parts that are the same in both.
 */
import type { Adapter } from 'lowdb';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { Fact } from '../../shared/facts.ts';
import type { Action, Case, Notification, PlannedLaunch, PlannedResponse } from '../../shared/model.ts';
import { scenario } from '../../shared/scenario.ts';
import type { HistoryEntry } from '../runtime/ports.ts';
import { contentHash } from './checksum.ts';
import { describeIssue, messageOf } from './describe-issue.ts';
import type { StoreFiles } from './files.ts';
import { historyEntry, playedScenario } from './input-schema.ts';
import { partCopy, partFile } from './names.ts';
import { action, notification, plannedLaunch, plannedResponse, timeline, workCase } from './world-schema.ts';

/** A Case, its timeline, and the order in which that and those of its Actions grew: names, and which of them, one after the other. */
export type CaseLine = readonly [
  workCase: Case,
  timeline: readonly Fact[],
  names: readonly string[],
  turns: readonly number[],
];
export type ActionLine = readonly [action: Action, timeline: readonly Fact[]];
/** What a workspace began with; there is one. */
const originLine = z.strictObject({
  origin: scenario,
  source: z.string().nullable(),
  player: playedScenario.nullable(),
});
export type OriginLine = z.output<typeof originLine>;

/** What a line of each kind holds. */
export interface PartLines {
  readonly origin: OriginLine;
  readonly history: HistoryEntry;
  readonly cases: CaseLine;
  readonly actions: ActionLine;
  readonly notifications: Notification;
  readonly launches: PlannedLaunch;
  readonly responses: PlannedResponse;
}
export type PartKind = keyof PartLines;

const text = z.string();
const SCHEMAS: { readonly [K in PartKind]: z.ZodType } = {
  origin: originLine,
  history: historyEntry,
  cases: z.tuple([workCase, timeline, z.array(text), z.array(z.int().min(0))]),
  actions: z.tuple([action, timeline]),
  notifications: notification,
  launches: plannedLaunch,
  responses: plannedResponse,
};
export const PART_KINDS = Object.keys(SCHEMAS) as PartKind[];

/** What a document says of a part. */
export interface PartRef<K extends PartKind = PartKind> {
  readonly kind: K;
  /** The creation number of its first line; of the history, the place in it. */
  readonly from: number;
  readonly count: number;
  /** The hash of its text. */
  readonly hash: string;
}

export const partRef: z.ZodType<PartRef> = z.strictObject({
  kind: z.enum(PART_KINDS as [PartKind]),
  from: z.int().min(0),
  count: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'expected a hash of 64 hexadecimal digits'),
});

/** A line's value as it is written: durations as people type them where it defines something. */
export function lineText(kind: PartKind, value: unknown): string {
  return `${JSON.stringify(kind === 'origin' ? z.encode(originLine, value as OriginLine) : value)}\n`;
}

/** What reading a part came to. */
export type PartReading<K extends PartKind = PartKind> =
  | { readonly ok: true; readonly lines: PartLines[K][] }
  | { readonly ok: false; readonly problem: string };

/** Reads a part's text. `problem` says which line is wrong, what was found and what was expected. */
export function readPart<K extends PartKind>(kind: K, text: string): PartReading<K> {
  const lines: PartLines[K][] = [];
  const schema = SCHEMAS[kind];
  for (const [index, each] of text.split('\n').slice(0, -1).entries()) {
    try {
      const json: unknown = JSON.parse(each);
      const read = schema.safeParse(json);
      if (!read.success) return { ok: false, problem: `line ${index + 1}, ${describeIssue(read.error, json)}` };
      // As it lies there: what is checked is not copied, and keeps the order of its keys.
      lines.push((kind === 'origin' ? read.data : json) as PartLines[K]);
    } catch (error) {
      return { ok: false, problem: `line ${index + 1} is not JSON (${messageOf(error)})` };
    }
  }
  return { ok: true, lines };
}

/** lowdb's door to one part: to its file, or to the copy of it. */
class PartAdapter<K extends PartKind> implements Adapter<PartReading<K>> {
  readonly #files: StoreFiles;
  readonly #name: string;
  readonly #ref: PartRef<K>;

  constructor(files: StoreFiles, name: string, ref: PartRef<K>) {
    this.#files = files;
    this.#name = name;
    this.#ref = ref;
  }

  async read(): Promise<PartReading<K>> {
    const { kind, hash, count } = this.#ref;
    const found = await this.#files.read(this.#name);
    if (found === null) return { ok: false, problem: 'it is missing' };
    if (contentHash(found) !== hash)
      return { ok: false, problem: 'its checksum does not match: it was damaged or changed' };
    const reading = readPart(kind, found);
    if (!reading.ok || reading.lines.length === count) return reading;
    return { ok: false, problem: `it has ${reading.lines.length} lines, expected ${count}` };
  }

  async write(): Promise<void> {
    throw new Error('a part never changes: another one is written instead');
  }
}

/** A part as it was found. */
export type PartLoaded<K extends PartKind> = PartReading<K> & {
  /** What was wrong with its file where the copy had to take its place. */
  readonly mended: string | null;
};

/** Reads a part from its file, or from the copy of it. */
export async function loadPart<K extends PartKind>(files: StoreFiles, ref: PartRef<K>): Promise<PartLoaded<K>> {
  const read = async (name: string) => {
    const part = new Low<PartReading<K>>(new PartAdapter(files, name, ref), { ok: false, problem: 'it was not read' });
    await part.read();
    return part.data;
  };
  const reading = await read(partFile(ref.hash));
  if (reading.ok) return { ...reading, mended: null };
  const copy = await read(partCopy(ref.hash));
  return copy.ok ? { ...copy, mended: reading.problem } : { ...reading, mended: null };
}
