/** How the six endings of a life look: colour, icon, pattern and word, from the table of statuses. */
import { ENDINGS, type Ending } from '../../../shared/lab.ts';
import type { IconComponent } from '../components/icons.tsx';
import type { Pattern } from './pattern.ts';
import { type StatusKey, statusStyleOf } from './status.ts';

export interface EndingStyle {
  readonly ending: Ending;
  /** Stands for it where spaces may not: in the `id` of a pattern, as a key. */
  readonly key: string;
  readonly icon: IconComponent;
  readonly pattern: Pattern;
  /** CSS values, right in either colour scheme. */
  readonly fill: string;
  readonly text: string;
}

/** Both hand-overs are amber; a timeout is the darker of the two. */
const DARKER_AMBER = 'light-dark(#8a5600, #a8740f)';

const style = (
  ending: Ending,
  status: StatusKey,
  own: Partial<Pick<EndingStyle, 'pattern' | 'fill'>> = {},
): EndingStyle => {
  const { icon, pattern, fill, text } = statusStyleOf(status);
  return { ending, key: ending.toLowerCase().replace(/\W+/g, '-'), icon, pattern, fill, text, ...own };
};

const STYLES: Readonly<Record<Ending, EndingStyle>> = {
  'Done Successfully': style('Done Successfully', 'closed-done'),
  'Not Done Successfully': style('Not Done Successfully', 'closed-failed'),
  'No response returned': style('No response returned', 'closed-no-response'),
  'To Do: Updated by Integration': style('To Do: Updated by Integration', 'to-do'),
  'To Do: Timeout': style('To Do: Timeout', 'to-do', { pattern: 'diagonal', fill: DARKER_AMBER }),
  'Still waiting': style('Still waiting', 'waiting'),
};

const endingStyle = (ending: Ending): EndingStyle => STYLES[ending];
export const ENDING_STYLES: readonly EndingStyle[] = ENDINGS.map(endingStyle);
