/**
 * Lists that are read when somebody asks for them. Timelines are most of a workspace, and most of them are never looked at again:
 * when it is opened they stay the text that they are on disk.
 */

interface Pending {
  readonly count: number;
  readonly text: string;
  readonly parse: (text: string) => readonly unknown[];
}

const pendings = new WeakMap<readonly unknown[], Pending>();

/** A list of `count` elements that `parse` reads from `text`; empty until it is asked for by `filled`, the same list ever after. */
export function lazyList<T>(count: number, text: string, parse: (text: string) => readonly T[]): T[] {
  const list: T[] = [];
  pendings.set(list, { count, text, parse });
  return list;
}

/** The list, read. */
export function filled<T>(list: T[]): T[] {
  const pending = pendings.get(list);
  if (pending === undefined) return list;
  pendings.delete(list);
  // One by one: a timeline may be longer than a call has room for arguments.
  for (const each of pending.parse(pending.text)) list.push(each as T);
  return list;
}

/** How long the list is, without reading it. */
export function lengthOf(list: readonly unknown[]): number {
  return pendings.get(list)?.count ?? list.length;
}

/** The text of a list that was not read yet; `null` where it was. */
export function unreadText(list: readonly unknown[]): string | null {
  return pendings.get(list)?.text ?? null;
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
