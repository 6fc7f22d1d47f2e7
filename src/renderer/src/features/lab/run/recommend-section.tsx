/** The cheapest variant that keeps the limits: how sure that is, or that none does; below it what is given, and the limits. */
import { Button, Select } from '@mantine/core';
import type { Run } from '../../../../../shared/lab.ts';
import { settingTitle, valueText } from '../../../../../views/lab/change-words.ts';
import { measureInfo } from '../../../../../views/lab/measure-words.ts';
import { CHOOSABLE } from '../../../../../views/lab/recommend.ts';
import { lowerFirst, upperFirst } from '../../../../../views/words/figures.ts';
import { Section } from '../../../components/section.tsx';
import { optionsOf } from '../words/measure-options.ts';
import { LimitFields } from './limit-fields.tsx';
import { RecommendAnswer } from './recommend-answer.tsx';
import classes from './run.module.css';
import type { Choosing } from './use-choosing.ts';

const OPTIONS = optionsOf(CHOOSABLE);

interface RecommendSectionProps {
  readonly run: Run;
  readonly choosing: Choosing;
  /** After settings were saved. */
  readonly onApplied: () => void;
}

export function RecommendSection({ run, choosing, onApplied }: RecommendSectionProps) {
  const { given, place, setPlace, drafts, setDrafts, cost, setCost } = choosing;
  const another = () => {
    const key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1;
    setDrafts([...drafts, { key, measure: 'doneSuccessfully', relation: '≥', value: '95' }]);
  };
  return (
    <Section title="Recommend" aside="the cheapest settings within limits">
      <RecommendAnswer run={run} choosing={choosing} onApplied={onApplied} />
      <div className={classes.limits}>
        {given !== undefined && (
          <Select
            label={`Choose settings for this ${lowerFirst(settingTitle(given.path))}`}
            description="Taken as given: nobody chooses what the API does."
            data={given.values.map((each, index) => ({
              value: String(index),
              label: upperFirst(valueText(given.path, each)),
            }))}
            value={String(place)}
            allowDeselect={false}
            w="100%"
            onChange={(next) => next !== null && setPlace(Number(next))}
          />
        )}
        <LimitFields drafts={drafts} setDrafts={setDrafts} />
        <div className={classes.cost}>
          <Select
            label={measureInfo(cost).better === 'lower' ? 'Of those, the least' : 'Of those, the most'}
            data={OPTIONS}
            value={cost}
            allowDeselect={false}
            searchable
            onChange={(chosen) => chosen !== null && setCost(chosen)}
          />
          <Button variant="default" onClick={another}>
            Add a limit
          </Button>
        </div>
      </div>
    </Section>
  );
}
