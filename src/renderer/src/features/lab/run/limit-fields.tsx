/** The limits that what is recommended has to keep, each with its measure, which way, and the value with its unit. */
import { Select, TextInput } from '@mantine/core';
import type { Limit, Unit } from '../../../../../shared/lab.ts';
import { measureInfo } from '../../../../../views/lab/measure-words.ts';
import { CHOOSABLE } from '../../../../../views/lab/recommend.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose } from '../../../components/icons.tsx';
import classes from './run.module.css';
import { boundOf, type LimitDraft } from './use-limits.ts';

const EXPECTED: Readonly<Record<Unit, string>> = {
  share: 'per cent, such as 97',
  'per 1,000': 'a number, such as 10',
  duration: 'a duration, such as 2h',
  count: 'a number, such as 1.5',
};

/** In the field; a duration is typed with its unit. */
const UNITS: Readonly<Record<Unit, string | undefined>> = {
  share: '%',
  'per 1,000': 'per 1,000',
  duration: undefined,
  count: undefined,
};

/** Without their units, which stand at the values. */
const OPTIONS = CHOOSABLE.map(([value, { title }]) => ({ value, label: title }));

/** Of a chooser: narrow, so that what is chosen can be read beside it. */
const ARROW_WIDTH = 24;

interface LimitFieldsProps {
  readonly drafts: readonly LimitDraft[];
  readonly setDrafts: (drafts: readonly LimitDraft[]) => void;
}

export function LimitFields({ drafts, setDrafts }: LimitFieldsProps) {
  const change = (key: number, part: Partial<LimitDraft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  return drafts.map((draft, index) => {
    const { unit } = measureInfo(draft.measure);
    return (
      <fieldset key={draft.key} className={classes.limit} aria-label={`Limit ${index + 1}`}>
        <Select
          aria-label={`Limit ${index + 1}: measure`}
          data={OPTIONS}
          value={draft.measure}
          allowDeselect={false}
          rightSectionWidth={ARROW_WIDTH}
          searchable
          onChange={(measure) => measure !== null && change(draft.key, { measure })}
        />
        <Select
          aria-label={`Limit ${index + 1}: at most or at least`}
          data={[
            { value: '≤', label: 'at most' },
            { value: '≥', label: 'at least' },
          ]}
          value={draft.relation}
          allowDeselect={false}
          rightSectionWidth={ARROW_WIDTH}
          onChange={(chosen) => chosen !== null && change(draft.key, { relation: chosen as Limit['relation'] })}
        />
        <TextInput
          aria-label={`Limit ${index + 1}: value`}
          value={draft.value}
          rightSection={UNITS[unit] && <span className={classes.unit}>{UNITS[unit]}</span>}
          rightSectionWidth={unit === 'per 1,000' ? 66 : 28}
          rightSectionPointerEvents="none"
          error={boundOf(draft) === null ? `Expected ${EXPECTED[unit]}.` : undefined}
          onChange={(event) => change(draft.key, { value: event.currentTarget.value })}
        />
        <IconButton
          name={`Remove limit ${index + 1}`}
          icon={IconClose}
          onClick={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
        />
      </fieldset>
    );
  });
}
