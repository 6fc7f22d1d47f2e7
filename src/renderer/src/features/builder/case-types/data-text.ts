/** A value of custom data as it is typed: JSON where it reads as JSON, else plain text. */
import type { CustomData } from '../../../../../shared/definitions.ts';

type Value = CustomData[string];

export type Typed =
  | { readonly value: Value; readonly kind: 'text' | 'empty text' | 'number' | 'true or false' | 'empty' | 'JSON' }
  | { readonly problem: string };

/** What was typed; quotes make text of what would be read as something else: `"4711"`. */
export function readValue(typed: string): Typed {
  const text = typed.trim();
  if (text === '') return { value: '', kind: 'empty text' };
  let value: Value;
  try {
    value = JSON.parse(text) as Value;
  } catch {
    return /^["[{]/.test(text)
      ? { problem: 'Expected JSON, or text that does not begin with a quote, [ or {.' }
      : { value: text, kind: 'text' };
  }
  // A number that would come back otherwise is a text of digits: 1.50, 12345678901234567890.
  if (typeof value === 'number') {
    return JSON.stringify(value) === text ? { value, kind: 'number' } : { value: text, kind: 'text' };
  }
  if (typeof value === 'string') return { value, kind: 'text' };
  if (typeof value === 'boolean') return { value, kind: 'true or false' };
  return { value, kind: value === null ? 'empty' : 'JSON' };
}

/** The shortest text that `readValue` reads back as the same value. */
export function typedText(value: Value): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const read = readValue(value);
  return 'value' in read && read.value === value ? value : JSON.stringify(value);
}
