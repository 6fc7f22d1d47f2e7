/** A field as its schema describes it: label, help, unit, range and control (see `shared/field.ts`). */
import { Radio, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { type Field, fieldOf, innerOf, rangeOf } from '../../../shared/field.ts';
import classes from './form.module.css';
import { SwitchField } from './switch-field.tsx';
import { controlOf, toNumber } from './text.ts';
import { parseTyped } from './typed-duration.ts';
import { DurationField, NumberField } from './typed-fields.tsx';
import type { FieldProps, Fields } from './use-fields.ts';

interface SchemaFieldProps {
  readonly schema: z.ZodType;
  readonly path: string;
  readonly form: Pick<Fields<never>, 'field'>;
  /** Instead of the schema's own: what it amounts to now. */
  readonly help?: string | undefined;
  /** Without help below, where there is no room. */
  readonly withoutHelp?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly besideField?: boolean | undefined;
}

export function SchemaField({ schema, path, form, help, withoutHelp, disabled, besideField }: SchemaFieldProps) {
  const field = fieldOf(schema);
  const { label, unit, isShare = false } = field;
  const props = form.field(path);
  const below =
    withoutHelp === true ? blankHelp(field) : (beyondProduct(schema, field, props) ?? help ?? helpOf(field));
  const text = { label, help: below, disabled, ...props, ...(disabled === true && { error: undefined }) };
  switch (controlOf(schema)) {
    case 'duration':
      return <DurationField {...text} />;
    case 'number': {
      const range = isShare ? { min: 0, max: 100 } : rangeOf(schema);
      const step = (innerOf(schema) as z.ZodNumber).isInt ? 1 : 'any';
      return <NumberField {...text} {...range} step={step} unit={unit} />;
    }
    case 'switch':
      return (
        <SwitchField
          label={label}
          help={withoutHelp === true ? '' : (help ?? field.help)}
          besideField={besideField}
          {...props}
        />
      );
    case 'choice':
      return <ChoiceRadios field={field} {...props} />;
    default:
      return <TextInput label={label} description={below} disabled={disabled ?? false} {...props} />;
  }
}

/** What it is for, and what it means to leave it blank. */
const helpOf = (field: Field) => [field.help, blankHelp(field)].filter(Boolean).join(' ');
const blankHelp = ({ blank }: Field) => (blank === undefined ? undefined : `Blank: ${blank}.`);

/** In the place of the help, where the real product would not take what is typed. */
function beyondProduct(schema: z.ZodType, field: Field, { value }: FieldProps): ReactNode {
  const typed = controlOf(schema) === 'duration' ? parseTyped(String(value)) : toNumber(String(value));
  const words = typed === null ? null : (field.beyondProduct?.(typed) ?? null);
  return words === null ? undefined : <span className={classes.finer}>{words}</span>;
}

function ChoiceRadios({
  field: { label, help, choices = {} },
  value,
  onChange,
}: { readonly field: Field } & FieldProps) {
  return (
    <Radio.Group label={label} description={help} value={value} onChange={onChange}>
      <div className={classes.stacked}>
        {Object.entries(choices).map(([key, choice]) => (
          <Radio key={key} value={key} label={choice.label} description={choice.help} />
        ))}
      </div>
    </Radio.Group>
  );
}
