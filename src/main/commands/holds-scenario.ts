/** What a `.json` file is: scenarios and reports both have that ending. */
import { readFileSync } from 'node:fs';
import { definitions } from '../../shared/definitions.ts';
import { loadScenario } from '../scenario/load.ts';

/** Written by nearly every scenario, by no report: `title` is in other files too. */
const SCENARIO_KEYS = [...Object.keys(definitions.shape), 'steps'];

/** A scenario, or one that is not right yet. Throws where the file cannot be read. */
export function holdsScenario(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  if (text.trim() === '') return false;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return false;
    if (SCENARIO_KEYS.some((key) => Object.hasOwn(value, key))) return true;
    return Object.keys(value).length > 0 && loadScenario(text, file).ok;
  } catch {
    // YAML may be in a `.json` file too.
    return loadScenario(text, file).ok;
  }
}
