/** Steps have no names: their rows are told apart by ids, which go along when a step moves or its text changes. */

export interface IdentifiedStep {
  readonly id: string;
  /** Its own text. */
  readonly text: string;
}

let lastId = 0;
const newId = () => {
  lastId += 1;
  return `step-${lastId}`;
};

/** The ids for the texts of steps as they are now: that of the same text before, else that of its place, else a new one. */
export function identified(before: readonly IdentifiedStep[], texts: readonly string[]): readonly IdentifiedStep[] {
  if (before.length === texts.length && before.every(({ text }, index) => text === texts[index])) return before;
  let start = 0;
  while (start < Math.min(before.length, texts.length) && before[start]?.text === texts[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, texts.length) - start;
  while (end < most && before.at(-1 - end)?.text === texts.at(-1 - end)) end += 1;

  const left = before.slice(start, before.length - end);
  const between = texts.slice(start, texts.length - end);
  const known = between.map((text) => {
    const at = left.findIndex((step) => step.text === text);
    return at < 0 ? null : (left.splice(at, 1)[0] as IdentifiedStep);
  });
  // As many as are left over were changed where they are.
  const isSameCount = left.length === known.filter((step) => step === null).length;
  const middle = between.map((text, index): IdentifiedStep => {
    const step = known[index] ?? (isSameCount ? left.shift() : undefined);
    return { id: step?.id ?? newId(), text };
  });
  return [...before.slice(0, start), ...middle, ...before.slice(before.length - end)];
}
