/** A run in words. */

import { countText } from '../../../../../shared/counted.ts';
import type { RunInfo } from '../../../../../shared/lab.ts';
import { share } from '../../../../../views/words/figures.ts';

/** `finished`, `running, 42 %`, `cancelled at 12,000`. */
export function stateText({ state, playedCount, trialCount, problem }: RunInfo): string {
  if (state === 'running') return `running, ${share(Math.floor((playedCount / trialCount) * 100) / 100)}`;
  if (state === 'cancelled') return `cancelled at ${countText(playedCount)}`;
  return state === 'failed' ? `failed: ${problem}` : state;
}

/** `28 Nov 2026, 15:20`, as the wall shows it here. */
export const realTime = (iso: string): string =>
  new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** `12,000 of 100,000 trials · 3.1 M a second · 4 s left`; how fast says nothing of a run that has ended. */
export function progressText({ state, playedCount, trialCount, livesPerSecond, secondsLeft }: RunInfo): string {
  const played = `${countText(playedCount)} of ${countText(trialCount)} trials`;
  if (state !== 'running') return played;
  const speed =
    livesPerSecond >= 1_000_000 ? `${(livesPerSecond / 1_000_000).toFixed(1)} M` : countText(livesPerSecond);
  const left = secondsLeft === null ? [] : [`${countText(secondsLeft)} s left`];
  return [played, `${speed} a second`, ...left].join(' · ');
}
