/** A mutation report for people: what nobody noticed comes first. */
import { counted } from '../../shared/counted.ts';
import { share } from '../../views/words/figures.ts';
import type { MutationReport } from './mutate.ts';

/** Line by line. */
export function mutationText({ mutants, equivalent, percent }: MutationReport): string[] {
  const survivors = mutants.filter(({ noticedBy }) => noticedBy.length === 0);
  const noticedCount = mutants.length - survivors.length;
  const [elsewhere = [], here = []] = [true, false].map((wish) =>
    survivors.filter(({ needsOtherSteps = false }) => needsOtherSteps === wish),
  );
  const reasons = Map.groupBy(equivalent, ({ why }) => why);
  return [
    `${noticedCount} of ${counted(mutants.length, 'change')} are noticed (${share(percent / 100)}).`,
    ...listed('Not noticed:', here),
    ...listed('Not noticed, and what happens in these steps is the same:', elsewhere),
    ...(equivalent.length === 0 ? [] : ['']),
    ...[...reasons].map(([why, all]) => `Not counted, ${counted(all.length, 'change')}: ${why}`),
  ];
}

function listed(heading: string, mutants: MutationReport['mutants']): string[] {
  return mutants.length === 0 ? [] : ['', heading, ...mutants.map(({ id, what }) => `  ${lineOf(id, what)}`)];
}

/** A setting's name is in both. */
function lineOf(id: string, what: string): string {
  const path = what.split(': ')[0] ?? '';
  return id.endsWith(path) ? `${id}${what.slice(path.length)}` : `${id}: ${what}`;
}
