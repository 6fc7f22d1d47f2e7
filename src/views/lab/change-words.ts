/** What a variant changes, in the words of the forms: *Maximum retries 2, first interval 10 min*. */
import { parseDuration } from '../../shared/duration.ts';
import { fieldOf } from '../../shared/field.ts';
import type { Change, SettingValue } from '../../shared/lab.ts';
import { type VariableSetting, variableSetting } from '../../shared/variable-settings.ts';
import { lowerFirst, share } from '../words/figures.ts';
import { exactDuration } from '../words/time-words.ts';

/** A variant that changes nothing. */
export const AS_CONFIGURED = 'as configured';

/** `Maximum retries`; of what no form has, its path. */
export const settingTitle = (path: string): string => variableSetting(path)?.title ?? path;

/** A value as its form shows it: `10 min`, `20 %`, `no limit`, `When the call connects`. */
export function valueText(path: string, value: SettingValue): string {
  const setting = variableSetting(path);
  if (value === null) return (setting && fieldOf(setting.schema).blank) ?? 'none';
  if (setting === undefined) return String(value);
  return kindText(setting, value);
}

function kindText({ kind, schema }: VariableSetting, value: Exclude<SettingValue, null>): string {
  switch (kind) {
    case 'duration': {
      const ms = parseDuration(String(value));
      // Nothing is cut off: two variants never read alike.
      return ms === null ? String(value) : exactDuration(ms);
    }
    case 'share':
      return typeof value === 'number' ? share(value) : String(value);
    case 'flag':
      return value === true ? 'on' : 'off';
    case 'choice':
      return fieldOf(schema).choices?.[String(value)]?.label.toLowerCase() ?? String(value);
    case 'number':
      return String(value);
  }
}

/** `Maximum retries 2`, `An outage of 20 min from the start`. */
function changeText({ path, value }: Change): string {
  if (path !== 'outage') return `${settingTitle(path)} ${valueText(path, value)}`;
  const isNone = value === null || value === 0 || parseDuration(String(value)) === 0;
  return isNone ? 'No outage' : `An outage of ${valueText(path, value)} from the start`;
}

/** What a variant is called that was given no name. */
export function variantName(changes: readonly Change[]): string {
  if (changes.length === 0) return AS_CONFIGURED;
  return inOneLine(changes, changeText);
}

/** `Maximum retries 2, first interval 10 min`: of all but the first, the words begin small. */
export const inOneLine = <T>(all: readonly T[], words: (one: T) => string): string =>
  all.map((one, index) => (index === 0 ? words(one) : lowerFirst(words(one)))).join(', ');
