/** The fields of a retry pattern (S1, S2), wherever one is typed. */
import { MAXIMUM_RETRIES_LIMIT, PRODUCT_MAXIMUM_RETRIES } from '../../../../shared/definitions.ts';
import { DurationField, NumberField } from '../../components/fields.tsx';
import type { RetryField } from './retry-draft.ts';
import classes from './shared/form.module.css';

interface RetryFieldsProps {
  readonly bind: (
    field: RetryField,
  ) => Pick<Parameters<typeof NumberField>[0], 'value' | 'error' | 'onChange' | 'onBlur'>;
}

export function RetryFields({ bind }: RetryFieldsProps) {
  const maximum = bind('max');
  const isBeyondProduct = Number(maximum.value) > PRODUCT_MAXIMUM_RETRIES;
  return (
    <div className={`${classes.fields} ${classes.three}`}>
      <NumberField
        label="Maximum retries"
        min={0}
        max={MAXIMUM_RETRIES_LIMIT}
        help={
          isBeyondProduct ? (
            <span className={classes.finer}>
              Above {PRODUCT_MAXIMUM_RETRIES}: beyond what the product's slider allows.
            </span>
          ) : (
            'Applies at once, to living Actions too.'
          )
        }
        {...maximum}
      />
      <DurationField label="First interval" help="The wait before the first retry" {...bind('first')} />
      <NumberField
        label="Factor"
        min={1}
        max={1000}
        step="any"
        unit="×"
        help="Each wait is so many times the one before"
        {...bind('factor')}
      />
      <DurationField label="Cap" help="No wait is longer" {...bind('cap')} />
      <NumberField
        label="Jitter"
        min={0}
        max={100}
        step="any"
        unit="± %"
        help="How far a wait may be off by chance"
        {...bind('jitter')}
      />
    </div>
  );
}
