/** What a fact about no Action and no Case says in the sentence of its event. */
import { type Fact, SYSTEM } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import { editInWords } from '../words/edit-words.ts';
import { dueInWords } from '../words/time-words.ts';

/** Nothing or one clause. */
export function worldClause(fact: Fact, startAt: Instant): string[] {
  switch (fact.type) {
    case 'apiSwitched':
      return [`the External API ${fact.name} is switched to ${fact.to}${fact.by === SYSTEM ? '' : `, by ${fact.by}`}`];
    case 'definitionEdited': {
      const done = fact.course === 'undo' ? 'undone: ' : fact.course === 'redo' ? 'redone: ' : '';
      return [`${done}${editInWords(fact.edit)}`];
    }
    case 'launchPlanned':
      return [`the Case ${fact.caseRef} will be launched ${dueInWords(fact.launchAt, startAt)}`];
    default:
      return [];
  }
}
