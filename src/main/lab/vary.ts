/** What is varied: `retry.max=3,5,7`, `responseWithin=10m..1h/10m`, `externalApi.random.failRate=0.1..0.5/0.1`. */
import { formatDuration, parseDuration } from '../../shared/duration.ts';
import { parseSettingValue, type SettingValue } from '../../shared/lab.ts';
import { exactValue } from '../../shared/variable-settings.ts';

/** One setting and the values it takes. */
export interface Varied {
  readonly path: string;
  readonly values: readonly SettingValue[];
}

/** What was wrong with an experiment, said in a sentence: for the command line and for the screen. */
export class ExperimentError extends Error {
  override readonly name = 'ExperimentError';
}

/** The most values that one setting can take. */
const MAX_VALUES = 1_000;
const LIST_EXPECTED = 'expected a list such as 3,5,7 or a range such as 10m..1h/10m';

/** Reads `PATH=LIST`; throws an `ExperimentError` for anything else. */
export function parseVaried(text: string): Varied {
  const separator = text.indexOf('=');
  const path = text.slice(0, separator).trim();
  const list = text.slice(separator + 1).trim();
  if (separator < 0 || path === '' || list === '') {
    throw new ExperimentError(`${text}: expected PATH=LIST, such as retry.max=3,5,7`);
  }
  const values = list.split(',').flatMap((part) => valuesOf(part.trim(), text));
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  if (repeated !== undefined) throw new ExperimentError(`${text}: ${repeated} appears twice`);
  return { path, values };
}

function valuesOf(part: string, whole: string): SettingValue[] {
  if (part === '') throw new ExperimentError(`${whole}: ${LIST_EXPECTED}`);
  const range = /^(.+?)\.\.([^/]+)(?:\/(.+))?$/.exec(part);
  if (range === null) return [parseSettingValue(part)];
  const [, from = '', to = '', step] = range;
  const durations = [from, to, step ?? '1m'].map((each) => parseDuration(each.trim()));
  const isDurations = durations.every((each) => each !== null);
  const [first, last, by] = isDurations ? durations : [Number(from), Number(to), Number(step ?? 1)];
  if (first === undefined || last === undefined || by === undefined || ![first, last, by].every(Number.isFinite)) {
    throw new ExperimentError(`${whole}: ${part} is not a range: ${LIST_EXPECTED}`);
  }
  if (isDurations && step === undefined) {
    throw new ExperimentError(`${whole}: a range of durations needs a step, such as ${part}/10m`);
  }
  if (by <= 0 || last < first) throw new ExperimentError(`${whole}: ${part} must rise in steps above 0`);
  // A step that does not fit as a binary fraction must not lose the last value.
  const count = Math.floor((last - first) / by + 1e-9) + 1;
  if (count > MAX_VALUES) throw new ExperimentError(`${whole}: ${part} is ${count} values, at most ${MAX_VALUES}`);
  const values = Array.from({ length: count }, (_, index) => first + index * by);
  return values.map((value) => (isDurations ? formatDuration(value) : exactValue(value)));
}
