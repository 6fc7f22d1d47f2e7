/** Random behaviour: how often calls fail and how, when the others are accepted and get a response, and what the responses say. */
import { randomBehaviour } from '../../../../../shared/api-behaviour.ts';
import { SchemaField } from '../../../form/schema-field.tsx';
import { DistributionFields } from './distribution-fields.tsx';
import classes from './editor.module.css';
import { FailWeights, ReasonWeights } from './random-weights.tsx';
import type { ApiForm } from './use-api-form.ts';

const { failRate, noResponseRate, successRate } = randomBehaviour.shape;

export function RandomEditor({ form }: { readonly form: ApiForm }) {
  const { random } = form.draft;
  return (
    <div className={classes.quarters}>
      <section aria-label="Connection" className={classes.quarter}>
        <h3 className={classes.partTitle}>Connection</h3>
        <div className={classes.pair}>
          <SchemaField schema={failRate} path="random.failRate" form={form} />
        </div>
        <FailWeights form={form} />
      </section>
      <section aria-label="Accepts after" className={classes.quarter}>
        <h3 className={classes.partTitle}>Accepts after</h3>
        <DistributionFields name="Accepts after" draft={random.acceptAfter} form={form} at="random.acceptAfter" />
      </section>
      <section aria-label="Responses" className={classes.quarter}>
        <h3 className={classes.partTitle}>Responses</h3>
        <div className={classes.pair}>
          <SchemaField schema={noResponseRate} path="random.noResponseRate" form={form} />
          <SchemaField schema={successRate} path="random.successRate" form={form} />
        </div>
        <ReasonWeights form={form} />
      </section>
      <section aria-label="Responds after" className={classes.quarter}>
        <h3 className={classes.partTitle}>Responds after</h3>
        <DistributionFields name="Responds after" draft={random.responseAfter} form={form} at="random.responseAfter" />
      </section>
    </div>
  );
}
