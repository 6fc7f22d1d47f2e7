/** Why a call has no result of its own: its Action went on before (R39). */
import type { FactOf } from '../../shared/facts.ts';
import type { World } from '../../shared/world.ts';
import { callNumbered } from '../calls/calls.ts';
import { around, firstOf } from '../facts.ts';
import { exactDuration, instantInWords } from '../words/time-words.ts';
import { type Explanation, explanation } from './explanation.ts';

export function whyCutOff(world: World, fact: FactOf<'callCutOff'>): Explanation {
  const { before, after } = around(world, fact);
  const plan = callNumbered(before, fact.callNumber)?.plan ?? null;
  const became = firstOf(after, 'statusChanged');
  const status = became === undefined ? 'went on' : `became ${became.to} (${became.reason})`;
  return explanation(
    `Call ${fact.callNumber} cut off`,
    [
      `The Action ${status} at ${instantInWords(fact.at, world.startAt)}, ${exactDuration(fact.tookMs)} into the call and before its result.`,
      plan === null
        ? 'Its result was not known yet.'
        : 'The API’s responses to it still arrive, too late to change anything.',
    ],
    ['R39', plan !== null && 'R29'],
  );
}
