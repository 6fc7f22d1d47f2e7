/** Steps that say another name for a queue or a person: what a file says of one must be the name that the file defines. */
import type { Edit, Named } from '../../shared/edits.ts';
import type { Step } from '../../shared/scenario.ts';

/** Where a step, its allocation or what it expects names one; custom data and texts are not names, whatever they say. */
const KEYS: Readonly<Record<Named, readonly string[]>> = {
  queues: ['queue', 'queues'],
  users: ['by', 'user', 'secondaryUser', 'assignee', 'owner', 'notifications', 'inbox'],
};

/** The steps after a renaming; the same ones where the edit is another, or they do not say the old name. */
export function renamedSteps(steps: readonly Step[], { section, name, renamedTo }: Edit): Step[] {
  if (renamedTo === undefined) return [...steps];
  const keys = KEYS[section as Named];
  return steps.map((step) => {
    const [verb, said] = Object.entries(step).find(([key]) => key !== 'refused') ?? ['', null];
    if (!isFields(said)) return step;
    const renamed = renamedFields(said, keys, name, renamedTo);
    return renamed === said ? step : ({ ...step, [verb]: renamed } as Step);
  });
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function renamedFields(fields: Fields, keys: readonly string[], from: string, to: string): Fields {
  const changed = Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'allocation' && isFields(value)) {
      const inner = renamedFields(value, keys, from, to);
      return inner === value ? [] : [[key, inner]];
    }
    if (!keys.includes(key)) return [];
    if (value === from) return [[key, to]];
    if (Array.isArray(value) && value.includes(from)) {
      return [[key, value.map((each) => (each === from ? to : each))]];
    }
    return [];
  });
  return changed.length === 0 ? fields : { ...fields, ...Object.fromEntries(changed) };
}
