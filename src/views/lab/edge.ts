/** Whether the best of a sweep lies at the end of what was tried: then better may lie beyond, and these are the values to try next. */
import { formatDuration, parseDuration } from '../../shared/duration.ts';
import { type Change, MAX_VARIANTS, type RunInfo, type SettingValue } from '../../shared/lab.ts';
import { exactValue, isChosen, type VariableSetting, variableSetting } from '../../shared/variable-settings.ts';
import { settingTitle, valueText } from './change-words.ts';

export interface Edge {
  readonly path: string;
  /** The best's value, at one end. */
  readonly value: SettingValue;
  readonly end: 'most' | 'least';
  /** All axes of the sweep, this one with more values beyond that end. */
  readonly wider: RunInfo['axes'];
}

/** How many values are added at most. */
const MORE = 4;

/** The edges at which a variant lies, of settings that a designer chooses and that can go further. */
export function edgesOf(axes: RunInfo['axes'], changes: readonly Change[]): Edge[] {
  const room = MAX_VARIANTS / axes.reduce((product, { values }) => product * values.length, 1);
  return axes.flatMap((axis) => {
    const { path, values } = axis;
    const setting = variableSetting(path);
    const value = changes.find((change) => change.path === path)?.value ?? null;
    if (setting === undefined || !isChosen(path)) return [];
    const ordered = values.flatMap((each) => numberOf(setting, each) ?? []).sort((one, other) => one - other);
    const place = ordered.indexOf(numberOf(setting, value) ?? Number.NaN);
    if (ordered.length < 2 || (place > 0 && place < ordered.length - 1) || place < 0) return [];
    const most = Math.min(MORE, Math.floor((room - 1) * values.length));
    const next = onward(setting, place === 0 ? ordered.toReversed() : ordered, most);
    const more = next
      .filter((each) => each >= 0)
      .map((each) => written(setting, each))
      .filter((each) => isValid(setting, each));
    if (more.length === 0) return [];
    const widened = place === 0 ? [...more.toReversed(), ...values] : [...values, ...more];
    return [
      {
        path,
        value,
        end: place === 0 ? 'least' : 'most',
        wider: axes.map((each) => (each === axis ? { path, values: widened } : each)),
      } satisfies Edge,
    ];
  });
}

/** `Maximum retries 4 is the most you tried.` */
export const edgeInWords = ({ path, value, end }: Edge): string =>
  `${settingTitle(path)} ${valueText(path, value)} is the ${end} you tried.`;

function numberOf({ kind }: VariableSetting, value: SettingValue): number | null {
  if (kind === 'duration') return typeof value === 'string' ? parseDuration(value) : null;
  return typeof value === 'number' ? value : null;
}

const written = ({ kind }: VariableSetting, value: number): SettingValue =>
  kind === 'duration' ? formatDuration(Math.round(value)) : exactValue(value);

const isValid = ({ schema }: VariableSetting, value: SettingValue): boolean => schema.safeDecode(value).success;

/**
 * Up to `count` values beyond the last: in steps as long as the last one, or, of durations that do not rise in even steps, each as
 * many times the one before as at the end, and at most twice it; downwards always so, for steps would soon be below nothing.
 */
function onward({ kind }: VariableSetting, values: readonly number[], count: number): number[] {
  const [last = 0, previous = 0, third = 0] = values.toReversed();
  const step = last - previous;
  const isEven = values.length > 2 && step === previous - third;
  const isDown = step < 0;
  const ratio = isDown ? Math.max(last / previous, 1 / 2) : Math.min(last / previous, 2);
  const grows = kind === 'duration' && (isDown || !isEven) && previous > 0 && last > 0;
  return Array.from({ length: count }, (_, index) => (grows ? last * ratio ** (index + 1) : last + (index + 1) * step));
}
