/** The form of a new study as it is typed; kept while one looks at other screens. */
import { z } from 'zod';
import { launchTime } from '../../../../../lab/launches.ts';
import { countText } from '../../../../../shared/counted.ts';
import { formatDuration } from '../../../../../shared/duration.ts';
import { duration } from '../../../../../shared/field-kinds.ts';
import {
  type Change,
  type LaunchHours,
  MAX_VARIANTS,
  type StudyText,
  studyRequest,
} from '../../../../../shared/lab.ts';
import { variantName } from '../../../../../views/lab/change-words.ts';
import { type Checked, decoded, type Problems } from '../../../form/problems.ts';
import { textOf } from '../../../form/text.ts';
import { varyText } from '../again.ts';
import { parseCount } from '../words/parse-count.ts';
import { type StudySetting, spanFor } from './study-setting.ts';
import { type AxisDraft, axisFor, checkAxis, readValue } from './value-draft.ts';

interface ChangeDraft {
  readonly key: number;
  readonly path: string;
  readonly value: string;
}
export interface VariantDraft {
  readonly key: number;
  readonly name: string;
  readonly changes: readonly ChangeDraft[];
}

export const MODES = ['Compare', 'Sweep', 'Outage', 'Sensitivity'] as const;
export type Mode = (typeof MODES)[number];

export interface StudyDraft {
  /** `null`: the most telling. */
  readonly actionType: string | null;
  readonly trials: string;
  readonly seed: string;
  /** What is played in the place of what is saved, and the study that it was first played in. */
  readonly drafted: {
    readonly of: string;
    readonly actionTypeName: string;
    readonly definitions: NonNullable<StudyText['drafted']>;
  } | null;
  readonly launchHours: LaunchHours;
  /** Over how long launches are spread; `null`: as long as the API asks for. */
  readonly window: string | null;
  readonly mode: Mode;
  readonly variants: readonly VariantDraft[];
  readonly axes: Readonly<Record<Exclude<Mode, 'Compare'>, readonly AxisDraft[]>>;
}

let lastKey = 0;
export const nextKey = () => ++lastKey;

export const FIRST: StudyDraft = {
  actionType: null,
  trials: '100,000',
  seed: '1',
  drafted: null,
  launchHours: 'any',
  window: null,
  mode: 'Compare',
  variants: [{ key: nextKey(), name: '', changes: [] }],
  axes: {
    Sweep: [{ ...axisFor('retry.max'), from: '0' }],
    Outage: [axisFor('outage')],
    Sensitivity: [{ ...axisFor('externalApi.random.failRate'), to: '90' }],
  },
};

let typed = FIRST;
/** What was typed last. */
export const keptDraft = (): StudyDraft => typed;
export function keepDraft(draft: StudyDraft): void {
  typed = draft;
}

/** The Action type that is studied: the one chosen while there is one, else the most telling. */
export const actionTypeOf = ({ actionType }: StudyDraft, { actionTypes }: StudySetting): string =>
  actionTypes.find((name) => name === actionType) ?? actionTypes[0] ?? '';

/** Over how long launches are spread, as it stands in its field. */
export function windowText(draft: StudyDraft, setting: StudySetting): string {
  const paths = draft.mode === 'Compare' ? draft.variants.flatMap(({ changes }) => changes) : draft.axes[draft.mode];
  const span = () =>
    spanFor(
      setting,
      actionTypeOf(draft, setting),
      paths.map(({ path }) => path),
      draft.launchHours,
    );
  return draft.window ?? formatDuration(span());
}

const { trialCount, seed, windowMs } = studyRequest.options[0].shape;
const counted = (schema: z.ZodNumber) =>
  z.codec(z.string(), schema, { decode: (text) => parseCount(text) ?? Number.NaN, encode: countText });
const LIVES = z.object({ trials: counted(trialCount), seed: counted(seed), window: textOf(duration).pipe(windowMs) });

export interface CheckedStudy extends Checked {
  /** What is asked of the Lab; `null` while a field is not right. */
  readonly request: StudyText | null;
}

/** Of what is tried, only what the present mode shows counts. */
export function checkStudy(draft: StudyDraft, setting: StudySetting): CheckedStudy {
  const lives = decoded(LIVES, { ...draft, window: windowText(draft, setting) });
  const tried =
    draft.mode === 'Compare' ? checkVariants(draft.variants) : checkAxes(draft.mode, draft.axes[draft.mode]);
  const isNeverOpen =
    lives.value !== null &&
    lives.value.window > 0 &&
    launchTime(setting.startAt, { windowMs: lives.value.window, launchHours: draft.launchHours }) === 0;
  const closed = isNeverOpen ? { window: 'There are no working hours in it: expected longer.' } : {};
  const problems = { ...lives.problems, ...closed, ...tried.problems };
  if (lives.value === null || Object.keys(problems).length > 0) return { problems, request: null };
  const asked = {
    actionTypeName: actionTypeOf(draft, setting),
    trialCount: lives.value.trials,
    seed: lives.value.seed,
    windowMs: lives.value.window,
    ...(draft.launchHours !== 'any' && { launchHours: draft.launchHours }),
  };
  const drafted = draft.drafted?.actionTypeName === asked.actionTypeName && { drafted: draft.drafted.definitions };
  return { problems, request: { ...asked, ...drafted, ...tried.asked } };
}

/** What a variant changes, as far as it is right. */
export const changesOf = ({ changes }: VariantDraft): Change[] =>
  changes.flatMap(({ path, value }) => {
    const read = readValue(path, value);
    return 'value' in read ? [{ path, value: read.value }] : [];
  });

function checkVariants(drafts: readonly VariantDraft[]) {
  const problems: Record<string, string> = {};
  const variants = drafts.map((draft) => {
    const changes = changesOf(draft);
    return { name: draft.name.trim() || variantName(changes), changes };
  });
  drafts.forEach(({ changes }, index) => {
    const at = `variants.${index}`;
    changes.forEach(({ path, value }, place) => {
      const read = readValue(path, value);
      if ('problem' in read) problems[`${at}.changes.${place}.value`] = read.problem;
      if (changes.findIndex((each) => each.path === path) < place) {
        problems[`${at}.changes.${place}.path`] = 'This setting is changed above already.';
      }
    });
    const name = variants[index]?.name;
    if (variants.findIndex((each) => each.name === name) < index) {
      problems[`${at}.name`] = `Another variant is called “${name}”.`;
    }
  });
  return { problems: problems as Problems, asked: { variants } };
}

function checkAxes(mode: Exclude<Mode, 'Compare'>, drafts: readonly AxisDraft[]) {
  const problems: Record<string, string> = {};
  const axes = drafts.map(checkAxis);
  axes.forEach((axis, index) => {
    for (const [field, problem] of Object.entries(axis.problems)) problems[`axes.${mode}.${index}.${field}`] = problem;
    if (axes.findIndex(({ path }) => path === axis.path) < index) {
      problems[`axes.${mode}.${index}.path`] = 'This is the first setting already.';
    }
  });
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > MAX_VARIANTS) {
    const last = drafts.length - 1;
    const field = drafts[last]?.way === 'range' ? 'step' : 'list';
    problems[`axes.${mode}.${last}.${field}`] = `These are ${countText(count)} variants: at most ${MAX_VARIANTS}.`;
  }
  return { problems: problems as Problems, asked: { vary: axes.map(varyText) } };
}
