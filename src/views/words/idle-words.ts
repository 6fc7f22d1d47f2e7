/** What to say when nothing will happen by itself. */
import { counted } from '../../shared/counted.ts';

/** `Nothing is scheduled; 23 Actions wait for people`; `peopleCount` is how many do. */
export function idleInWords(peopleCount: number): string {
  if (peopleCount === 0) return 'Nothing is scheduled';
  return `Nothing is scheduled; ${counted(peopleCount, 'Action')} ${peopleCount === 1 ? 'waits' : 'wait'} for people`;
}
