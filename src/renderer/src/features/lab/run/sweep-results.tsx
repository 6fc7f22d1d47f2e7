/** The results of a sweep: its line or map, and, where a designer can choose among its variants, the front and what is recommended. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '../../../../../shared/lab.ts';
import { isChosen } from '../../../../../shared/variable-settings.ts';
import { settingTitle, valueText } from '../../../../../views/lab/change-words.ts';
import { isPresent, sameValue } from '../../../../../views/lab/present.ts';
import { lowerFirst, upperFirst } from '../../../../../views/words/figures.ts';
import { Section } from '../../../components/section.tsx';
import { useConfigured } from '../use-configured.ts';
import { Front } from './front.tsx';
import { RecommendSection } from './recommend-section.tsx';
import classes from './run.module.css';
import { Sweep } from './sweep.tsx';
import { useRecommendation } from './use-recommendation.ts';

export function SweepResults({ run }: { readonly run: Run }) {
  const { axes, variants, actionTypeName } = run;
  const configured = useConfigured(actionTypeName);
  // Nobody chooses what the API does: it is taken as given, the last value (which as a rule is the worst) to begin with.
  const given = axes.find(({ path }) => !isChosen(path));
  const [place, setPlace] = useState((given?.values.length ?? 1) - 1);
  const value = given?.values[place];
  const candidates = variants.filter(
    ({ changes }) =>
      given === undefined || changes.some((each) => each.path === given.path && sameValue(each.value, value ?? null)),
  );
  const recommending = useRecommendation(candidates);
  const { found } = recommending;
  const chosen = axes.some(({ path }) => isChosen(path));
  const best =
    !chosen || found === null || found === 'goal' || found.index === null ? undefined : candidates[found.index];
  const indexOf = (variant: (typeof variants)[number] | undefined) =>
    variant === undefined ? null : variants.indexOf(variant);
  const present = configured === null ? undefined : variants.find(({ changes }) => isPresent(changes, configured));
  const marks = { present: indexOf(present), recommended: indexOf(best) };
  return (
    <>
      <Sweep run={run} marks={marks} />
      {chosen && given !== undefined && (
        <Section title="Taken as given" aside="nobody chooses what the API does">
          <Select
            label={`Choose settings for this ${lowerFirst(settingTitle(given.path))}`}
            data={given.values.map((each, index) => ({
              value: String(index),
              label: upperFirst(valueText(given.path, each)),
            }))}
            value={String(place)}
            allowDeselect={false}
            w={320}
            onChange={(next) => next !== null && setPlace(Number(next))}
          />
        </Section>
      )}
      {chosen && (
        <div className={classes.pair}>
          <Front candidates={candidates} present={present} recommended={best} />
          <RecommendSection actionTypeName={actionTypeName} candidates={candidates} recommending={recommending} />
        </div>
      )}
    </>
  );
}
