/** A comparison after the name of what is compared: `of at least 5`, `other than “Closed”`. */
import type { Comparison } from '../../shared/comparison.ts';

export function comparisonInWords(comparison: Comparison): string {
  if ('not' in comparison) return `other than ${said(comparison.not)}`;
  if ('oneOf' in comparison) return `of ${comparison.oneOf.map(said).join(' or ')}`;
  if ('atLeast' in comparison) return `of at least ${said(comparison.atLeast)}`;
  if ('atMost' in comparison) return `of at most ${said(comparison.atMost)}`;
  if ('matches' in comparison) return `matching “${comparison.matches}”`;
  return `of ${comparison.between.map(said).join(' to ')}`;
}

function said(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'string' ? `“${value}”` : String(value);
}
