/** The results of a sweep: its line or map, and, where a designer can choose among its variants, the front and what is recommended. */
import { Select } from '@mantine/core';
import type { Run } from '../../../../../shared/lab.ts';
import { settingTitle, valueText } from '../../../../../views/lab/change-words.ts';
import { isPresent } from '../../../../../views/lab/present.ts';
import { lowerFirst, upperFirst } from '../../../../../views/words/figures.ts';
import { Section } from '../../../components/section.tsx';
import { useConfigured } from '../use-configured.ts';
import { Front } from './front.tsx';
import { RecommendSection } from './recommend-section.tsx';
import classes from './run.module.css';
import { Sweep } from './sweep.tsx';
import type { Choosing } from './use-choosing.ts';

interface SweepResultsProps {
  readonly run: Run;
  readonly choosing: Choosing;
}

export function SweepResults({ run, choosing }: SweepResultsProps) {
  const { variants, actionTypeName } = run;
  const { isChosen, given, place, setPlace, candidates, recommending } = choosing;
  const configured = useConfigured(actionTypeName);
  const { found } = recommending;
  const best =
    !isChosen || found === null || found === 'goal' || found.index === null ? undefined : candidates[found.index];
  const indexOf = (variant: (typeof variants)[number] | undefined) =>
    variant === undefined ? null : variants.indexOf(variant);
  const present = configured === null ? undefined : variants.find(({ changes }) => isPresent(changes, configured));
  const marks = { present: indexOf(present), recommended: indexOf(best) };
  return (
    <>
      <Sweep run={run} marks={marks} />
      {isChosen && given !== undefined && (
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
      {isChosen && (
        <div className={classes.pair}>
          <Front candidates={candidates} present={present} recommended={best} />
          <RecommendSection actionTypeName={actionTypeName} candidates={candidates} recommending={recommending} />
        </div>
      )}
    </>
  );
}
