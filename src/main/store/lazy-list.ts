/**
 * Lists that are read when somebody asks for them. Timelines are most of a workspace, and most of them are never looked at again:
 * when it is opened they stay the bytes that they are on disk.
 */

/** A line of a file, as the bytes that it takes there. */
export interface LineBytes {
  /** The whole file. */
  readonly file: Buffer;
  readonly start: number;
  readonly end: number;
}

type Parse = (text: string) => readonly unknown[];

/** What is still to be read lies in the list itself: beside a hundred thousand of them a table would keep the collector busy. */
class LazyList<T> extends Array<T> {
  /** What is made of it is a plain list. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  #unread: LineBytes | null = null;
  #count = 0;
  #parse: Parse | null = null;

  static unread<T>(count: number, line: LineBytes, parse: Parse): LazyList<T> {
    const list = new LazyList<T>();
    list.#unread = line;
    list.#count = count;
    list.#parse = parse;
    return list;
  }

  /** The line that it is read from; `null` where that was done. */
  get unread(): LineBytes | null {
    return this.#unread;
  }

  /** How long it is, read or not. */
  get count(): number {
    return this.#unread === null ? this.length : this.#count;
  }

  /** Reads it; nothing where that was done. */
  read(): void {
    const [line, parse] = [this.#unread, this.#parse];
    if (line === null || parse === null) return;
    [this.#unread, this.#parse] = [null, null];
    // One by one: a timeline may be longer than a call has room for arguments.
    for (const each of parse(lineText(line))) this.push(each as T);
  }
}

/** A list of `count` elements that `parse` reads from a line; empty until it is asked for by `filled`, the same list ever after. */
export function lazyList<T>(count: number, line: LineBytes, parse: (text: string) => readonly T[]): T[] {
  return LazyList.unread<T>(count, line, parse);
}

/** The text of a line. */
function lineText({ file, start, end }: LineBytes): string {
  return file.toString('utf8', start, end);
}

/** The list, read. */
function filled<T>(list: T[]): T[] {
  if (list instanceof LazyList) list.read();
  return list;
}

/** How long the list is, without reading it. */
export function lengthOf(list: readonly unknown[]): number {
  return list instanceof LazyList ? list.count : list.length;
}

/** The text of a list that was not read yet; `null` where it was. */
export function unreadText(list: readonly unknown[]): string | null {
  const line = list instanceof LazyList ? list.unread : null;
  return line === null ? null : lineText(line);
}

/** A Map of such lists: whoever gets one gets it read. */
export class LazyMap<T> extends Map<string, T[]> {
  override get(key: string): T[] | undefined {
    const list = super.get(key);
    return list === undefined ? undefined : filled(list);
  }

  /** The list as it is, read or not. */
  peek(key: string): T[] | undefined {
    return super.get(key);
  }

  override *entries(): MapIterator<[string, T[]]> {
    for (const [key, list] of super.entries()) yield [key, filled(list)];
  }

  override *values(): MapIterator<T[]> {
    for (const list of super.values()) yield filled(list);
  }

  override [Symbol.iterator](): MapIterator<[string, T[]]> {
    return this.entries();
  }

  override forEach(callback: (list: T[], key: string, map: Map<string, T[]>) => void): void {
    for (const [key, list] of this.entries()) callback(list, key, this);
  }
}

/** A list of a Map as it is, read or not. */
export function peek<T>(map: ReadonlyMap<string, T[]>, key: string): T[] | undefined {
  return map instanceof LazyMap ? map.peek(key) : map.get(key);
}
