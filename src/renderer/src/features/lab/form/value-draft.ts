/** Values of settings as they are typed, as in the forms: a share in percent, a duration `1h30m`, from, to and step or a list. */
import { z } from 'zod';
import { countText } from '../../../../../shared/counted.ts';
import { formatDuration } from '../../../../../shared/duration.ts';
import { fieldOf } from '../../../../../shared/field.ts';
import { MAX_VARIANTS, type RunInfo, type SettingValue } from '../../../../../shared/lab.ts';
import { type VariableSetting, variableSetting } from '../../../../../shared/variable-settings.ts';
import { sentence } from '../../../components/sentence.ts';
import type { Problems } from '../../../form/problems.ts';
import { textOf, toPercent } from '../../../form/text.ts';

/** The values that one setting takes. */
export interface AxisDraft {
  readonly path: string;
  readonly way: 'range' | 'list';
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly list: string;
  /** Whether it is left blank too. */
  readonly blankToo: boolean;
}

/** The setting at a path that the form offers. */
export function settingAt(path: string): VariableSetting {
  const setting = variableSetting(path);
  if (setting === undefined) throw new Error(`the Lab offers no setting ${path}`);
  return setting;
}

/** Whether its values can be counted out, from one to another; of the others there are but a few. */
export const isRanged = ({ kind }: VariableSetting): boolean => kind !== 'flag' && kind !== 'choice';

/** All values of a setting that has but a few. */
export const valuesOf = ({ kind, schema }: VariableSetting): readonly SettingValue[] =>
  kind === 'flag' ? [true, false] : Object.keys(fieldOf(schema).choices ?? {});

/** As the form writes it. */
function typedValue({ kind }: VariableSetting, text: string): string {
  return kind === 'share' ? toPercent(Number(text)) : text;
}

/** What a setting offers to begin with: its example, `1..8` or `1h,4h,8h`. */
export function axisFor(path: string): AxisDraft {
  const setting = settingAt(path);
  const [, from, to, step = '1'] = /^(.+?)\.\.([^/]+)(?:\/(.+))?$/.exec(setting.example) ?? [];
  const typed = (text: string) => typedValue(setting, text);
  const none = { path, from: '', to: '', step: '', list: '', blankToo: false };
  if (from !== undefined && to !== undefined) {
    return { ...none, way: 'range', from: typed(from), to: typed(to), step: typed(step) };
  }
  return { ...none, way: 'list', list: setting.example.split(',').map(typed).join(', ') };
}

/** The values that one setting took, as a list to be changed. */
export function axisOf({ path, values }: RunInfo['axes'][number]): AxisDraft {
  const setting = settingAt(path);
  const list = values.flatMap((value) => (value === null ? [] : typedValue(setting, String(value)))).join(', ');
  return { path, way: 'list', from: '', to: '', step: '', list, blankToo: values.includes(null) };
}

/** A first value to change a setting to: the least of its example. */
export function firstValue(path: string): string {
  const setting = settingAt(path);
  if (!isRanged(setting)) return String(valuesOf(setting)[0] ?? '');
  const { way, from, list } = axisFor(path);
  return way === 'range' ? from : (list.split(',')[0] ?? '');
}

/** A typed value as a file writes it, or what is wrong with it. Blank is `null` where a setting may be left blank. */
type Read = { readonly value: SettingValue } | { readonly problem: string };

export function readValue(path: string, text: string): Read {
  const setting = settingAt(path);
  if (text.trim() === '' && setting.mayBeBlank) return { value: null };
  if (setting.kind === 'flag') return { value: text === 'true' };
  if (setting.kind === 'choice') return { value: text };
  const { data, error } = z.safeDecode(textOf(setting.schema) as unknown as z.ZodType<number, string>, text);
  if (error !== undefined) return { problem: sentence(error.issues[0]?.message ?? 'is not a valid value') };
  return { value: setting.kind === 'duration' ? formatDuration(data) : data };
}

interface CheckedAxis {
  readonly path: string;
  readonly values: readonly SettingValue[];
  /** By field of the draft. */
  readonly problems: Problems;
}

/** All values of an axis in their order, blank last; none while a field is not right. */
export function checkAxis(axis: AxisDraft): CheckedAxis {
  const setting = settingAt(axis.path);
  const counted = !isRanged(setting)
    ? { values: valuesOf(setting) }
    : axis.way === 'range'
      ? ranged(axis)
      : listed(axis);
  if ('problems' in counted) return { path: axis.path, values: [], problems: counted.problems };
  const blank = axis.blankToo && setting.mayBeBlank ? [null] : [];
  return { path: axis.path, values: [...counted.values, ...blank], problems: {} };
}

type Counted = { readonly values: readonly SettingValue[] } | { readonly problems: Problems };

function listed({ path, list }: AxisDraft): Counted {
  const reads = list.split(',').map((text) => ({ text: text.trim(), ...readValue(path, text.trim() || '-') }));
  const values = reads.flatMap((each) => ('value' in each ? [each.value] : []));
  const wrong = reads.find((each) => 'problem' in each);
  if (wrong !== undefined && 'problem' in wrong) {
    return {
      problems: {
        list: wrong.text === '' ? 'Expected values with commas between them.' : `${wrong.text}: ${wrong.problem}`,
      },
    };
  }
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  if (repeated !== undefined) return { problems: { list: `${repeated} appears twice.` } };
  return { values };
}

/** A step that does not fit as a binary fraction must not lose the last value. */
const ALMOST = 1e-9;

function ranged({ path, from, to, step }: AxisDraft): Counted {
  const { kind } = settingAt(path);
  const text = numberText(kind);
  const [first, last, by] = [from, to, step].map((each) => text.read(each));
  const problems: Record<string, string> = {};
  for (const [field, typed] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const read = readValue(path, typed);
    if (typed.trim() === '') problems[field] = 'Expected a value.';
    else if ('problem' in read) problems[field] = read.problem;
  }
  if (by === undefined || !(by > 0))
    problems.step = `Expected ${kind === 'duration' ? 'a duration longer than 0s' : 'a number above 0'}.`;
  if (Object.keys(problems).length > 0 || first === undefined || last === undefined || by === undefined) {
    return { problems };
  }
  if (last < first) return { problems: { to: 'Expected no less than where it begins.' } };
  const count = Math.floor((last - first) / by + ALMOST) + 1;
  if (count > MAX_VARIANTS)
    return { problems: { step: `These are ${countText(count)} values: at most ${MAX_VARIANTS}.` } };
  return { values: Array.from({ length: count }, (_, index) => text.write(first + index * by)) };
}

const duration = settingAt('outage').schema as unknown as z.ZodType<number, string>;

/** Typed text as a number that can be counted on from, and back as files write it. */
function numberText(kind: VariableSetting['kind']) {
  const exact = (value: number) => Number(value.toPrecision(12));
  if (kind === 'duration') {
    return {
      read: (typed: string) => z.safeDecode(duration, typed.trim()).data ?? Number.NaN,
      write: (value: number): SettingValue => formatDuration(value),
    };
  }
  const unit = kind === 'share' ? 100 : 1;
  return {
    read: (typed: string) => (typed.trim() === '' ? Number.NaN : Number(typed) / unit),
    write: (value: number): SettingValue => exact(value),
  };
}
