/** A choice among names with weights, from one uniform deviate. */

export type Weights = Readonly<Record<string, number>>;

interface Table {
  /** Names with a weight above 0, in the order of the record. */
  readonly names: readonly string[];
  /** For each name the sum of the weights up to and including its own. */
  readonly upTo: readonly number[];
  readonly total: number;
}

/**
 * Tables by the record they were made from, which is never changed: going through a record's keys costs more than all the
 * rest of a call, and the Lab makes millions.
 */
const tables = new WeakMap<Weights, Table>();

/** The name on which a uniform deviate in [0, 1) falls, each as wide as its weight; `null` where nothing has weight. */
export function pickWeighted(weights: Weights, uniform: number): string | null {
  const { names, upTo, total } = tableOf(weights);
  const point = uniform * total;
  for (const [index, sum] of upTo.entries()) if (point < sum) return names[index] ?? null;
  // Rounding may leave a crumb after the last one.
  return names.at(-1) ?? null;
}

function tableOf(weights: Weights): Table {
  const known = tables.get(weights);
  if (known) return known;
  const names: string[] = [];
  const upTo: number[] = [];
  let total = 0;
  for (const [name, weight] of Object.entries(weights)) {
    if (weight <= 0) continue;
    total += weight;
    names.push(name);
    upTo.push(total);
  }
  const table = { names, upTo, total };
  tables.set(weights, table);
  return table;
}
