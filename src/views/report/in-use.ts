/** What came of a study: which of its settings were saved by *Use these settings*, when, and whether they still are. */
import { appliedWords, changedSince, changedWords, isInUse } from '../lab/applied.ts';
import { upperFirst } from '../words/figures.ts';
import { type Markup, markup } from './markup.ts';
import type { ReportedStudy } from './model.ts';

type Study = Pick<ReportedStudy, 'applied' | 'configured' | 'now'>;

/** Nothing where nothing was saved from it. */
export function inUse({ applied, now }: Study): Markup | null {
  if (applied === null) return null;
  const { at, variantName, changes } = applied;
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  const state =
    now === null ? '' : isInUse(applied, now) ? ' In use now.' : ' Not in use any more: undone or changed since.';
  return markup`<h2>Applied</h2>
<p><strong>${upperFirst(variantName)}</strong> was saved on ${when}: ${appliedWords(changes)}.${state}</p>`;
}

/** What is configured now otherwise than when it ran, beside what was saved from it. */
export function otherwiseNow({ applied, configured, now }: Study): Markup | null {
  if (now === null) return null;
  const others = changedSince(configured, now, applied?.changes);
  return others.length === 0 ? null : markup`<p>Configured otherwise since it ran: ${changedWords(others)}.</p>`;
}
