/** The small form of one side: what its verdict hangs on. */
import { Switch } from '@mantine/core';
import { useState } from 'react';
import { MAXIMUM_RETRIES_LIMIT } from '../../../../shared/definitions.ts';
import { DurationField, NumberField } from '../../form/typed-fields.tsx';
import classes from './compare.module.css';
import type { SideState } from './use-variants.ts';
import type { VariantField } from './variant.ts';

export function VariantFields({ state: { variant, errors, change } }: { readonly state: SideState }) {
  const [left, setLeft] = useState<ReadonlySet<VariantField>>(new Set());
  const bind = (field: VariantField) => ({
    value: variant.text[field],
    error: left.has(field) ? errors[field] : undefined,
    onChange: (text: string) => change({ ...variant, text: { ...variant.text, [field]: text } }),
    onBlur: () => setLeft((before) => new Set(before).add(field)),
  });
  return (
    <div className={classes.fields}>
      <NumberField label="Maximum retries" min={0} max={MAXIMUM_RETRIES_LIMIT} {...bind('max')} />
      <DurationField label="First interval" {...bind('first')} />
      <NumberField label="Factor" min={1} max={1000} step="any" unit="×" {...bind('factor')} />
      <DurationField label="Cap" {...bind('cap')} />
      <DurationField label="Response within" help="Blank: no limit" {...bind('responseWithin')} />
      <DurationField label="Due date" help="Blank: none" {...bind('due')} />
      <Switch
        className={classes.wide}
        label="Auto-complete on timeout"
        checked={variant.autoComplete}
        onChange={(event) => change({ ...variant, autoComplete: event.currentTarget.checked })}
      />
    </div>
  );
}
