/** Lines and columns of a text. The YAML library's own counter misses the line breaks inside keys that span lines. */
export class LineIndex {
  /** Offsets at which lines begin, in order. */
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    this.#starts = starts;
  }

  /** Line and column of an offset, both from 1; columns count UTF-16 units. */
  positionOf(offset: number): { line: number; column: number } {
    let line = 0;
    let end = this.#starts.length;
    while (end - line > 1) {
      const middle = (line + end) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) line = middle;
      else end = middle;
    }
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }
}
