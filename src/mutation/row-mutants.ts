/** Rows of the state table, each wrong in one way: missing, its guard flipped, an effect dropped, its target changed. */
import { rowId } from '../coverage/rows.ts';
import { GUARDS, TRANSITIONS } from '../engine/action/lifecycle.ts';
import type { Fact } from '../shared/facts.ts';
import type { RuleChange } from '../shared/rule-change.ts';
import type { Effect, Guard, GuardContext, Transition } from '../shared/transition.ts';
import type { Reason, ResolutionMethod } from '../shared/words.ts';
import type { World } from '../shared/world.ts';
import type { RuleMutant } from './mutant.ts';

/** A row as it is looked up: its guard may be none of the table's. */
type PlayedRow = Transition & { readonly holds: (context: GuardContext) => boolean };

const played = (row: Transition): PlayedRow => ({
  ...row,
  holds: row.guard === undefined ? () => true : GUARDS[row.guard],
});

/** Every mutant of every row, in the order of the table. */
export function rowMutants(): RuleMutant[] {
  return TRANSITIONS.flatMap((row) => [
    ...(isToldByCall(row) ? [] : [mutant(row, 'ignored', 'nothing happens', () => tableWith(row, null))]),
    ...guardMutants(row),
    ...row.effects.map((effect) => effectMutant(row, effect)),
    ...targetMutants(row),
  ]);
}

/** That a call connected says all that this row does: without the row nothing is different. */
const isToldByCall = ({ event, status }: Transition) => event === 'accepted' && status === undefined;

function mutant(row: Transition, how: string, what: string, change: RuleMutant['change']): RuleMutant {
  const asked = TRANSITIONS.filter(({ from, event }) => from === row.from && event === row.event);
  return {
    id: `row ${rowId(row)}, ${how}`,
    what: `${rowId(row)}: ${what}`,
    rows: asked.map(rowId),
    fact: null,
    change,
  };
}

/** The table with another row, or none, in the place of one. */
function tableWith(row: Transition, instead: PlayedRow | null): RuleChange {
  const rows = new Map<string, PlayedRow[]>();
  for (const each of TRANSITIONS) {
    const here = each === row ? instead : played(each);
    const key = `${each.from}, ${each.event}`;
    if (here !== null) rows.set(key, [...(rows.get(key) ?? []), here]);
  }
  return {
    transition: (phase, event, context) => rows.get(`${phase}, ${event}`)?.find((each) => each.holds(context)),
  };
}

/** At the boundary of a count. */
const BOUNDARIES: Partial<Record<Guard, { words: string; holds: (context: GuardContext) => boolean }>> = {
  'n < M': { words: 'n ≤ M', holds: ({ retryCount, maximum }) => retryCount <= maximum },
  'n ≥ M': { words: 'n > M', holds: ({ retryCount, maximum }) => retryCount > maximum },
};

function guardMutants(row: Transition): RuleMutant[] {
  const { guard } = row;
  if (guard === undefined) return [];
  const boundary = BOUNDARIES[guard];
  const flipped = { ...row, holds: (context: GuardContext) => !GUARDS[guard](context) };
  return [
    mutant(row, 'guard flipped', `only if not ${guard}`, () => tableWith(row, flipped)),
    ...(boundary === undefined
      ? []
      : [
          mutant(row, `if ${boundary.words}`, `if ${boundary.words}`, () =>
            tableWith(row, { ...row, holds: boundary.holds }),
          ),
        ]),
  ];
}

/** Effects that `decide` has no word for: what is left of the facts without them. */
const WITHOUT: Partial<Record<Effect, (facts: Fact[], world: World) => Fact[]>> = {
  'start a call': (facts) => facts.filter(({ type }) => type !== 'callStarted'),
  'start the response clock': (facts) =>
    facts.map((fact) => (fact.type === 'connected' ? { ...fact, responseDeadlineAt: null } : fact)),
  'show the maximum': (facts, world) =>
    facts.map((fact) => {
      if (fact.type !== 'maximumSaved') return fact;
      const displayedMaximum = world.actions.get(fact.actionRef)?.displayedMaximum ?? fact.displayedMaximum;
      return { ...fact, displayedMaximum };
    }),
  'write data': (facts) => facts.filter(({ type }) => type !== 'caseDataWritten'),
};

function effectMutant(row: Transition, effect: Effect): RuleMutant {
  const [how, what] = [`without ‘${effect}’`, `does not ${effect}`];
  if (effect === 'Case goes on') {
    return mutant(row, how, 'the Case does not go on', () =>
      onceTaken(row, (facts, isFollowing) => (isFollowing ? [] : facts)),
    );
  }
  const without = WITHOUT[effect];
  if (without !== undefined) {
    return mutant(row, how, what, (world) =>
      onceTaken(row, (facts, isFollowing) => (isFollowing ? facts : without(facts, world))),
    );
  }
  const instead = played({ ...row, effects: row.effects.filter((each) => each !== effect) });
  return mutant(row, how, what, () => tableWith(row, instead));
}

/** Changes the facts of an input that this row was looked up for, and those that follow from it. */
function onceTaken(row: Transition, change: NonNullable<RuleChange['facts']>): RuleChange {
  const table = tableWith(row, played(row)).transition;
  let [isAsked, isTaken] = [false, false];
  return {
    transition: (phase, event, context) => {
      const found = table?.(phase, event, context);
      if (found?.from === row.from && found.event === row.event && found.guard === row.guard) isAsked = true;
      return found;
    },
    facts: (facts, isFollowing) => {
      if (!isFollowing) [isAsked, isTaken] = [false, isAsked];
      return isTaken ? change(facts, isFollowing) : facts;
    },
  };
}

const CLOSED = { to: 'closed', status: 'Closed' } as const;
const OTHER_REASON: Partial<Record<Reason, Reason>> = {
  'Updated by Enate': 'Timeout',
  'Updated by Integration': 'Timeout',
  'Updated by resource': 'Updated by Enate',
  Timeout: 'Updated by Integration',
};
const otherMethod = (method: ResolutionMethod): ResolutionMethod =>
  method === 'Done Successfully' ? 'Not Done Successfully' : 'Done Successfully';

function targetMutants(row: Transition): RuleMutant[] {
  // Where a call starts, that alone says where it leads.
  if (row.effects.includes('start a call')) return [];
  const { reason, resolutionMethod, status } = row;
  const elsewhere =
    row.to === 'closed'
      ? ({ ...row, to: 'manual', status: 'To Do', resolutionMethod: undefined } as unknown as Transition)
      : { ...row, ...CLOSED, reason: reason ?? 'Updated by Enate', resolutionMethod: 'Not Done Successfully' as const };
  const with_ = (how: string, instead: Transition) =>
    mutant(row, how, how, () => tableWith(row, played({ ...instead, effects: instead.effects })));
  const effects = elsewhere.effects.filter((effect) => effect !== 'schedule a retry');
  return [
    with_(`leads to ${elsewhere.to}`, { ...elsewhere, effects }),
    ...(status === undefined || reason === undefined
      ? []
      : [with_(`reason ${OTHER_REASON[reason]}`, { ...row, reason: OTHER_REASON[reason] ?? reason })]),
    ...(resolutionMethod === undefined
      ? []
      : [
          with_(`resolution method ${otherMethod(resolutionMethod)}`, {
            ...row,
            resolutionMethod: otherMethod(resolutionMethod),
          }),
        ]),
  ];
}
