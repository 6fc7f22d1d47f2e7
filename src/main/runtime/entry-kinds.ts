/** What kinds of journal entries there are. */
import { type Input, isEditCommand } from '../../shared/inputs.ts';
import type { HistoryEntry, JournalEntry, Note } from './ports.ts';

type Kind = JournalEntry['input']['type'];

const NOTES: Readonly<Record<Note['type'], true>> = {
  advanced: true,
  stepTaken: true,
  wentTo: true,
  futureNamed: true,
  noted: true,
};

/** What the clock, the player and the app do, never a person or an outside system. */
const NEVER_ACTED: Readonly<Record<Exclude<Kind, HistoryEntry['input']['type']>, true>> = {
  advanced: true,
  stepTaken: true,
  wentTo: true,
  futureNamed: true,
  makeRoom: true,
  callPlanned: true,
  callResultDue: true,
  retryDue: true,
  responseTimeout: true,
  dueDate: true,
  plannedLaunch: true,
};

/** Whether an entry is none of the inputs that the rules decide. */
export function isNote(input: JournalEntry['input']): input is Note {
  return Object.hasOwn(NOTES, input.type);
}

/** Whether somebody did or noted it: what belongs to the history. A response that was planned follows by itself. */
export function isActed(input: JournalEntry['input']): input is HistoryEntry['input'] {
  return input.type === 'response' ? input.plannedId === undefined : !Object.hasOwn(NEVER_ACTED, input.type);
}

/** Whether it sets what is defined, or switches an API. */
export const configures = (input: JournalEntry['input']): boolean => input.type === 'switchApi' || isEditCommand(input);

/** Whether something happens by it that one would go back on: not by what somebody has read, nor by what the app does for itself. */
export function isEvent(
  input: JournalEntry['input'],
): input is Exclude<Input, { type: 'readNotifications' | 'makeRoom' }> {
  return !isNote(input) && input.type !== 'readNotifications' && input.type !== 'makeRoom';
}
