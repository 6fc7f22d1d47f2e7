/** The system-wide settings as their form holds them, and what of them a save changes. */
import { z } from 'zod';
import { type Settings, type SettingsChange, settings as settingsSchema } from '../../../../shared/definitions.ts';
import { decoded, type Problems } from '../../form/problems.ts';
import { textOf } from '../../form/text.ts';

const schema = textOf(settingsSchema);
export type SettingsDraft = z.input<typeof schema>;

export const settingsDraftOf = (settings: Settings): SettingsDraft => z.encode(schema, settings);

export interface CheckedSettings {
  readonly problems: Problems;
  /** All of them; `null` while a field is not right. */
  readonly value: Settings | null;
}

export const checkSettings = (draft: SettingsDraft): CheckedSettings => decoded(schema, draft);

/** What a save changes. A field that was not touched is not saved again: it keeps what others saved meanwhile. */
export function changeOf(value: Settings, base: SettingsDraft): SettingsChange {
  return (touched(value, settingsDraftOf(value), base) ?? {}) as SettingsChange;
}

type Group = Readonly<Record<string, unknown>>;

function touched(value: object, draft: object, base: object): Group | undefined {
  const changed = Object.entries(draft).flatMap(([key, text]): [string, unknown][] => {
    const now = (value as Group)[key];
    const before = (base as Group)[key];
    if (typeof text !== 'object') return text === before ? [] : [[key, now]];
    const inner = touched(now as object, text, before as object);
    return inner === undefined ? [] : [[key, inner]];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
