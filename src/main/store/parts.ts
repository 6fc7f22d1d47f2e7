/**
 * The parts of a document: of what there are many of, in order of creation, some dozens to a part, a line of JSON each. A part is
 * named by the hash of its content and never changes; documents share the parts that are the same in both.
 */
import type { Adapter } from 'lowdb';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { Fact } from '../../shared/facts.ts';
import type { Action, Case, Notification, PlannedLaunch, PlannedResponse } from '../../shared/model.ts';
import {
  action,
  caseInstance,
  count,
  notification,
  plannedLaunch,
  plannedResponse,
} from '../../shared/model-schema.ts';
import { scenario } from '../../shared/scenario.ts';
import type { Breath } from '../runtime/breath.ts';
import type { HistoryEntry } from '../runtime/ports.ts';
import { contentHash } from './checksum.ts';
import { describeIssue, messageOf } from './describe-issue.ts';
import { inPresentWords } from './earlier-saves.ts';
import { whyUnreadable } from './failure.ts';
import type { StoreFiles } from './files.ts';
import { historyEntry, playedScenario } from './input-schema.ts';
import { type LineBytes, lazyList } from './lazy-list.ts';
import { partCopy, partFile } from './names.ts';
import { timeline } from './world-schema.ts';

/** A Case, its timeline, and the order in which that and those of its Actions grew. */
export interface CaseLines {
  readonly caseInstance: Case;
  readonly timeline: Fact[];
  readonly order: string[];
}
export interface ActionLines {
  readonly action: Action;
  readonly timeline: Fact[];
}
/** What a workspace began with; there is one. */
const originLine = z.strictObject({
  origin: scenario,
  source: z.string().nullable(),
  player: playedScenario.nullable(),
});
export type OriginLine = z.output<typeof originLine>;

/** What the lines of one value of each kind hold. */
export interface PartLines {
  readonly origin: OriginLine;
  readonly history: HistoryEntry;
  readonly cases: CaseLines;
  readonly actions: ActionLines;
  readonly notifications: Notification;
  readonly launches: PlannedLaunch;
  readonly responses: PlannedResponse;
}
export type PartKind = keyof PartLines;

/**
 * The lines of a value of each kind. Of a Case: itself with the lengths of what follows, its timeline, and its order as names and
 * which of them, one after the other. Of an Action: itself with the length of its timeline, and that.
 */
const names = z.tuple([z.array(z.string()), z.array(z.int().min(0))]);
const SCHEMAS: { readonly [K in PartKind]: readonly z.ZodType[] } = {
  origin: [originLine],
  history: [historyEntry],
  cases: [z.tuple([caseInstance, count, count]), timeline, names],
  actions: [z.tuple([action, count]), timeline],
  notifications: [notification],
  launches: [plannedLaunch],
  responses: [plannedResponse],
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

/** What a workspace began with, as its line is written: durations as people type them. */
export function originText(origin: OriginLine): string {
  return `${JSON.stringify(z.encode(originLine, origin))}\n`;
}

/**
 * What is wrong with a part's text: which line, what was found and what was expected; `null` where it can be read. Others get
 * their turns between its lines.
 */
export async function problemInPart(kind: PartKind, text: string, breath: Breath): Promise<string | null> {
  const schemas = SCHEMAS[kind];
  for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
    if (breath.isDue) await breath.take();
    try {
      const json: unknown = JSON.parse(line);
      const read = (schemas[index % schemas.length] as z.ZodType).safeParse(json);
      if (!read.success) return `line ${index + 1}, ${describeIssue(read.error, json)}`;
    } catch (error) {
      return `line ${index + 1} is not JSON (${messageOf(error)})`;
    }
  }
  return null;
}

const parseFacts = (text: string): Fact[] => JSON.parse(text);

function parseOrder(text: string): string[] {
  const [all, turns] = JSON.parse(text) as [string[], number[]];
  return turns.map((turn) => all[turn] ?? '');
}

/**
 * What the lines of one value say: the first, parsed, and those after it. They were checked when they were written, and are as they
 * were then: their part has its hash.
 */
const READERS: { readonly [K in PartKind]: (first: unknown, rest: readonly LineBytes[]) => PartLines[K] } = {
  origin: (first) => originLine.parse(first),
  history: (first) => {
    const entry = first as HistoryEntry;
    return { ...entry, input: inPresentWords(entry.input) };
  },
  cases: (first, rest) => {
    const [caseInstance, factCount, orderCount] = first as [Case, number, number];
    const [facts, order] = rest as [LineBytes, LineBytes];
    return {
      caseInstance,
      timeline: lazyList(factCount, facts, parseFacts),
      order: lazyList(orderCount, order, parseOrder),
    };
  },
  actions: (first, rest) => {
    const [action, factCount] = first as [Action, number];
    return { action, timeline: lazyList(factCount, rest[0] as LineBytes, parseFacts) };
  },
  notifications: (first) => first as Notification,
  launches: (first) => first as PlannedLaunch,
  responses: (first) => first as PlannedResponse,
};

/** What reading a part came to. */
type PartReading<K extends PartKind = PartKind> =
  | { readonly ok: true; readonly lines: PartLines[K][] }
  | { readonly ok: false; readonly problem: string };

function readPart<K extends PartKind>({ kind, count: expected }: PartRef<K>, file: Buffer): PartReading<K> {
  const linesOfValue = SCHEMAS[kind].length;
  const firsts = new JsonList(file.length);
  const rests: LineBytes[][] = [];
  for (let start = 0; start < file.length; ) {
    const rest: LineBytes[] = [];
    for (let index = 0; index < linesOfValue; index += 1) {
      const end = file.indexOf(LINE_END, start);
      if (end === -1) return { ok: false, problem: 'it ends in the middle of a value' };
      if (index === 0) firsts.add(file, start, end);
      else rest.push({ file, start, end });
      start = end + 1;
    }
    rests.push(rest);
  }
  const values = firsts.parse();
  if (values.length !== expected) {
    return { ok: false, problem: `it holds ${values.length} values, expected ${expected}` };
  }
  return { ok: true, lines: values.map((first, index) => READERS[kind](first, rests[index] as LineBytes[])) };
}

const [LINE_END, COMMA, OPENING, CLOSING] = [0x0a, 0x2c, 0x5b, 0x5d];

/** Lines of JSON as one array: parsed at a stroke they take half the time that they take one by one. */
class JsonList {
  readonly #text: Buffer;
  #length = 0;

  /** For lines of one file that is so long, in bytes. */
  constructor(fileLength: number) {
    // Each line has a comma where its end was.
    this.#text = Buffer.allocUnsafe(fileLength + 2);
  }

  add(file: Buffer, start: number, end: number): void {
    this.#text[this.#length] = this.#length === 0 ? OPENING : COMMA;
    this.#length += 1 + file.copy(this.#text, this.#length + 1, start, end);
  }

  parse(): unknown[] {
    if (this.#length === 0) return [];
    this.#text[this.#length] = CLOSING;
    return JSON.parse(this.#text.toString('utf8', 0, this.#length + 1));
  }
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
    const bytes = await this.#files.readBytes(this.#name).catch(whyUnreadable);
    if (typeof bytes === 'string') return { ok: false, problem: bytes };
    if (bytes === null) return { ok: false, problem: 'it is missing' };
    if (contentHash(bytes) !== this.#ref.hash) {
      return { ok: false, problem: 'its checksum does not match: it was damaged or changed' };
    }
    try {
      return readPart(this.#ref, bytes);
    } catch (error) {
      return { ok: false, problem: messageOf(error) };
    }
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
