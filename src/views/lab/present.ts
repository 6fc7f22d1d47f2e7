/** What is configured now, beside what a variant changes. */
import { retryPatternFor } from '../../engine/connection/retry.ts';
import { formatDuration, parseDuration } from '../../shared/duration.ts';
import type { Change, Configured, SettingValue } from '../../shared/lab.ts';
import { variableSetting } from '../../shared/variable-settings.ts';

/** The value at a path as a file writes it, `null` where it is blank; `undefined` where there is no such setting. */
export function presentValue(
  path: string,
  { actionType, externalApi, settings }: Configured,
): SettingValue | undefined {
  const setting = variableSetting(path);
  if (setting === undefined || path === 'outage') return undefined;
  const [head = '', ...rest] = path.split('.');
  const key = rest.at(-1) ?? head;
  const holder = {
    actionType: head === 'retry' ? retryPatternFor(settings, actionType) : actionType,
    settings,
    externalApi: externalApi.random,
  }[setting.part] as Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  if (holder === undefined) return undefined;
  const value = holder[key] ?? null;
  return setting.kind === 'duration' && typeof value === 'number' ? formatDuration(value) : value;
}

/** Whether a variant is what is configured now. */
export function isPresent(changes: readonly Change[], configured: Configured): boolean {
  return changes.every(({ path, value }) => {
    const present = presentValue(path, configured);
    return present !== undefined && sameValue(present, value);
  });
}

/** `60s` is `1m`. */
export function sameValue(one: SettingValue, other: SettingValue): boolean {
  if (one === other) return true;
  const [first, second] = [one, other].map((value) => (typeof value === 'string' ? parseDuration(value) : null));
  return first !== null && first === second;
}
