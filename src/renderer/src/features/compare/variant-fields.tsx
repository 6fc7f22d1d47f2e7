/** The small form of one side: what its verdict hangs on. */
import { useState } from 'react';
import formClasses from '../../form/form.module.css';
import { SchemaField } from '../../form/schema-field.tsx';
import type { SideState } from './use-variants.ts';
import { VARIANT_SHAPE, type VariantText } from './variant.ts';

export function VariantFields({ state: { variant, problems, change } }: { readonly state: SideState }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const field = (path: string) => ({
    value: variant.text[path as keyof VariantText],
    error: left.has(path) ? problems[path] : undefined,
    onChange: (typed: unknown) => change({ ...variant, text: { ...variant.text, [path]: typed } as VariantText }),
    onBlur: () => setLeft((before) => new Set(before).add(path)),
  });
  return (
    <div className={formClasses.fields}>
      {Object.entries(VARIANT_SHAPE).map(([path, schema]) => (
        <SchemaField key={path} schema={schema} path={path} form={{ field }} withoutHelp />
      ))}
    </div>
  );
}
