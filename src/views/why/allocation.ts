/** Why an Action went to this person and this queue (R40–R42, R50). */
import type { Allocation } from '../../shared/definitions.ts';
import type { FactOf } from '../../shared/facts.ts';
import type { World } from '../../shared/world.ts';
import { type Explanation, explanation } from './explanation.ts';

type Allocated = FactOf<'allocated'>;

/** One allocation, by the rule or by a person. */
export function whyAllocation(world: World, fact: Allocated): Explanation {
  const { queue, assignee, choice, by } = fact;
  if (choice === 'taken') {
    return explanation(`Assigned to ${assignee}`, [`${by} made the first update: it is theirs.`, kept(queue)], ['R50']);
  }
  if (choice === 'unassigned') {
    return explanation('Assigned to nobody', [`${by} unassigned it: it is To Do again.`, kept(queue)], ['R50']);
  }
  const rule = world.actionTypes.get(world.actions.get(fact.actionRef)?.actionType ?? '')?.allocation;
  const isSame = fits(rule, fact);
  return explanation(
    assignee === null ? 'Allocated to nobody' : `Allocated to ${assignee}`,
    [
      assigneeLine(isSame ? rule : undefined, fact),
      queueLine(queue, assignee),
      !isSame && 'The Action type’s rule has changed since; this allocation stays.',
    ],
    ['R41', 'R42'],
  );
}

const kept = (queue: string | null) => queue !== null && `It stays in the queue ${queue}.`;

/** Whether the rule as it is now can have led there. */
function fits(rule: Allocation | undefined, { queue, assignee, choice }: Allocated): boolean {
  if ((rule?.queue ?? null) !== queue) return false;
  switch (choice) {
    case 'user':
      return rule?.user === assignee;
    case 'secondary user':
      return rule?.secondaryUser === assignee;
    case 'nobody available':
      return rule?.user !== undefined || rule?.secondaryUser !== undefined;
    default:
      return rule?.user === undefined && rule?.secondaryUser === undefined;
  }
}

/** With the names of the rule where it is still known. */
function assigneeLine(rule: Allocation | undefined, { assignee, choice }: Allocated): string {
  const first = rule?.user === undefined ? 'the first choice' : `${rule.user} (first choice)`;
  switch (choice) {
    case 'user':
      return `${assignee} is the first choice and was available.`;
    case 'secondary user':
      return rule !== undefined && rule.user === undefined
        ? `${assignee} is the second choice and was available; no first choice is named.`
        : `Allocated to ${assignee}: ${first} was unavailable then.`;
    case 'nobody available': {
      const named = [
        rule?.user === undefined ? null : `${rule.user} (first choice)`,
        rule?.secondaryUser === undefined ? null : `${rule.secondaryUser} (second choice)`,
      ].filter((name) => name !== null);
      if (named.length === 0) return 'Nobody named by the rule was available then.';
      return `${named.join(' and ')} ${named.length === 1 ? 'was' : 'were'} unavailable then.`;
    }
    default:
      return 'The rule names no person.';
  }
}

function queueLine(queue: string | null, assignee: string | null): string {
  if (queue === null) return 'The rule names no queue.';
  return assignee === null
    ? `The rule names the queue ${queue}: it waits there, unassigned.`
    : `The rule names the queue ${queue}; it is set, whoever gets the Action.`;
}
