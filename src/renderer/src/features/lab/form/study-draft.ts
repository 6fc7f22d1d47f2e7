/** The form of a new study as it is typed; kept while one looks at other screens. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { parseDuration } from '../../../../../shared/duration.ts';
import { MAX_TRIALS, parseSettingValue, type StudyRequest } from '../../../../../shared/lab.ts';
import { variableSetting } from '../../../../../shared/variable-settings.ts';
import { parseCount } from '../words/count-text.ts';

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
export interface AxisDraft {
  readonly path: string;
  readonly list: string;
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
    Sweep: [{ path: 'retry.max', list: '0..8' }],
    Outage: [{ path: 'outage', list: '0s..1h/5m' }],
    Sensitivity: [{ path: 'externalApi.random.failRate', list: '0.1..0.9/0.1' }],
  },
};

const store = createStore<StudyDraft>(() => FIRST);
export const useStudyDraft = (): StudyDraft => useStore(store);
export const changeDraft = (change: Partial<StudyDraft>) => store.setState(change);

const titleOf = (path: string) => variableSetting(path)?.title ?? path;

/** What a variant is called that was given no name: `Maximum retries 3`. */
export function nameOf(changes: readonly ChangeDraft[]): string {
  if (changes.length === 0) return 'as configured';
  return changes.map(({ path, value }) => `${titleOf(path)} ${value.trim()}`).join(', ');
}

/** What is wrong with each field, in a sentence. */
export type Problems = Partial<Record<'trials' | 'seed' | 'window', string>>;

export function problemsOf({ trials, seed, window }: StudyDraft): Problems {
  const count = parseCount(trials);
  const isCount = count !== null && count >= 1 && count <= MAX_TRIALS;
  return {
    ...(isCount ? {} : { trials: `Expected a whole number from 1 to ${MAX_TRIALS.toLocaleString('en')}.` }),
    ...(parseCount(seed) === null ? { seed: 'Expected a whole number.' } : {}),
    ...(parseDuration(window) === null ? { window: 'Expected a duration such as 0s, 30m or 8h.' } : {}),
  };
}

/** What is asked of the Lab; the draft has no problems. */
export function requestOf(draft: StudyDraft, actionTypeName: string): StudyRequest {
  const asked = {
    actionTypeName,
    trialCount: parseCount(draft.trials) ?? 0,
    seed: parseCount(draft.seed) ?? 0,
    windowMs: parseDuration(draft.window) ?? 0,
  };
  if (draft.mode !== 'Compare') {
    return { ...asked, vary: draft.axes[draft.mode].map(({ path, list }) => `${path}=${list.trim()}`) };
  }
  const variants = draft.variants.map(({ name, changes }) => ({
    name: name.trim() || nameOf(changes),
    changes: changes.map(({ path, value }) => ({ path, value: parseSettingValue(value) })),
  }));
  return { ...asked, variants };
}
