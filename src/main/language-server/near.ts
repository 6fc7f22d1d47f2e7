/** What of a long file is read for one question about one place: all but the steps that say nothing about it. */

export interface Near {
  readonly text: string;
  /** The place in it. */
  readonly offset: number;
  /** How many characters before the place are left out. */
  readonly shift: number;
}

/**
 * The text without the steps of a list in block style that are elsewhere and neither launch anything, which defines names, nor
 * name anything for aliases. A file of thousands of steps is then answered about as fast as one of ten.
 */
export function near(text: string, offset: number): Near {
  const head = /^steps:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?= *-\s)/m.exec(text);
  if (head === null) return { text, offset, shift: 0 };
  const first = head.index + head[0].length;
  const end = endOfSection(text, first);
  const starts = startsOf(text, first, end);
  let kept = text.slice(0, first);
  let shift = 0;
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1] ?? end;
    const item = text.slice(start, next);
    if ((start <= offset && offset < next) || next === end || /launch|&/.test(item)) kept += item;
    else if (start < offset) shift += item.length;
  }
  return { text: kept + text.slice(end), offset: offset - shift, shift };
}

/** Where the next section of the file begins, or its end. */
function endOfSection(text: string, from: number): number {
  const next = /^[^\s#-]/gm;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}

/** Where the entries of a list begin: at the dashes of the first one's column. */
function startsOf(text: string, first: number, end: number): number[] {
  const indent = (/^ */.exec(text.slice(first, first + 200))?.[0] ?? '').length;
  const dash = new RegExp(`^ {${indent}}-(?=\\s|$)`, 'gm');
  dash.lastIndex = first;
  const starts: number[] = [];
  for (let found = dash.exec(text); found !== null && found.index < end; found = dash.exec(text))
    starts.push(found.index);
  return starts;
}
