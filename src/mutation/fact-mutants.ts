/** What is no row of the state table: clocks, counts, ranks, responses, allocation, escalation, the Case; each wrong in one way. */
import { RANK } from '../engine/clocks/timers.ts';
import type { Fact, FactOf } from '../shared/facts.ts';
import type { Action } from '../shared/model.ts';
import type { World } from '../shared/world.ts';
import type { RuleMutant } from './mutant.ts';

const SECOND_MS = 1_000;

/** All of them. */
export function factMutants(): RuleMutant[] {
  return [
    ...clockMutants(),
    ...countMutants(),
    ...rankMutants(),
    ...responseMutants(),
    ...peopleMutants(),
    ...caseMutants(),
  ];
}

/** Replaces the facts of one type; `null` drops one. */
function onFact<T extends Fact['type']>(
  id: string,
  what: string,
  type: T,
  change: (fact: FactOf<T>, world: World) => Fact | readonly Fact[] | null,
): RuleMutant {
  return {
    id,
    what,
    rows: null,
    fact: type,
    change: (world) => ({
      facts: (facts) => facts.flatMap((fact) => (fact.type === type ? (change(fact as FactOf<T>, world) ?? []) : fact)),
    }),
  };
}

const actionOf = (world: World, ref: string): Action | undefined => world.actions.get(ref);

function clockMutants(): RuleMutant[] {
  const shifted = [
    ['a second late', SECOND_MS],
    ['a second early', -SECOND_MS],
  ] as const;
  return [
    ...shifted.flatMap(([how, by]) => [
      onFact(`response deadline ${how}`, `the response timeout comes ${how}`, 'connected', (fact) =>
        fact.responseDeadlineAt === null ? fact : { ...fact, responseDeadlineAt: fact.responseDeadlineAt + by },
      ),
      onFact(`due date ${how}`, `the due date comes ${how}`, 'actionCreated', (fact) =>
        fact.dueAt === null ? fact : { ...fact, dueAt: fact.dueAt + by },
      ),
      onFact(
        `response deadline from launch ${how}`,
        `the response timeout since launch comes ${how}`,
        'actionCreated',
        (fact) =>
          fact.responseDeadlineAt === null ? fact : { ...fact, responseDeadlineAt: fact.responseDeadlineAt + by },
      ),
      onFact(`retry ${how}`, `a retry comes ${how}`, 'retryScheduled', (fact) =>
        fact.nextRetryAt === null ? fact : { ...fact, nextRetryAt: Math.max(fact.at, fact.nextRetryAt + by) },
      ),
    ]),
    waits('every wait is the first', ({ firstMs }) => firstMs),
    waits('waits grow one retry too soon', ({ firstMs, factor, capMs }, number) =>
      Math.min(firstMs * factor ** number, capMs),
    ),
    waits('waits have no longest', ({ firstMs, factor }, number) => firstMs * factor ** (number - 1)),
    waits('waits have no jitter', ({ firstMs, factor, capMs }, number) =>
      Math.min(firstMs * factor ** (number - 1), capMs),
    ),
    onFact('response clock from launch', 'the response clock starts at launch', 'connected', (fact, world) => {
      const launchedAt = actionOf(world, fact.actionRef)?.createdAt ?? fact.at;
      const { responseDeadlineAt } = fact;
      return responseDeadlineAt === null
        ? fact
        : { ...fact, responseDeadlineAt: Math.max(fact.at, responseDeadlineAt - (fact.at - launchedAt)) };
    }),
    onFact(
      'response clock starts again',
      'connecting starts a clock again that runs since launch',
      'connected',
      (fact, world) => {
        const action = actionOf(world, fact.actionRef);
        return action?.responseClock === 'launch' && fact.responseDeadlineAt !== null
          ? { ...fact, responseDeadlineAt: fact.responseDeadlineAt + (fact.at - action.createdAt) }
          : fact;
      },
    ),
  ];
}

function waits(
  what: string,
  waitMs: (arithmetic: FactOf<'retryScheduled'>['arithmetic'], retryNumber: number) => number,
): RuleMutant {
  return onFact(what, what, 'retryScheduled', (fact) => {
    const intervalMs = Math.round(waitMs(fact.arithmetic, fact.retryNumber));
    return { ...fact, nextRetryAt: fact.at + intervalMs, arithmetic: { ...fact.arithmetic, intervalMs } };
  });
}

function countMutants(): RuleMutant[] {
  return [
    onFact('first call counted', 'the first call counts as a retry', 'callStarted', (fact) =>
      fact.trigger === 'first' ? { ...fact, retryCount: 1 } : fact,
    ),
    ...(['automatic', 'manual'] as const).map((trigger) =>
      onFact(`${trigger} retry not counted`, `the ${trigger} retry is not counted`, 'callStarted', (fact) =>
        fact.trigger === trigger ? { ...fact, retryCount: fact.retryCount - 1 } : fact,
      ),
    ),
    onFact('a copy goes on counting', 'a fresh copy does not count from 0', 'callStarted', (fact) =>
      fact.trigger === 'first' && /\/\d+$/.test(fact.actionRef) ? { ...fact, retryCount: 1 } : fact,
    ),
    onFact('calls misnumbered', 'a retry has the number of the call before', 'callStarted', (fact) =>
      fact.trigger === 'first' ? fact : { ...fact, callNumber: fact.callNumber - 1 },
    ),
    onFact('every maximum shown', 'a lower maximum is shown too', 'maximumSaved', (fact) => ({
      ...fact,
      displayedMaximum: fact.to,
    })),
    onFact('maximum one too many at launch', 'an Action shows one retry too many', 'actionCreated', (fact) => ({
      ...fact,
      maximum: fact.maximum + 1,
    })),
  ];
}

const RANK_WORDS = {
  people: 'people and settings',
  callResult: 'results of calls',
  response: 'responses',
  responseTimeout: 'the response timeout',
  dueDate: 'the due date',
  retry: 'retries',
} as const satisfies Record<keyof typeof RANK, string>;

/** Neighbours of R37 the other way about. */
function rankMutants(): RuleMutant[] {
  const names = Object.keys(RANK) as (keyof typeof RANK)[];
  return names.slice(1).map((later, index) => {
    const sooner = names[index] as keyof typeof RANK;
    const what = `${RANK_WORDS[later]} before ${RANK_WORDS[sooner]}`;
    const [first, second] = [RANK[sooner], RANK[later]];
    const rank = (given: number) => (given === first ? second : given === second ? first : given);
    return { id: `rank: ${what}`, what: `at one instant, ${what}`, rows: null, fact: null, change: () => ({ rank }) };
  });
}

function responseMutants(): RuleMutant[] {
  const judged = (
    what: string,
    from: FactOf<'responseReceived'>['verdict'],
    to: Pick<FactOf<'responseReceived'>, 'verdict' | 'httpStatus'>,
  ) => onFact(what, what, 'responseReceived', (fact) => (fact.verdict === from ? { ...fact, ...to } : fact));
  return [
    judged('a repeat is refused', 'duplicate', { verdict: 'conflicting', httpStatus: 409 }),
    judged('a second, different response is acknowledged', 'conflicting', { verdict: 'duplicate', httpStatus: 200 }),
    judged('a late response is acknowledged', 'late', { verdict: 'duplicate', httpStatus: 200 }),
    judged('a response that cannot be read is late', 'malformed', { verdict: 'late', httpStatus: 409 }),
    judged('a wrong token is no matter', 'wrong token', { verdict: 'late', httpStatus: 409 }),
    onFact('reasons are lost', 'the reason of an unsuccessful response is lost', 'responseReceived', (fact) =>
      fact.body === null ? fact : { ...fact, body: { ...fact.body, reason: undefined } },
    ),
    onFact('data are lost', 'only the first field of what a response says is written', 'caseDataWritten', (fact) => ({
      ...fact,
      data: Object.fromEntries(Object.entries(fact.data).slice(1)),
    })),
    onFact('answers a second late', 'the answer to a call comes a second late', 'responsePlanned', (fact) => ({
      ...fact,
      responseAt: fact.responseAt + SECOND_MS,
    })),
    {
      id: 'no answer to a call cut off',
      what: 'a call that was cut off is never answered',
      rows: null,
      fact: 'callCutOff',
      change: () => ({
        facts: (facts) =>
          facts.some(({ type }) => type === 'callCutOff')
            ? facts.filter(({ type }) => type !== 'responsePlanned')
            : facts,
      }),
    },
  ];
}

function peopleMutants(): RuleMutant[] {
  return [
    onFact('no queue', 'no queue is set', 'allocated', (fact) => ({ ...fact, queue: null })),
    ...(['user', 'secondary user', 'taken'] as const).map((choice) =>
      onFact(`nobody: ${choice}`, `nobody is assigned where it was the ${choice}`, 'allocated', (fact) =>
        fact.choice === choice ? { ...fact, assignee: null } : fact,
      ),
    ),
    onFact('unassigning keeps', 'unassigning leaves it with the person', 'allocated', (fact, world) =>
      fact.choice === 'unassigned' ? { ...fact, assignee: actionOf(world, fact.actionRef)?.assignee ?? null } : fact,
    ),
    onFact('told twice', 'the Case owner is told twice', 'escalated', (fact) => [fact, fact]),
    onFact('told nobody', 'the Case owner is not told', 'escalated', (fact) => ({ ...fact, owner: '' })),
    onFact('notes are lost', 'what a person says is lost', 'statusChanged', (fact) => ({ ...fact, note: undefined })),
  ];
}

function caseMutants(): RuleMutant[] {
  return [
    onFact('pause does nothing', 'pausing a Case does nothing', 'casePaused', () => null),
    onFact('resume does nothing', 'resuming a Case does nothing', 'caseResumed', () => null),
    onFact('cancel leaves the Case', 'cancelling does not close the Case', 'caseStatusChanged', (fact) =>
      fact.resolutionMethod === 'Cancelled' ? null : fact,
    ),
    onFact('the end leaves the Case', 'a Case whose process is over stays open', 'caseStatusChanged', (fact) =>
      fact.resolutionMethod === 'Done Successfully' ? null : fact,
    ),
    onFact('attention stays', 'a Case goes on needing attention', 'caseStatusChanged', (fact) =>
      fact.to === 'In Progress' && fact.reason === 'Updated by resource' ? null : fact,
    ),
    onFact('saving does nothing', 'a save changes nothing', 'definitionEdited', () => null),
    onFact('launches a second late', 'planned launches come a second late', 'launchPlanned', (fact) => ({
      ...fact,
      launchAt: fact.launchAt + SECOND_MS,
    })),
    onFact('only the Action is sent', 'custom data do not go out', 'callStarted', (fact) => ({
      ...fact,
      action: { Reference: fact.action.Reference ?? null },
    })),
    {
      id: 'no fresh copies',
      what: 'no fresh copy starts',
      rows: null,
      fact: 'actionCreated',
      change: () => ({
        facts: (facts) => {
          const copies = new Set(
            facts.flatMap((fact) => (fact.type === 'actionCreated' && fact.copy > 1 ? fact.actionRef : [])),
          );
          return copies.size === 0
            ? facts
            : facts.filter((fact) => !('actionRef' in fact) || !copies.has(fact.actionRef));
        },
      }),
    },
    {
      id: 'only the first of a step',
      what: 'only the first member of a step starts',
      rows: null,
      fact: 'actionCreated',
      change: () => ({
        facts: (facts) => {
          const others = new Set(
            facts.flatMap((fact) =>
              fact.type === 'actionCreated' && (fact.position?.member ?? 0) > 0 ? fact.actionRef : [],
            ),
          );
          return others.size === 0
            ? facts
            : facts.filter((fact) => !('actionRef' in fact) || !others.has(fact.actionRef));
        },
      }),
    },
  ];
}
