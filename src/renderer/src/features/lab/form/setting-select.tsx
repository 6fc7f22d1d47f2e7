/** Which setting is varied. */
import { Select } from '@mantine/core';
import { VARIABLE_SETTINGS } from '../../../../../shared/variable-settings.ts';
import type { StudyForm } from './use-study-form.ts';

const OPTIONS = VARIABLE_SETTINGS.map(({ path, title }) => ({ value: path, label: title }));

interface SettingSelectProps {
  readonly form: StudyForm;
  /** Where in the form its path stands. */
  readonly at: string;
  readonly onChoose: (path: string) => void;
}

export function SettingSelect({ form, at, onChoose }: SettingSelectProps) {
  return (
    <Select
      label="Setting"
      data={OPTIONS}
      allowDeselect={false}
      searchable
      {...form.field(at)}
      onChange={(chosen) => chosen !== null && onChoose(chosen)}
    />
  );
}
