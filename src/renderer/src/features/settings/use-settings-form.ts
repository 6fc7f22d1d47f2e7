/** The form of the system-wide settings, in Settings and in the Builder. */
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { type Settings, settingsChange } from '../../../../shared/definitions.ts';
import { act } from '../../client/act.ts';
import { type SavedForm, useSavedForm } from '../../form/use-saved-form.ts';
import {
  type CheckedSettings,
  changeOf,
  checkSettings,
  type SettingsDraft,
  settingsDraftOf,
} from './settings-draft.ts';

export type SettingsForm = SavedForm<SettingsDraft, CheckedSettings>;

export function useSettingsForm(settings: Settings): SettingsForm {
  const saved = useMemo(() => settingsDraftOf(settings), [settings]);
  const save = useCallback(async ({ value }: CheckedSettings, base: SettingsDraft) => {
    if (value === null) return false;
    const change = z.encode(settingsChange, changeOf(value, base));
    return act({ type: 'saveDefinition', definition: { section: 'settings', change } });
  }, []);
  return useSavedForm({ saved, check: checkSettings, save, done: () => 'Settings saved.' });
}
