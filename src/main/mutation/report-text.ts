/** A mutation report for people: what nobody noticed comes first. */
import { counted } from '../../shared/counted.ts';
import { share } from '../../views/words/figures.ts';
import type { MutationReport } from './mutate.ts';

/** Line by line. */
export function mutationText({ mutants, equivalent, percent }: MutationReport): string[] {
  const survivors = mutants.filter(({ noticedBy }) => noticedBy.length === 0);
  const noticedCount = mutants.length - survivors.length;
  const reasons = Map.groupBy(equivalent, ({ why }) => why);
  return [
    `${noticedCount} of ${counted(mutants.length, 'change')} are noticed (${share(percent / 100)}).`,
    ...(survivors.length === 0
      ? []
      : ['', 'Not noticed:', ...survivors.map(({ id, what }) => `  ${lineOf(id, what)}`)]),
    ...(equivalent.length === 0 ? [] : ['', `${counted(equivalent.length, 'change')} cannot be noticed:`]),
    ...[...reasons].map(([why, all]) => `  ${counted(all.length, 'change')}: ${why}`),
  ];
}

/** A setting's name is in both. */
function lineOf(id: string, what: string): string {
  const path = what.split(': ')[0] ?? '';
  return id.endsWith(path) ? `${id}${what.slice(path.length)}` : `${id}: ${what}`;
}
