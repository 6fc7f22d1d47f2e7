/** What one event changed: a sentence for who watches, and what it is about, so that a screen can point at it. */
import { tellsMore } from '../../engine/history/telling.ts';
import { counted } from '../../shared/counted.ts';
import type { CaseFact, Fact } from '../../shared/facts.ts';
import type { ActionRef, CaseRef, Instant } from '../../shared/model.ts';
import { upperFirst } from '../words/figures.ts';
import { actionClause } from './action-clause.ts';
import { caseClause } from './case-clause.ts';
import { worldClause } from './world-clause.ts';

export interface WhatChanged {
  /** *Retry 2 of C1/post-invoice failed: HTTP 503; the next automatic retry is at 09:07:00.* */
  readonly sentence: string;
  readonly actions: ReadonlySet<ActionRef>;
  /** Those that changed themselves, not only in an Action of theirs. */
  readonly cases: ReadonlySet<CaseRef>;
  /** The External APIs that were switched. */
  readonly externalApis: ReadonlySet<string>;
  /** Who was notified. */
  readonly users: ReadonlySet<string>;
}

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
    actions: new Set(seen.flatMap((fact) => ('actionRef' in fact ? [fact.actionRef] : []))),
    cases: new Set(seen.flatMap((fact) => (isOfCase(fact) || fact.type === 'escalated' ? [fact.caseRef] : []))),
    externalApis: new Set(seen.flatMap((fact) => (fact.type === 'apiSwitched' ? [fact.name] : []))),
    users: new Set(seen.flatMap((fact) => (fact.type === 'escalated' ? [fact.owner] : []))),
  };
}

/** The fact that tells most of what happened, the first of several; `undefined` where there is none. */
export const mostTelling = (facts: readonly Fact[]): Fact | undefined =>
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
const isSeen = ({ type }: Fact) => !UNSEEN.has(type);

const isOfCase = (fact: Fact): fact is CaseFact =>
  'caseRef' in fact && !('actionRef' in fact) && fact.type !== 'launchPlanned';

function subjectOf(fact: Fact): string | null {
  if ('actionRef' in fact) return fact.actionRef;
  return isOfCase(fact) ? fact.caseRef : null;
}
