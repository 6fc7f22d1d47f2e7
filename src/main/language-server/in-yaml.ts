import { stringify } from 'yaml';

/** A value as it is written within braces, in quotes where it needs them. */
export function inYaml(value: unknown): string {
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0 }).trim().slice(1, -1).trim();
}
