/** The form of a new study as it is typed; kept while one looks at other screens. */
import { z } from 'zod';
import { duration } from '../../../../../shared/field-kinds.ts';
import { parseSettingValue, type StudyText, studyRequest } from '../../../../../shared/lab.ts';
import { variableSetting } from '../../../../../shared/variable-settings.ts';
import { type Checked, decoded } from '../../../form/problems.ts';
import { textOf } from '../../../form/text.ts';
import { countText, parseCount } from '../words/count-text.ts';

export interface ChangeDraft {
  readonly key: number;
  readonly path: string;
  readonly value: string;
}
export interface VariantDraft {
  readonly key: number;
  readonly name: string;
  readonly changes: readonly ChangeDraft[];
}
interface AxisDraft {
  readonly path: string;
  /** As on the command line: `1..8`. */
  readonly value: string;
}

export const MODES = ['Compare', 'Sweep', 'Outage', 'Sensitivity'] as const;
export type Mode = (typeof MODES)[number];

export interface StudyDraft {
  /** `null`: the first there is. */
  readonly actionType: string | null;
  readonly trials: string;
  readonly seed: string;
  readonly window: string;
  readonly mode: Mode;
  readonly variants: readonly VariantDraft[];
  readonly axes: Readonly<Record<Exclude<Mode, 'Compare'>, readonly AxisDraft[]>>;
}

let lastKey = 0;
export const nextKey = () => ++lastKey;

const FIRST: StudyDraft = {
  actionType: null,
  trials: '100,000',
  seed: '1',
  window: '0s',
  mode: 'Compare',
  variants: [{ key: nextKey(), name: '', changes: [] }],
  axes: {
    Sweep: [{ path: 'retry.max', value: '0..8' }],
    Outage: [{ path: 'outage', value: '0s..1h/5m' }],
    Sensitivity: [{ path: 'externalApi.random.failRate', value: '0.1..0.9/0.1' }],
  },
};

let typed = FIRST;
/** What was typed last. */
export const keptDraft = (): StudyDraft => typed;
export function keepDraft(draft: StudyDraft): void {
  typed = draft;
}

const titleOf = (path: string) => variableSetting(path)?.title ?? path;

/** What a variant is called that was given no name: `Maximum retries 3`. */
export function nameOf(changes: readonly ChangeDraft[]): string {
  if (changes.length === 0) return 'as configured';
  return changes.map(({ path, value }) => `${titleOf(path)} ${value.trim()}`).join(', ');
}

const { trialCount, seed, windowMs } = studyRequest.options[0].shape;
const counted = (schema: z.ZodNumber) =>
  z.codec(z.string(), schema, { decode: (text) => parseCount(text) ?? Number.NaN, encode: countText });
const LIVES = z.object({ trials: counted(trialCount), seed: counted(seed), window: textOf(duration).pipe(windowMs) });

export interface CheckedStudy extends Checked {
  readonly draft: StudyDraft;
  /** How many lives, of which chances, launched when; `null` while a field is not right. */
  readonly lives: z.output<typeof LIVES> | null;
}

export function checkStudy(draft: StudyDraft): CheckedStudy {
  const { value, problems } = decoded(LIVES, draft);
  return { draft, lives: value, problems };
}

/** What is asked of the Lab; `null` while a field is not right. */
export function requestOf({ draft, lives }: CheckedStudy, actionTypeName: string): StudyText | null {
  if (lives === null) return null;
  const asked = { actionTypeName, trialCount: lives.trials, seed: lives.seed, windowMs: lives.window };
  if (draft.mode !== 'Compare') {
    return { ...asked, vary: draft.axes[draft.mode].map(({ path, value }) => `${path}=${value.trim()}`) };
  }
  const variants = draft.variants.map(({ name, changes }) => ({
    name: name.trim() || nameOf(changes),
    changes: changes.map(({ path, value }) => ({ path, value: parseSettingValue(value) })),
  }));
  return { ...asked, variants };
}
