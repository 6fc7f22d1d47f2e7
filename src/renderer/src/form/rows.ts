/** Rows of a form are told apart by ids, which are never saved. */

let lastId = 0;
export function newId(): string {
  lastId += 1;
  return `row-${lastId}`;
}

/** `{ [key]: value }`, or nothing where the field was left empty. */
export function unlessBlank<K extends string, V>(key: K, text: string, value: (text: string) => V): { [key in K]?: V } {
  const trimmed = text.trim();
  return (trimmed === '' ? {} : { [key]: value(trimmed) }) as { [key in K]?: V };
}
