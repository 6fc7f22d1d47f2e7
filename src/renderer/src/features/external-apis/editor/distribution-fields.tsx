/** A distribution of durations: its kind, the fields of that kind, and a live picture of what is drawn. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { describeDuration } from '../../../../../shared/duration.ts';
import { distributionPicture, pictureInWords } from '../../../../../views/api/distribution-picture.ts';
import { share } from '../../../../../views/words/figures.ts';
import { part } from '../../../components/part.tsx';
import formClasses from '../../../form/form.module.css';
import { DurationField } from '../../../form/typed-fields.tsx';
import {
  DISTRIBUTION_KINDS,
  type DistributionDraft,
  type DistributionField,
  type DistributionKind,
  distributionIn,
  FIELDS_OF,
} from '../draft/distribution-draft.ts';
import classes from './editor.module.css';
import randomClasses from './random.module.css';
import type { ApiForm } from './use-api-form.ts';

// Charts are the heaviest part of the window, and few APIs are random.
const DistributionChart = part(async () => (await import('./distribution-chart.tsx')).DistributionChart);

const KIND_WORDS: Record<DistributionKind, string> = {
  constant: 'Always the same',
  uniform: 'Uniform',
  normal: 'Normal',
  exponential: 'Exponential',
  lognormal: 'Lognormal',
  empirical: 'One of a list',
};
const CHOICES = DISTRIBUTION_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }));

const LABELS: Record<DistributionField, string> = {
  constant: 'Duration',
  shortest: 'Shortest',
  longest: 'Longest',
  mean: 'Mean',
  sd: 'Standard deviation',
  median: 'Median',
  p95: '95 % within',
  durations: 'Durations',
};

interface DistributionFieldsProps {
  /** What is drawn: for the picture's name. */
  readonly name: string;
  readonly draft: DistributionDraft;
  readonly form: ApiForm;
  /** Where in the form the distribution stands. */
  readonly at: string;
}

export function DistributionFields({ name, draft, form, at }: DistributionFieldsProps) {
  return (
    <>
      <div className={randomClasses.triple}>
        <NativeSelect label="Distribution" data={CHOICES} {...form.field(`${at}.kind`)} />
        {FIELDS_OF[draft.kind].map((field) => {
          const bound = { label: LABELS[field], ...form.field(`${at}.${field}`) };
          return field === 'durations' ? (
            <div key={field} className={classes.wide}>
              <TextInput
                description="With commas between them, each as likely as the others"
                spellCheck={false}
                autoComplete="off"
                {...bound}
              />
            </div>
          ) : (
            <DurationField key={field} {...bound} />
          );
        })}
      </div>
      <Picture name={name} draft={draft} />
    </>
  );
}

function Picture({ name, draft }: { readonly name: string; readonly draft: DistributionDraft }) {
  const picture = useMemo(() => {
    const distribution = distributionIn(draft);
    return distribution === null ? null : distributionPicture(distribution);
  }, [draft]);
  if (picture === null) return <p className={formClasses.note}>The picture returns once the fields are valid.</p>;
  const words = pictureInWords(picture);
  const cut = picture.shareAtZero >= 0.001 ? `, ${share(picture.shareAtZero)} cut at 0` : '';
  return (
    <figure className={randomClasses.picture}>
      <div role="img" aria-label={`${name}: ${words}${cut}`} className={randomClasses.chart}>
        <DistributionChart picture={picture} />
      </div>
      <figcaption className={randomClasses.caption}>
        <span className={randomClasses.medianMark} aria-hidden="true" />
        <span>median {describeDuration(picture.medianMs)},</span>
        <span className={randomClasses.p95Mark} aria-hidden="true" />
        <span>
          p95 {describeDuration(picture.p95Ms)}
          {cut}
        </span>
      </figcaption>
    </figure>
  );
}
