import { parse } from 'yaml';

/** A value written outside of a file as YAML would take it: `3` is a number, `"3"` a text; what is no plain value is text as it is. */
export function scalarOf(text: string): unknown {
  try {
    const value: unknown = parse(text, { version: '1.2', logLevel: 'silent' });
    return typeof value === 'object' && value !== null ? text : value;
  } catch {
    return text;
  }
}
