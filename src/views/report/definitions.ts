/** Names with what belongs to each, as many beside each other as fit. */
import { type Markup, markup } from './markup.ts';

export function definitions(
  pairs: readonly (readonly [name: string, what: Markup | string])[],
  kind = '',
): Markup | null {
  if (pairs.length === 0) return null;
  const rows = pairs.map(([name, what]) => markup`<div><dt>${name}</dt><dd>${what}</dd></div>`);
  return markup`<dl class="${kind}">${rows}</dl>`;
}
