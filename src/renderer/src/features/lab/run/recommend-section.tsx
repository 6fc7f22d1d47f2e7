/** Limits, and the cheapest variant that keeps them: how sure that is, or that none does. */
import { Button, Select, TextInput } from '@mantine/core';
import type { Limit, Unit, VariantResult } from '../../../../../shared/lab.ts';
import { measureInfo } from '../../../../../views/lab/measure-words.ts';
import { CHOOSABLE, type Recommendation } from '../../../../../views/lab/recommend.ts';
import { figuresInWords, GOAL_MISSING, NONE_KEEPS, SURENESS_WORDS } from '../../../../../views/lab/recommend-words.ts';
import { upperFirst } from '../../../../../views/words/figures.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import { Section } from '../../../components/section.tsx';
import { optionsOf } from '../words/measure-options.ts';
import classes from './run.module.css';
import { boundOf, type LimitDraft, type Recommending } from './use-recommendation.ts';
import { UseSettings } from './use-settings.tsx';

const EXPECTED: Readonly<Record<Unit, string>> = {
  share: 'per cent, such as 97',
  'per 1,000': 'a number, such as 10',
  duration: 'a duration, such as 2h',
  count: 'a number, such as 1.5',
};

const OPTIONS = optionsOf(CHOOSABLE);

interface RecommendSectionProps {
  readonly actionTypeName: string;
  /** The variants to choose from. */
  readonly candidates: readonly VariantResult[];
  readonly recommending: Recommending;
}

export function RecommendSection({ actionTypeName, candidates, recommending }: RecommendSectionProps) {
  const { drafts, setDrafts, cost, setCost, limits, found } = recommending;
  const change = (key: number, part: Partial<LimitDraft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  const another = () => {
    const key = Math.max(0, ...drafts.map((draft) => draft.key)) + 1;
    setDrafts([...drafts, { key, measure: 'doneSuccessfully', relation: '≥', value: '95' }]);
  };
  return (
    <Section title="Recommend" aside="the cheapest settings within limits">
      <div className={classes.limits}>
        {drafts.map((draft, index) => (
          <fieldset key={draft.key} className={classes.limit} aria-label={`Limit ${index + 1}`}>
            <Select
              aria-label={`Limit ${index + 1}: measure`}
              data={OPTIONS}
              value={draft.measure}
              allowDeselect={false}
              searchable
              onChange={(measure) => measure !== null && change(draft.key, { measure })}
            />
            <Select
              aria-label={`Limit ${index + 1}: at most or at least`}
              data={['≤', '≥']}
              value={draft.relation}
              allowDeselect={false}
              onChange={(chosen) => chosen !== null && change(draft.key, { relation: chosen as Limit['relation'] })}
            />
            <TextInput
              aria-label={`Limit ${index + 1}: value`}
              value={draft.value}
              error={boundOf(draft) === null ? `Expected ${EXPECTED[measureInfo(draft.measure).unit]}.` : undefined}
              onChange={(event) => change(draft.key, { value: event.currentTarget.value })}
            />
            <IconButton
              name={`Remove limit ${index + 1}`}
              icon={IconClose}
              onClick={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
            />
          </fieldset>
        ))}
        <Button variant="default" size="xs" onClick={another}>
          Add a limit
        </Button>
        <Select
          label={measureInfo(cost).better === 'lower' ? 'Of those, the least' : 'Of those, the most'}
          data={OPTIONS}
          value={cost}
          allowDeselect={false}
          searchable
          w={320}
          onChange={(chosen) => chosen !== null && setCost(chosen)}
        />
      </div>
      {found === 'goal' && (
        <p role="status" className={classes.answer}>
          {GOAL_MISSING}
        </p>
      )}
      {found !== null && found !== 'goal' && (
        <Answer actionTypeName={actionTypeName} candidates={candidates} limits={limits} cost={cost} found={found} />
      )}
    </Section>
  );
}

interface AnswerProps {
  readonly actionTypeName: string;
  readonly candidates: readonly VariantResult[];
  readonly limits: readonly Limit[];
  readonly cost: string;
  readonly found: Recommendation;
}

function Answer({ actionTypeName, candidates, limits, cost, found: { sureness, index } }: AnswerProps) {
  const variant = index === null ? undefined : candidates[index];
  if (variant === undefined || sureness === 'none') {
    return (
      <p role="status" className={classes.answer}>
        {NONE_KEEPS}
      </p>
    );
  }
  const figures = figuresInWords(variant.measures, [...limits.map(({ measure }) => measure), cost]);
  return (
    <div className={classes.answer}>
      <p role="status">
        <strong>{upperFirst(variant.name)}</strong> {SURENESS_WORDS[sureness]}. {figures}.
      </p>
      <UseSettings actionTypeName={actionTypeName} variant={variant} />
    </div>
  );
}
