/** A scenario file as one that stands alone, for whoever takes one file and nothing beside it. */
import { type ComposeOptions, compose } from './compose.ts';
import { loadScenario } from './load.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

export type WholeText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The text with its includes added and its parameters filled in, of its examples the first, as JSON; the very same text where it has none of
 * these. Refused as `loadScenario` does.
 */
export function wholeText(text: string, fileName: string, options: ComposeOptions): WholeText {
  const loaded = loadScenario(text, fileName, options);
  if (!loaded.ok) return loaded;
  const source = readYaml(text, fileName);
  if (Array.isArray(source) || !hasParts(source.value)) return { ok: true, text };
  const [first] = compose(source, fileName, options);
  if (first === undefined || !('value' in first)) throw new Error('what was read once is read again');
  return { ok: true, text: `${JSON.stringify({ ...first.value, title: loaded.title }, null, 2)}\n` };
}

const hasParts = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  ['include', 'params', 'examples'].some((section) => Object.hasOwn(value, section));
