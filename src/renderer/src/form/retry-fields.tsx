/** The fields of a retry pattern (S1, S2), wherever one is typed: those that the definition has. */
import { retryPattern } from '../../../shared/definitions.ts';
import classes from './form.module.css';
import { SchemaField } from './schema-field.tsx';
import type { Fields } from './use-fields.ts';

interface RetryFieldsProps {
  readonly form: Pick<Fields<never>, 'field'>;
  /** Where in the form the pattern stands. */
  readonly at: string;
}

export function RetryFields({ form, at }: RetryFieldsProps) {
  return (
    <div className={`${classes.fields} ${classes.three}`}>
      {Object.entries(retryPattern.shape).map(([key, schema]) => (
        <SchemaField key={key} schema={schema} path={`${at}.${key}`} form={form} />
      ))}
    </div>
  );
}
