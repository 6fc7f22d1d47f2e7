/** What became of a study's settings: which of them are in use, and what is configured otherwise than when it ran. */
import type { Applied, Configured } from '../../shared/lab.ts';
import { VARIABLE_SETTINGS } from '../../shared/variable-settings.ts';
import { inOneLine, settingTitle, valueText } from './change-words.ts';
import { isPresent, presentValue, sameValue } from './present.ts';

/** A setting that was one thing and became another. */
type Changed = Applied['changes'][number];

/** Whether what was saved then is what is configured now. */
export const isInUse = ({ changes }: Pick<Applied, 'changes'>, now: Configured): boolean =>
  isPresent(
    changes.map(({ path, to }) => ({ path, value: to })),
    now,
  );

/** Every setting of one value, `besides` these, that is now another than it was then, in the order of the forms. */
export function changedSince(
  then: Configured,
  now: Configured,
  besides: readonly { readonly path: string }[] = [],
): Changed[] {
  return VARIABLE_SETTINGS.flatMap(({ path }) => {
    const [from, to] = [presentValue(path, then), presentValue(path, now)];
    const isSame = from === undefined || to === undefined || sameValue(from, to);
    return isSame || besides.some((each) => each.path === path) ? [] : [{ path, from, to }];
  });
}

/** Whether the API does otherwise than it did then, in more than settings of one value. */
export const isOtherApi = ({ externalApi: then }: Configured, { externalApi: now }: Configured): boolean =>
  JSON.stringify([then.outages, then.calls, then.otherwise]) !==
  JSON.stringify([now.outages, now.calls, now.otherwise]);

/** `Maximum retries 4 (before: 2), first interval 10 min (before: 1 min)`. */
export const appliedWords = (changes: readonly Changed[]): string =>
  inOneLine(
    changes,
    ({ path, from, to }) => `${settingTitle(path)} ${valueText(path, to)} (before: ${valueText(path, from)})`,
  );

/** `Maximum retries 2 → 4, first interval 1 min → 10 min`. */
export const changedWords = (changes: readonly Changed[]): string =>
  inOneLine(changes, ({ path, from, to }) => `${settingTitle(path)} ${valueText(path, from)} → ${valueText(path, to)}`);
