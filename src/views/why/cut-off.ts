/** Why a call has no result of its own: its Action went on before (R39). */
import type { World } from '../../shared/world.ts';
import { exactDuration, instantInWords } from '../words/time-words.ts';
import { around, type Explanation, explanation, type FactOf, firstOf, lastOf } from './explanation.ts';

export function whyCutOff(world: World, fact: FactOf<'callCutOff'>): Explanation {
  const { before, after } = around(world, fact);
  const plan = lastOf(before, 'callPlanned', ({ callNumber }) => callNumber === fact.callNumber)?.plan;
  const became = firstOf(after, 'statusChanged');
  const status = became === undefined ? 'went on' : `became ${became.to} (${became.reason})`;
  return explanation(
    `Call ${fact.callNumber} cut off`,
    [
      `The Action ${status} at ${instantInWords(fact.at, world.startAt)}, ${exactDuration(fact.tookMs)} into the call and before its result.`,
      plan === undefined
        ? 'Nothing was known of it yet.'
        : 'What the API answers to it comes all the same, and too late to change anything.',
    ],
    ['R39', plan !== undefined && 'R29'],
  );
}
