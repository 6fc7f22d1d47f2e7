/** What kinds of journal entries there are. */
import type { Input } from '../../shared/inputs.ts';
import type { JournalEntry, Note } from './ports.ts';

const NOTES: Readonly<Record<Note['type'], true>> = {
  advanced: true,
  stepTaken: true,
  wentTo: true,
  futureNamed: true,
  noted: true,
};

/** Whether an entry is none of the inputs that the rules decide. */
export function isNote(input: JournalEntry['input']): input is Note {
  return Object.hasOwn(NOTES, input.type);
}

/** What configures: it makes nothing happen by itself, but for what follows from a setting. */
const CONFIGURING: ReadonlySet<JournalEntry['input']['type']> = new Set([
  'createDefinition',
  'saveDefinition',
  'deleteDefinition',
  'moveDefinition',
  'renameDefinition',
  'undoEdit',
  'redoEdit',
  'switchApi',
]);
export const configures = ({ type }: JournalEntry['input']): boolean => CONFIGURING.has(type);

/** Whether something happens by it that one would go back on: not by what somebody has read, nor by what the app does for itself. */
export function isEvent(
  input: JournalEntry['input'],
): input is Exclude<Input, { type: 'readNotifications' | 'makeRoom' }> {
  return !isNote(input) && input.type !== 'readNotifications' && input.type !== 'makeRoom';
}
