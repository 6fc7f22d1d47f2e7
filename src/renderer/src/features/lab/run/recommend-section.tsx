/** Limits, and the cheapest variant that keeps them: for certain, probably, or none. */
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseDuration } from '../../../../../shared/duration.ts';
import type { Unit, VariantResult } from '../../../../../shared/lab.ts';
import { type Limit, type Recommendation, recommend } from '../../../../../views/lab/recommend.ts';
import { estimateText } from '../../../chart/figure-text.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import { Section } from '../../../components/section.tsx';
import { MEASURE_OPTIONS, measureInfo, measureTitle } from '../words/measure-words.ts';
import classes from './run.module.css';

interface LimitDraft {
  readonly key: number;
  readonly measure: string;
  readonly relation: Limit['relation'];
  readonly value: string;
}

const FIRST: readonly LimitDraft[] = [
  { key: 1, measure: 'escalatedPer1000', relation: '≤', value: '10' },
  { key: 2, measure: 'timeToEnd.p95', relation: '≤', value: '2h' },
];

const EXPECTED: Readonly<Record<Unit, string>> = {
  share: 'per cent, such as 97',
  'per 1,000': 'a number, such as 10',
  duration: 'a duration, such as 2h',
  count: 'a number, such as 1.5',
};

/** In the measure's own unit; `null` where the text is no such value. */
function boundOf({ measure, value }: LimitDraft): number | null {
  const { unit } = measureInfo(measure);
  if (unit === 'duration') return parseDuration(value.trim());
  const number = Number(value.replace('%', '').trim());
  if (value.trim() === '' || !Number.isFinite(number)) return null;
  return unit === 'share' ? number / 100 : number;
}

export function RecommendSection({ variants }: { readonly variants: readonly VariantResult[] }) {
  const [limits, setLimits] = useState(FIRST);
  const [cost, setCost] = useState('callsPerLaunch');
  const change = (key: number, part: Partial<LimitDraft>) =>
    setLimits(limits.map((limit) => (limit.key === key ? { ...limit, ...part } : limit)));
  const bounds = limits.map((limit) => ({ ...limit, bound: boundOf(limit) }));
  const isWhole = bounds.every(({ bound }) => bound !== null);
  const asked = bounds.map(({ measure, relation, bound }): Limit => ({ measure, relation, value: bound ?? 0 }));
  const { better } = measureInfo(cost);
  return (
    <Section title="Recommend" aside="the cheapest variant within limits">
      <div className={classes.limits}>
        {bounds.map(({ key, measure, relation, value, bound }, index) => (
          <fieldset key={key} className={classes.limit} aria-label={`Limit ${index + 1}`}>
            <Select
              aria-label={`Limit ${index + 1}: measure`}
              data={MEASURE_OPTIONS}
              value={measure}
              allowDeselect={false}
              searchable
              onChange={(chosen) => chosen !== null && change(key, { measure: chosen })}
            />
            <Select
              aria-label={`Limit ${index + 1}: at most or at least`}
              data={['≤', '≥']}
              value={relation}
              allowDeselect={false}
              onChange={(chosen) => chosen !== null && change(key, { relation: chosen as Limit['relation'] })}
            />
            <TextInput
              aria-label={`Limit ${index + 1}: value`}
              value={value}
              error={bound === null ? `Expected ${EXPECTED[measureInfo(measure).unit]}.` : undefined}
              onChange={(event) => change(key, { value: event.currentTarget.value })}
            />
            <IconButton
              name={`Remove limit ${index + 1}`}
              icon={IconClose}
              onClick={() => setLimits(limits.filter((limit) => limit.key !== key))}
            />
          </fieldset>
        ))}
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            setLimits([
              ...limits,
              {
                key: Math.max(0, ...limits.map(({ key }) => key)) + 1,
                measure: 'handedOverPer1000',
                relation: '≤',
                value: '100',
              },
            ])
          }
        >
          Add a limit
        </Button>
        <Select
          label={better === 'lower' ? 'Cheapest by the least' : 'Cheapest by the most'}
          data={MEASURE_OPTIONS}
          value={cost}
          allowDeselect={false}
          searchable
          w={320}
          onChange={(chosen) => chosen !== null && setCost(chosen)}
        />
      </div>
      {isWhole && (
        <Answer
          variants={variants}
          limits={asked}
          cost={cost}
          found={recommend(variants, asked, { measure: cost, better })}
        />
      )}
    </Section>
  );
}

interface AnswerProps {
  readonly variants: readonly VariantResult[];
  readonly limits: readonly Limit[];
  readonly cost: string;
  readonly found: Recommendation;
}

function Answer({ variants, limits, cost, found: { certainty, index } }: AnswerProps) {
  const variant = index === null ? undefined : variants[index];
  if (variant === undefined) {
    return (
      <p role="status" className={classes.answer}>
        No variant keeps these limits.
      </p>
    );
  }
  const figures = [...limits.map(({ measure }) => measure), cost].map((measure) => {
    const info = measureInfo(measure);
    const estimate = variant.measures[measure];
    return `${measureTitle(info)} ${estimate === undefined ? '–' : estimateText(info.unit, estimate)}`;
  });
  const how =
    certainty === 'certain'
      ? 'certainly keeps the limits: the whole 95 % interval does'
      : 'probably keeps the limits: its estimates do, not the whole 95 % interval; more trials would tell';
  return (
    <p role="status" className={classes.answer}>
      <strong>{variant.name}</strong> {how}. {figures.join('; ')}.
    </p>
  );
}
