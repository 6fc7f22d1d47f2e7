/** What has happened in a world, of all that can: read off one timeline after the other, for there may be very many. */
import type { Fact } from '../shared/facts.ts';
import type { World } from '../shared/world.ts';
import type { Exercised } from './coverage-tally.ts';
import { endingOfRow, rowId } from './rows.ts';
import { rowsTaken } from './rows-taken.ts';
import { rulesOfTimeline } from './rules-shown.ts';

export type Happened = Omit<Exercised, 'settings'>;

/** What an Action, or a Case, went through by the facts of its timeline. */
export function happenedTo(world: World, ref: string, facts: readonly Fact[]): Happened {
  const taken = world.actions.has(ref) ? rowsTaken(facts) : [];
  return {
    rows: once(taken.map(rowId)),
    endings: once(taken.map(endingOfRow)).filter((ending) => ending !== null),
    rules: once([...taken.flatMap(({ rules }) => rules), ...rulesOfTimeline(world, ref, facts)]),
  };
}

const once = <T>(all: readonly T[]): T[] => [...new Set(all)];
