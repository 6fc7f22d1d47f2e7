/** Files as lines, in whatever pieces their bytes come; a journal beyond the longest string there is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../../src/main/store/file-lines.ts';
import type { FileLine } from '../../../src/main/store/files.ts';
import { JournalLog } from '../../../src/main/store/journal-log.ts';
import { surveyJournal } from '../../../src/main/store/journal-reading.ts';
import { MemoryFiles } from '../../../src/main/store/memory-files.ts';

async function all(chunks: readonly Uint8Array[], longest?: number): Promise<FileLine[]> {
  const lines: FileLine[] = [];
  for await (const each of linesOf(fed(chunks), longest)) lines.push(each);
  return lines;
}

async function* fed(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const text = fc.array(fc.oneof(fc.constant('\n'), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 20 });

test('are the same lines, whatever pieces they come in', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), async (parts, sizes) => {
      const bytes = Buffer.from(parts.join(''));
      const pieces: Buffer[] = [];
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        pieces.push(bytes.subarray(at, at + size));
        at += size;
      }
      const lines = await all(pieces);
      expect(lines).toEqual(await all([bytes]));
      const again = lines.map((each) => `${each.text}${each.isWhole ? '\n' : ''}`).join('');
      expect(again).toBe(bytes.toString('utf8'));
      for (const { offset, size, text: line, isWhole } of lines) {
        expect(bytes.toString('utf8', offset, offset + size)).toBe(`${line}${isWhole ? '\n' : ''}`);
      }
    }),
  );
});

test('of a line that fits into no string only its place is kept, and those after it are read', async () => {
  const lines = await all([Buffer.from('ab\n0123'), Buffer.from('4567'), Buffer.from('89\ncd\n'), Buffer.alloc(20)], 5);
  expect(lines).toEqual([
    { text: 'ab', offset: 0, size: 3, isWhole: true },
    { text: '', offset: 3, size: 11, isWhole: true },
    { text: 'cd', offset: 14, size: 3, isWhole: true },
    { text: '', offset: 17, size: 20, isWhole: false },
  ]);
});

/** A journal that lies nowhere: its pieces are made while it is read. */
class StreamedJournal extends MemoryFiles {
  readonly #pieces: () => Iterable<Uint8Array>;

  constructor(pieces: () => Iterable<Uint8Array>) {
    super();
    this.#pieces = pieces;
  }

  override lines(): AsyncGenerator<FileLine> {
    return linesOf(fed(this.#pieces()));
  }
}

const LONGER_THAN_A_STRING = 2 ** 29 + 2 ** 20;

/** As a disk gives it: in pieces of one size. */
function* inPieces(values: Iterable<Uint8Array>, size = 4_096): Generator<Uint8Array> {
  for (const value of values) for (let at = 0; at < value.length; at += size) yield value.subarray(at, at + size);
}

// One of 600 MiB and more is opened by `npm run attack`.
test('a journal is surveyed as it streams by', async () => {
  const reason = 'x'.repeat(20_000);
  let size = 0;
  function* pieces() {
    const log = new JournalLog({ workspaceId: 'w', saveNumber: 1, from: 0, sum: 0 }, 'writer');
    const header = Buffer.from(log.header());
    size += header.length;
    yield header;
    for (let seq = 1; size < 2 ** 25; seq += 1) {
      const piece = Buffer.from(log.encode({ seq, at: seq, input: { type: 'unable', action: 'C1/t', reason } }));
      size += piece.length;
      yield piece;
    }
  }
  const surveyed = await surveyJournal(new StreamedJournal(() => inPieces(pieces())), 'journal.ndjson');
  expect(surveyed).toMatchObject({ first: 1, damage: null, endsWithLine: true });
  expect(surveyed?.size).toBe(size);
});

test('a crash that left more zeros behind than fit into a string is a journal that is cut off', async () => {
  function* pieces() {
    const log = new JournalLog({ workspaceId: 'w', saveNumber: 1, from: 0, sum: 0 }, 'writer');
    yield Buffer.from(log.header());
    yield Buffer.from(log.encode({ seq: 1, at: 1, input: { type: 'advanced' } }));
    const zeros = Buffer.alloc(2 ** 24);
    for (let bytes = 0; bytes < LONGER_THAN_A_STRING; bytes += zeros.length) yield zeros;
  }
  const surveyed = await surveyJournal(new StreamedJournal(pieces), 'journal.ndjson');
  expect(surveyed).toMatchObject({ last: 1, damage: { line: 3, isCutOff: true } });
});
