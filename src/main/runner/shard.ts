/** One part of all files: the same part on every machine, whichever order the files are named in. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** Every `count`-th file by name, from the `number`-th on; in the order given. */
export function shardOf(files: readonly string[], { number, count }: Shard): string[] {
  const sorted = [...new Set(files)].sort();
  const mine = new Set(sorted.filter((_, index) => index % count === number - 1));
  return files.filter((file) => mine.has(file));
}
