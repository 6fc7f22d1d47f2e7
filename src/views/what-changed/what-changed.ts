/** What one event changed: a sentence for who watches, and what it is about, so that a screen can point at it. */
import { tellsMore } from '../../engine/history/telling.ts';
import { counted } from '../../shared/counted.ts';
import type { CaseFact, Fact } from '../../shared/facts.ts';
import type { ActionRef, Instant } from '../../shared/model.ts';
import type { ChangedAction, WhatChanged } from '../../shared/what-changed.ts';
import { upperFirst } from '../words/figures.ts';
import { instantInWords } from '../words/time-words.ts';
import { actionClause } from './action-clause.ts';
import { caseClause } from './case-clause.ts';
import { worldClause } from './world-clause.ts';

/**
 * What the facts of one event changed, in their order; `null` where there is nothing to see in it, such as a call's plan. The
 * sentence tells of what its most telling fact is about, and counts the rest.
 */
export function whatChanged(facts: readonly Fact[], startAt: Instant): WhatChanged | null {
  const seen = facts.filter(isSeen);
  const telling = mostTelling(seen);
  if (telling === undefined) return null;
  const about = subjectOf(telling);
  const own = seen.filter((fact) => subjectOf(fact) === about);
  const caseRef = about === null ? null : (about.split('/')[0] ?? null);
  const ofItsCase = about === caseRef ? [] : seen.filter(isOfCase).filter((fact) => fact.caseRef === caseRef);
  const others = new Set(
    seen.flatMap((fact) => ('actionRef' in fact && fact.actionRef !== about ? [fact.actionRef] : [])),
  );
  const clauses: string[] = [];
  for (const fact of own) clauses.push(...clausesOf(fact, own, clauses.length === 0, startAt));
  for (const fact of ofItsCase) clauses.push(...caseClause(fact, { isFirst: true, isAside: true }));
  clauses.push(...beside(others, seen));
  if (clauses.length === 0) return null;
  return {
    sentence: `${begin(clauses.join('; '), about)}.`,
    actions: changedActions(seen, facts),
    cases: each(seen, (fact) => (isOfCase(fact) || fact.type === 'escalated' ? fact.caseRef : null)),
    externalApis: each(seen, (fact) => (fact.type === 'apiSwitched' ? fact.name : null)),
    users: each(seen, (fact) => (fact.type === 'escalated' ? fact.owner : null)),
  };
}

/** Time went on to `now`, and that was all. */
export const nothingChanged = (now: Instant, startAt: Instant): WhatChanged => ({
  sentence: `Nothing happened until ${instantInWords(now, startAt)}.`,
  actions: [],
  cases: [],
  externalApis: [],
  users: [],
});

/** Every name once. */
const each = (facts: readonly Fact[], nameIn: (fact: Fact) => string | null): string[] => [
  ...new Set(facts.flatMap((fact) => nameIn(fact) ?? [])),
];

function changedActions(seen: readonly Fact[], all: readonly Fact[]): ChangedAction[] {
  const counts = new Map(each(seen, actionOf).map((ref) => [ref, 0]));
  for (const ref of all.map(actionOf)) {
    const count = ref === null ? undefined : counts.get(ref);
    if (ref !== null && count !== undefined) counts.set(ref, count + 1);
  }
  return [...counts].map(([ref, factCount]) => ({ ref, factCount }));
}

/** The fact that tells most of what happened, the first of several; `undefined` where there is none. */
const mostTelling = (facts: readonly Fact[]): Fact | undefined =>
  facts.reduce<Fact | undefined>(
    (best, fact) => (best === undefined || tellsMore(fact, best) ? fact : best),
    undefined,
  );

/** A sentence begins with a capital; a name is written as it is. */
const begin = (text: string, name: string | null) => (name !== null && text.startsWith(name) ? text : upperFirst(text));

function clausesOf(fact: Fact, all: readonly Fact[], isFirst: boolean, startAt: Instant): readonly string[] {
  if ('actionRef' in fact && fact.type !== 'responsePlanned') return actionClause(fact, { all, isFirst, startAt });
  return isOfCase(fact) ? caseClause(fact, { isFirst, isAside: false }) : worldClause(fact, startAt);
}

/** The Actions that changed besides: the one that was launched by name, more by their number. */
function beside(others: ReadonlySet<ActionRef>, facts: readonly Fact[]): string[] {
  const [only] = others;
  if (only === undefined) return [];
  const launched = facts.flatMap((fact) => (fact.type === 'actionCreated' && others.has(fact.actionRef) ? [fact] : []));
  if (launched.length === others.size) {
    return [others.size === 1 ? `${only} is launched` : `${counted(others.size, 'other Action')} are launched`];
  }
  return [others.size === 1 ? `${only} changed too` : `${counted(others.size, 'other Action')} changed too`];
}

/** What the app alone keeps, or what says only what comes later, is nothing that one sees change. */
const UNSEEN: ReadonlySet<Fact['type']> = new Set([
  'callPlanned',
  'casesNumbered',
  'plannedLaunchReached',
  'responsePlanned',
  'plannedResponseSent',
  'notificationsRead',
  'casesRemoved',
]);
/** Whether a fact says something that one sees change. */
export const isSeen = ({ type }: Fact): boolean => !UNSEEN.has(type);

/** The Action in whose timeline a fact stands. */
const actionOf = (fact: Fact): ActionRef | null =>
  'actionRef' in fact && fact.type !== 'responsePlanned' ? fact.actionRef : null;

const isOfCase = (fact: Fact): fact is CaseFact =>
  'caseRef' in fact && !('actionRef' in fact) && fact.type !== 'launchPlanned';

function subjectOf(fact: Fact): string | null {
  if ('actionRef' in fact) return fact.actionRef;
  return isOfCase(fact) ? fact.caseRef : null;
}
