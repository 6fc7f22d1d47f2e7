/**
 * `journal.ndjson` as it is written: a first line that says what it continues from and how far it goes, then one accepted input a
 * line. Each line ends in a sum over itself and all lines before it: none can be changed, left out or exchanged unnoticed.
 */
import type { JournalEntry } from '../runtime/ports.ts';
import { chained, sumText } from './checksum.ts';
import type { LogFormat } from './files.ts';

/** What a journal continues from, and how far it goes. */
export interface JournalIdentity {
  /** The course of events it belongs to. */
  readonly workspaceId: string;
  /** The save that it was begun with. */
  readonly saveNumber: number;
  /** The last entry before it, and the chain's sum there. */
  readonly from: number;
  readonly sum: number;
}

/** Digits of a number in the first line, which keeps its length. */
const DIGITS = 16;
const padded = (value: number) => String(value).padStart(DIGITS, '0');

/** The first line; `through` is the last entry that was written. */
function headerLine(identity: JournalIdentity, through: number, writer: string): string {
  const { workspaceId, saveNumber, from, sum } = identity;
  const journal = {
    version: 4,
    workspaceId,
    saveNumber: padded(saveNumber),
    from: padded(from),
    sum: sumText(sum),
    through: padded(through),
    writer,
  };
  const text = JSON.stringify({ journal });
  return `${text.slice(0, -1)},"sum":"${sumText(chained(0, text))}"}\n`;
}

/** A line of the journal with its sum. */
export function entryLine(text: string, sum: number): string {
  return `${text.slice(0, -1)},"sum":"${sumText(sum)}"}\n`;
}

/** Where the sum of a line begins: `,"sum":"01234567"}`. */
const SUM_LENGTH = ',"sum":"01234567"}'.length;
const SUM = /^,"sum":"([0-9a-f]{8})"\}$/;

/** A line's JSON without its sum, and the sum; `null` where it has none. */
export function splitSum(line: string): { readonly text: string; readonly sum: string } | null {
  const [, sum] = SUM.exec(line.slice(-SUM_LENGTH)) ?? [];
  return sum === undefined ? null : { text: `${line.slice(0, -SUM_LENGTH)}}`, sum };
}

/** A journal that is being written. */
export class JournalLog implements LogFormat {
  readonly identity: JournalIdentity;
  readonly #writer: string;
  #through: number;
  #sum: number;

  /** `through` and `sum` are those of the last entry that is written already. `writer` is the process's own name, a UUID. */
  constructor(identity: JournalIdentity, writer: string, through = identity.from, sum = identity.sum) {
    this.identity = identity;
    this.#writer = writer;
    this.#through = through;
    this.#sum = sum;
  }

  /** The chain's sum after the last entry that was encoded. */
  get sum(): number {
    return this.#sum;
  }

  header(): string {
    return headerLine(this.identity, this.#through, this.#writer);
  }

  encode(value: unknown): string {
    const text = JSON.stringify(value);
    this.#sum = chained(this.#sum, text);
    this.#through = (value as JournalEntry).seq;
    return entryLine(text, this.#sum);
  }
}
