/** One value of a setting, typed as in its own form. */
import { Select } from '@mantine/core';
import { fieldOf, innerOf, rangeOf } from '../../../../../shared/field.ts';
import { valueText } from '../../../../../views/lab/change-words.ts';
import { upperFirst } from '../../../../../views/words/figures.ts';
import { DurationField, NumberField } from '../../../form/typed-fields.tsx';
import type { StudyForm } from './use-study-form.ts';
import { isRanged, settingAt, valuesOf } from './value-draft.ts';

interface ValueFieldProps {
  readonly form: StudyForm;
  readonly setting: string;
  /** Where in the form the value stands. */
  readonly at: string;
  readonly label: string;
  /** Whether blank is a value too, and not only unfinished. */
  readonly mayBeBlank?: boolean | undefined;
  /** Whether it is how far one value is from the next: above 0, whatever the setting's range. */
  readonly isStep?: boolean | undefined;
}

export function ValueField({ form, setting: path, at, label, mayBeBlank = false, isStep = false }: ValueFieldProps) {
  const setting = settingAt(path);
  const { schema, kind } = setting;
  const { unit, blank } = fieldOf(schema);
  const props = form.field(at);
  const help = mayBeBlank && blank !== undefined ? `Blank: ${blank}.` : undefined;
  if (!isRanged(setting)) {
    const data = valuesOf(setting).map((value) => ({
      value: String(value),
      label: upperFirst(valueText(path, value)),
    }));
    return (
      <Select
        label={label}
        data={data}
        allowDeselect={false}
        {...props}
        onChange={(chosen) => props.onChange(chosen)}
      />
    );
  }
  if (kind === 'duration') return <DurationField label={label} help={help} {...props} />;
  const range = kind === 'share' ? { min: 0, max: 100 } : rangeOf(schema);
  const isWhole = (innerOf(schema) as { readonly isInt?: boolean }).isInt === true;
  return (
    <NumberField
      label={label}
      help={help}
      unit={unit}
      {...props}
      {...(isStep ? { min: 0, max: range.max } : range)}
      step={isWhole && !isStep ? 1 : 'any'}
    />
  );
}
