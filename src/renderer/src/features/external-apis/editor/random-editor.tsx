/** Random behaviour: how often calls fail and how, when the others are accepted and get a response, and what the responses say. */
import type { ReactNode } from 'react';
import { randomBehaviour } from '../../../../../shared/api-behaviour.ts';
import { SchemaField } from '../../../form/schema-field.tsx';
import type { RandomDraft } from '../draft/random-draft.ts';
import { randomEffects } from '../draft/without-effect.ts';
import { DataField } from './data-field.tsx';
import { DistributionFields } from './distribution-fields.tsx';
import classes from './editor.module.css';
import { NoEffect } from './no-effect.tsx';
import randomClasses from './random.module.css';
import { FailWeights, ReasonWeights } from './random-weights.tsx';
import type { ApiForm } from './use-api-form.ts';

const { failRate, noResponseRate, successRate } = randomBehaviour.shape;

interface RandomEditorProps {
  readonly form: ApiForm;
  readonly random: RandomDraft;
}

export function RandomEditor({ form, random }: RandomEditorProps) {
  const effects = randomEffects(random);
  return (
    <div className={randomClasses.quarters}>
      <Quarter title="Connection" noEffect={null}>
        <div className={randomClasses.pair}>
          <SchemaField schema={failRate} path="random.failRate" form={form} />
        </div>
        <FailWeights form={form} rows={random.fail} noEffect={effects.fail} />
      </Quarter>
      <Quarter title="Accepts after" noEffect={effects.acceptAfter}>
        <DistributionFields name="Accepts after" draft={random.acceptAfter} form={form} at="random.acceptAfter" />
      </Quarter>
      <Quarter title="Responses" noEffect={effects.responses}>
        <div className={randomClasses.pair}>
          <SchemaField schema={noResponseRate} path="random.noResponseRate" form={form} />
          <SchemaField schema={successRate} path="random.successRate" form={form} />
        </div>
        <ReasonWeights
          form={form}
          rows={random.reasons}
          noEffect={effects.responses === null ? effects.reasons : null}
        />
        <div data-no-effect={effects.data !== null || undefined}>
          <DataField
            description="JSON, written to the Case by every successful response"
            {...form.field('random.data')}
          />
          <NoEffect why={effects.responses === null && random.data.trim() !== '' ? effects.data : null} />
        </div>
      </Quarter>
      <Quarter title="Responds after" noEffect={effects.responseAfter}>
        <DistributionFields name="Responds after" draft={random.responseAfter} form={form} at="random.responseAfter" />
      </Quarter>
    </div>
  );
}

interface QuarterProps {
  readonly title: string;
  readonly noEffect: string | null;
  readonly children: ReactNode;
}

function Quarter({ title, noEffect, children }: QuarterProps) {
  return (
    <section aria-label={title} className={classes.quarter} data-no-effect={noEffect !== null || undefined}>
      <h3 className={classes.partTitle}>{title}</h3>
      <NoEffect why={noEffect} />
      {children}
    </section>
  );
}
