/** A stream of bytes as lines with their places: a journal may be larger than any string. */
import type { FileLine } from './files.ts';

const LINE_END = 0x0a;

export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileLine> {
  let offset = 0;
  let begun: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      begun.push(chunk.subarray(start, end));
      const bytes = Buffer.concat(begun);
      yield { text: bytes.toString('utf8'), offset, size: bytes.length + 1, isWhole: true };
      offset += bytes.length + 1;
      begun = [];
      start = end + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  const bytes = Buffer.concat(begun);
  if (bytes.length > 0) yield { text: bytes.toString('utf8'), offset, size: bytes.length, isWhole: false };
}
