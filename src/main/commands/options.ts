/** Values of command-line options, checked. */
import { UsageError } from './exit-status.ts';

/** One of the words an option takes. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} ${value}: expected ${allowed.join(', ')}`);
  return found;
}

/** A whole number, negative ones too. */
export function wholeNumber(option: string, value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isSafeInteger(number))
    throw new UsageError(`${option} ${value}: expected a whole number`);
  return number;
}

/** A number from 0 to 100; `%` may follow it. */
export function percentage(option: string, value: string): number {
  const number = Number(value.replace(/\s*%$/, ''));
  if (value.trim() === '' || !(number >= 0 && number <= 100))
    throw new UsageError(`${option} ${value}: expected a percentage from 0 to 100`);
  return number;
}
