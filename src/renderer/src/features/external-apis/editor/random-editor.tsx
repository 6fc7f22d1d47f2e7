/** Random behaviour: how often calls fail and how, when the others are accepted and answered, and what the answers say. */
import { NumberField } from '../../../form/typed-fields.tsx';
import type { RandomDraft, ShareField } from '../draft/random-draft.ts';
import { DistributionFields } from './distribution-fields.tsx';
import classes from './editor.module.css';
import { FailWeights, ReasonWeights } from './random-weights.tsx';
import type { ApiForm } from './use-api-form.ts';

export function RandomEditor({ form }: { readonly form: ApiForm }) {
  const { random } = form.draft;
  const change = (part: Partial<RandomDraft>) => form.change({ random: { ...random, ...part } });
  const share = (field: ShareField, label: string, help: string) => (
    <NumberField
      label={label}
      help={help}
      min={0}
      max={100}
      step="any"
      unit="%"
      value={random[field]}
      onChange={(text) => change({ [field]: text })}
      {...form.field(random.id, field)}
    />
  );
  return (
    <div className={classes.quarters}>
      <section aria-label="Connection" className={classes.quarter}>
        <h3 className={classes.partTitle}>Connection</h3>
        <div className={classes.pair}>{share('failRate', 'Calls that fail', 'Share of all calls')}</div>
        <FailWeights form={form} onChange={(fail) => change({ fail })} />
      </section>
      <section aria-label="Accepts after" className={classes.quarter}>
        <h3 className={classes.partTitle}>Accepts after</h3>
        <DistributionFields
          name="Accepts after"
          draft={random.acceptAfter}
          form={form}
          onChange={(acceptAfter) => change({ acceptAfter })}
        />
      </section>
      <section aria-label="Answers" className={classes.quarter}>
        <h3 className={classes.partTitle}>Answers</h3>
        <div className={classes.pair}>
          {share('noResponseRate', 'Never answered', 'Share of accepted calls')}
          {share('successRate', 'Successes', 'Share of the answers that come')}
        </div>
        <ReasonWeights form={form} onChange={(reasons) => change({ reasons })} />
      </section>
      <section aria-label="Answers after" className={classes.quarter}>
        <h3 className={classes.partTitle}>Answers after</h3>
        <DistributionFields
          name="Answers after"
          draft={random.responseAfter}
          form={form}
          onChange={(responseAfter) => change({ responseAfter })}
        />
      </section>
    </div>
  );
}
