import { stringify } from 'yaml';

/** A value as it is written within braces: in the quotes that are there, else in quotes where it needs them. */
export function inYaml(value: unknown, quote = ''): string {
  if (quote === '"') return JSON.stringify(String(value));
  if (quote === "'") return `'${String(value).replaceAll("'", "''")}'`;
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0 }).trim().slice(1, -1).trim();
}
