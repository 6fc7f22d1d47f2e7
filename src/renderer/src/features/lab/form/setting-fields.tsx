/** A setting that can be varied, and what it is set to. */
import { Select, TextInput } from '@mantine/core';
import { VARIABLE_SETTINGS } from '../../../../../shared/variable-settings.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import classes from './form.module.css';
import type { StudyForm } from './use-study-form.ts';

const OPTIONS = VARIABLE_SETTINGS.map(({ path, title }) => ({ value: path, label: title }));

interface SettingFieldsProps {
  readonly form: StudyForm;
  /** Where in the form the setting stands: a path, and what it is set to. */
  readonly at: string;
  /** Names the fields for those who do not see where they stand: `Variant 2, change 1`. */
  readonly name: string;
  /** What the value is called: `value`, `values`. */
  readonly valueLabel: string;
  readonly placeholder: string;
  readonly onChoose: (path: string) => void;
  readonly onRemove?: (() => void) | undefined;
}

export function SettingFields({ form, at, name, valueLabel, placeholder, onChoose, onRemove }: SettingFieldsProps) {
  return (
    <fieldset className={classes.setting} aria-label={name}>
      <Select
        aria-label={`${name}: setting`}
        data={OPTIONS}
        allowDeselect={false}
        searchable
        {...form.field(`${at}.path`)}
        onChange={(chosen) => chosen !== null && onChoose(chosen)}
      />
      <TextInput
        aria-label={`${name}: ${valueLabel}`}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        {...form.field(`${at}.value`)}
      />
      {onRemove !== undefined && <IconButton name={`Remove ${name}`} icon={IconClose} onClick={onRemove} />}
    </fieldset>
  );
}
