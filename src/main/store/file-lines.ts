/** A stream of bytes as lines with their places: a journal may be larger than any string. */
import type { FileLine } from './files.ts';

const LINE_END = 0x0a;
/** No line that is written comes near it. What is longer, as zeros that a crash left behind, fits into no string. */
const LONGEST_LINE = 256 * 2 ** 20;

/** Of a line that is longer than `longest` bytes nothing is kept but its place; its text is empty. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest = LONGEST_LINE): AsyncGenerator<FileLine> {
  let offset = 0;
  let begun: Uint8Array[] = [];
  let length = 0;
  const keep = (bytes: Uint8Array) => {
    length += bytes.length;
    if (length > longest) begun = [];
    else begun.push(bytes);
  };
  const line = (isWhole: boolean): FileLine => {
    const text = Buffer.concat(begun).toString('utf8');
    const size = length + (isWhole ? 1 : 0);
    const ended = { text, offset, size, isWhole };
    offset += size;
    begun = [];
    length = 0;
    return ended;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      keep(chunk.subarray(start, end));
      yield line(true);
      start = end + 1;
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (length > 0) yield line(false);
}
