/** What was done, in a sentence for who cannot see it happen on the screen; `null` where the screen that asks says it itself. */
import type { CommandText } from '../../../shared/inputs.ts';
import type { CaseVerb } from '../../../shared/words.ts';

const CASE_VERBS: Record<CaseVerb, (caseRef: string) => string> = {
  pause: (caseRef) => `${caseRef} is paused.`,
  resume: (caseRef) => `${caseRef} is resumed.`,
  rework: (caseRef) => `${caseRef} is reworked: what was running has restarted.`,
  setInProgress: (caseRef) => `${caseRef} is set in progress.`,
  cancel: (caseRef) => `${caseRef} is cancelled.`,
};

export function commandInWords(command: CommandText): string | null {
  switch (command.type) {
    case 'launchCase':
      return `${command.case} is launched.`;
    case 'launchAction':
      return `${command.actionType} is launched in ${command.case}.`;
    case 'retry':
      return `${command.action} is retrying now.`;
    case 'take':
      return `${command.by} has taken ${command.action}.`;
    case 'unassign':
      return `${command.action} is unassigned.`;
    case 'complete':
      return `${command.action} is completed.`;
    case 'unable':
      return `${command.action} is closed, Not Done Successfully; the Case owner was told.`;
    case 'relaunch':
      return `${command.action} is relaunched.`;
    case 'caseVerb':
      return CASE_VERBS[command.do](command.case);
    default:
      return null;
  }
}
