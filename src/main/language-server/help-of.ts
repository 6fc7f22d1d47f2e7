/** What a field says about itself, and the rules behind it, as an editor shows them. */
import type { Field } from '../../shared/field.ts';
import { isRule, ruleInWords } from '../../views/why/rules.ts';

/** Markdown, with what each of the fields says once; empty where nothing is known. */
export function helpOf(fields: readonly Field[]): string {
  return [...new Set(fields.flatMap(paragraphsOf))].join('\n\n');
}

function paragraphsOf({ label, help, blank, unit, rules = [] }: Field): string[] {
  const title = label === '' ? [] : [`**${label}**${unit === undefined ? '' : ` (${unit})`}`];
  const leftOut = blank === undefined ? '' : ` Left out: ${blank}.`;
  return [...title, `${help}${leftOut}`, ...rules.filter(isRule).map((rule) => `${rule}: ${ruleInWords(rule)}`)];
}
