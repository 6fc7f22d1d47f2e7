/** Says what saving the settings will do before it is done. */
import { useMemo } from 'react';
import { ImpactPanel } from '../../components/impact-panel.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { changeOf } from './settings-draft.ts';
import type { SettingsForm } from './use-settings-form.ts';

const OUTSIDE =
  'These settings were saved elsewhere while you typed; fields you did not touch keep what was saved there.';

export function SettingsBar({ form }: { readonly form: SettingsForm }) {
  const { value } = form.checked;
  const { base } = form;
  const command = useMemo(
    () =>
      value === null
        ? null
        : ({ type: 'saveDefinition', definition: { section: 'settings', change: changeOf(value, base) } } as const),
    [value, base],
  );
  return (
    <SaveBar form={form} outside={OUTSIDE}>
      {form.isDirty && <ImpactPanel command={command} />}
    </SaveBar>
  );
}
