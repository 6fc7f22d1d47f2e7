/** What one fact about a Case says in the sentence of its event. */
import type { CaseFact } from '../../shared/facts.ts';
import { statusInWords } from './status-words.ts';

interface ClauseContext {
  /** Nothing was said of the Case yet: it is named. */
  readonly isFirst: boolean;
  /** The sentence is about an Action of it: only what is more than that Action's going on is said. */
  readonly isAside: boolean;
}

/** Nothing or one clause. */
export function caseClause(fact: CaseFact, { isFirst, isAside }: ClauseContext): string[] {
  const it = isFirst ? fact.caseRef : 'it';
  switch (fact.type) {
    case 'caseCreated':
      return isAside ? [] : [`${it} is created, for ${fact.owner}`];
    case 'caseStatusChanged':
      if (fact.needsAttention) return [`${it} needs attention`];
      return isAside && fact.resolutionMethod === null ? [] : [`${it} is ${statusInWords(fact)}`];
    case 'processStepStarted':
      return isAside ? [] : [`step ${fact.step + 1}${isFirst ? ` of ${it}` : ''} starts`];
    case 'caseDataWritten':
      return [`the data of ${it} ${isFirst ? '' : 'also '}changed`];
    case 'casePaused':
      return [`${it} is paused`];
    case 'caseResumed':
      return [`${it} is resumed`];
  }
}
