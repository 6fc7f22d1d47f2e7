/** How a fact changes the one Case it is about. */
import type { ActionFact, CaseFact } from '../../shared/facts.ts';
import type { Case } from '../../shared/model.ts';

type Created = Extract<CaseFact, { type: 'caseCreated' }>;

/** A new Case, a draft until it is launched. */
export function createdCase(fact: Created, sequence: number): Case {
  return {
    ref: fact.caseRef,
    caseType: fact.caseType,
    owner: fact.owner,
    data: fact.data,
    process: fact.process,
    currentStep: -1,
    sequence,
    status: 'Draft',
    reason: null,
    resolutionMethod: null,
    statusSince: fact.at,
    needsAttention: false,
    problemAction: null,
    paused: false,
    actions: [],
    createdAt: fact.at,
    closedAt: null,
  };
}

/** The Case after the fact; every fact of a Case but its creation. */
export function evolveCase(caseInstance: Case, fact: Exclude<CaseFact, Created>): Case {
  switch (fact.type) {
    case 'caseStatusChanged':
      return {
        ...caseInstance,
        status: fact.to,
        reason: fact.reason,
        resolutionMethod: fact.resolutionMethod,
        statusSince: fact.at,
        needsAttention: fact.needsAttention,
        problemAction: fact.problemAction,
        paused: fact.to === 'Closed' ? false : caseInstance.paused,
        closedAt: fact.to === 'Closed' ? fact.at : null,
      };
    case 'processStepStarted':
      return { ...caseInstance, currentStep: fact.step };
    case 'caseDataWritten':
      return { ...caseInstance, data: { ...caseInstance.data, ...fact.data } };
    case 'casePaused':
      return { ...caseInstance, paused: true };
    case 'caseResumed':
      return { ...caseInstance, paused: false };
  }
}

/** R44: the Case needs its owner; what it shows until the owner acts. */
export function escalatedCase(caseInstance: Case, fact: Extract<ActionFact, { type: 'escalated' }>): Case {
  return {
    ...caseInstance,
    status: 'To Do',
    reason: 'Action unable to be completed',
    statusSince: fact.at,
    needsAttention: true,
    problemAction: fact.actionRef,
  };
}
