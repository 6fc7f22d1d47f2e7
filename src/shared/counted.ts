/** `1 retry`, `1,200 retries`; `plural` where an s will not do. The only way in which a count and its noun are written. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${countText(count)} ${count === 1 ? noun : plural}`;
}

/** `100,000`: how a bare count is written. */
export const countText = (count: number): string => count.toLocaleString('en');
