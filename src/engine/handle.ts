/** One input, whole: decide, fold, and what follows by itself, until nothing more does. */
import { isRejection, type Rejection } from '../shared/errors.ts';
import type { Fact } from '../shared/facts.ts';
import type { Input } from '../shared/inputs.ts';
import type { CaseRef, Instant } from '../shared/model.ts';
import type { World } from '../shared/world.ts';
import { advanceProcess } from './case/process.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { ChangeLog } from './history/change-log.ts';

/** Changes `world` by `input` at `now`; every fact, in order, or the refusal (then nothing changed). `log` notes what is replaced. */
export function handle(world: World, input: Input, now: Instant, log: ChangeLog | null = null): Fact[] | Rejection {
  const decided = decide(world, input, now);
  if (isRejection(decided)) return decided;
  const facts = world.ruleChange?.facts?.(decided, false) ?? decided;
  // `facts` grows while it is walked. What follows is asked only when all that was decided is folded: an Action that
  // closes and escalates, or closes to make room for a fresh copy, lets its Case continue after both, not in between.
  for (let index = 0; index < facts.length; ) {
    let goingOn: Set<CaseRef> | undefined;
    for (const end = facts.length; index < end; index += 1) {
      const fact = facts[index] as Fact;
      evolve(world, fact, log);
      const caseRef = caseToGoOn(world, fact);
      if (caseRef !== undefined) {
        goingOn ??= new Set();
        goingOn.add(caseRef);
      }
    }
    for (const caseRef of goingOn ?? []) for (const next of goOn(world, caseRef, now)) facts.push(next);
  }
  return facts;
}

/** R46, R48, R49: an ending, a resumed Case and an owner's act let the Case continue. */
function caseToGoOn(world: World, fact: Fact): CaseRef | undefined {
  switch (fact.type) {
    case 'statusChanged':
      return fact.to === 'Closed' ? world.actions.get(fact.actionRef)?.caseRef : undefined;
    case 'caseResumed':
      return fact.caseRef;
    case 'caseStatusChanged':
      return fact.to === 'In Progress' && fact.from === 'To Do' ? fact.caseRef : undefined;
    default:
      return undefined;
  }
}

function goOn(world: World, caseRef: CaseRef, now: Instant): readonly Fact[] {
  const caseInstance = world.cases.get(caseRef);
  if (!caseInstance) return [];
  const following = advanceProcess(world, caseInstance, now);
  return world.ruleChange?.facts?.(following, true) ?? following;
}
