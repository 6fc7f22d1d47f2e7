/** One input, whole: decide, fold, and what follows of itself, until nothing more does. */
import { isRejection, type Rejection } from '../shared/errors.ts';
import type { Fact } from '../shared/facts.ts';
import type { Input } from '../shared/inputs.ts';
import type { Instant, World } from '../shared/model.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { advanceProcess } from './process.ts';

/** Changes `world` by `input` at `now`; every fact, in order, or the refusal (then nothing changed). */
export function handle(world: World, input: Input, now: Instant): Fact[] | Rejection {
  const facts = decide(world, input, now);
  if (isRejection(facts)) return facts;
  // `facts` grows while it is walked: what follows is folded after all that was decided before it.
  for (let index = 0; index < facts.length; index += 1) {
    const fact = facts[index] as Fact;
    evolve(world, fact);
    for (const next of following(world, fact, now)) facts.push(next);
  }
  return facts;
}

const NOTHING: readonly Fact[] = [];

/** R46, R48, R49: an ending, a resumed Case and an owner's act let the Case go on. */
function following(world: World, fact: Fact, now: Instant): readonly Fact[] {
  switch (fact.type) {
    case 'statusChanged': {
      if (fact.to !== 'Closed') return NOTHING;
      const caseRef = world.actions.get(fact.actionRef)?.caseRef ?? '';
      return goOn(world, caseRef, now);
    }
    case 'caseResumed':
      return goOn(world, fact.caseRef, now);
    case 'caseStatusChanged':
      return fact.to === 'In Progress' && fact.from === 'To Do' ? goOn(world, fact.caseRef, now) : NOTHING;
    default:
      return NOTHING;
  }
}

function goOn(world: World, caseRef: string, now: Instant): readonly Fact[] {
  const workCase = world.cases.get(caseRef);
  return workCase ? advanceProcess(world, workCase, now) : NOTHING;
}
