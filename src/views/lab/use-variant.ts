/** From a variant of a study to what is saved: the command that makes its settings those of the Action type. */
import { retryPatternFor } from '../../engine/connection/retry.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { CommandText } from '../../shared/inputs.ts';
import type { Change, Configured } from '../../shared/lab.ts';
import { isChosen, variableSetting } from '../../shared/variable-settings.ts';
import { presentValue, sameValue } from './present.ts';

/** Of what a variant changes, what a designer chooses and is not so already. */
export const toBeChosen = (changes: readonly Change[], configured: Configured): Change[] =>
  chosenWhere(changes, configured, false);

/** Of what a variant changes, what a designer chooses and is so already. */
export const alreadySo = (changes: readonly Change[], configured: Configured): Change[] =>
  chosenWhere(changes, configured, true);

const chosenWhere = (changes: readonly Change[], configured: Configured, isSame: boolean) =>
  changes.filter(({ path, value }) => {
    const present = presentValue(path, configured);
    return isChosen(path) && present !== undefined && sameValue(present, value) === isSame;
  });

/**
 * A save of the Action type, and of the system-wide settings together with it, as far as either changes: one step to undo. `null` where
 * nothing changes. An Action type without a retry
 * pattern of its own gets one, that of the system-wide settings with what the variant changes of it.
 */
export function commandToUse(
  actionTypeName: string,
  changes: readonly Change[],
  configured: Configured,
): CommandText | null {
  const chosen = toBeChosen(changes, configured);
  const of = (part: 'actionType' | 'settings') =>
    Object.fromEntries(
      chosen
        .filter(({ path }) => variableSetting(path)?.part === part && !path.startsWith('retry.'))
        .map(({ path, value }) => [path, value]),
    );
  const retry = Object.fromEntries(
    chosen.flatMap(({ path, value }) => (path.startsWith('retry.') ? [[path.slice('retry.'.length), value]] : [])),
  );
  const hasRetry = Object.keys(retry).length > 0;
  const change = { ...of('actionType'), ...(hasRetry && { retry: { ...patternText(configured), ...retry } }) };
  const settings = of('settings');
  const [definition, ...also] = [
    ...(Object.keys(change).length > 0 ? [{ section: 'actionTypes', name: actionTypeName, change }] : []),
    ...(Object.keys(settings).length > 0 ? [{ section: 'settings', change: settings }] : []),
  ];
  if (definition === undefined) return null;
  // The values were checked when they were typed, and are again where the command arrives.
  return { type: 'saveDefinition', definition, ...(also.length > 0 && { also }) } as CommandText;
}

/** The retry pattern in force, as a file writes it. */
function patternText({ settings, actionType }: Configured) {
  const { first, cap, ...rest } = retryPatternFor(settings, actionType);
  return { ...rest, first: formatDuration(first), cap: formatDuration(cap) };
}
