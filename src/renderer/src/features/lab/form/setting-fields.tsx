/** A setting that can be varied, and what it is set to. */
import { Select, TextInput } from '@mantine/core';
import { VARIABLE_SETTINGS } from '../../../../../shared/variable-settings.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import classes from './form.module.css';

const OPTIONS = VARIABLE_SETTINGS.map(({ path, title }) => ({ value: path, label: title }));

interface SettingFieldsProps {
  /** Names the fields for those who do not see where they stand: `Variant 2, change 1`. */
  readonly name: string;
  readonly path: string;
  readonly value: string;
  /** What the value is called: `Value`, `Values`. */
  readonly valueLabel: string;
  readonly placeholder?: string | undefined;
  readonly onChange: (change: { readonly path?: string; readonly value?: string }) => void;
  readonly onRemove?: (() => void) | undefined;
}

export function SettingFields({ name, path, value, valueLabel, placeholder, onChange, onRemove }: SettingFieldsProps) {
  return (
    <fieldset className={classes.setting} aria-label={name}>
      <Select
        aria-label={`${name}: setting`}
        data={OPTIONS}
        value={path}
        allowDeselect={false}
        searchable
        onChange={(chosen) => chosen !== null && onChange({ path: chosen })}
      />
      <TextInput
        aria-label={`${name}: ${valueLabel}`}
        value={value}
        placeholder={placeholder ?? ''}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
      {onRemove !== undefined && <IconButton name={`Remove ${name}`} icon={IconClose} onClick={onRemove} />}
    </fieldset>
  );
}
