/** The charts of a report, as SVG; each says in words what it shows, or stands beside its figures. */
import type { CumulativePoint, Ending, Estimate } from '../../shared/lab.ts';
import { fromLaunch } from '../lab/cumulative.ts';
import { share } from '../words/figures.ts';
import { lookOf, rounded, timeTicks } from './drawing.ts';
import { type Markup, markup } from './markup.ts';
import { ENDING_COLOURS } from './paper.ts';

const WIDTH = 600;
const BAR_HEIGHT = 22;
/** A figure in a narrower part would be clipped. */
const LABELLED_FROM = 0.09;

/** The shares of all launches that end so, side by side in one bar. */
export function endingsBar(parts: readonly { readonly ending: Ending; readonly share: number }[]): Markup {
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.share, 0));
  const drawn = parts.map((part, index) => {
    const [x, width] = [rounded((starts[index] ?? 0) * WIDTH), rounded(part.share * WIDTH)];
    const bar = markup`<rect x="${x}" width="${width}" height="${BAR_HEIGHT}" fill="${ENDING_COLOURS[part.ending]}" stroke="#fff"/>`;
    if (part.share < LABELLED_FROM) return bar;
    return markup`${bar}<text x="${rounded(x + width / 2)}" y="15" text-anchor="middle" style="fill:#fff;font-weight:600">${share(part.share)}</text>`;
  });
  const words = parts.map((part) => `${part.ending} ${share(part.share)}`).join(', ');
  return markup`<svg viewBox="0 0 ${WIDTH} ${BAR_HEIGHT}" role="img" aria-label="${words}">${drawn}</svg>`;
}

const SCALE_WIDTH = 180;
const SCALE_HEIGHT = 16;

/**
 * An estimate with its interval, on a scale from 0 to `most` that all rows of a table share; a broken line where the limit is. The
 * figures stand beside it.
 */
export function estimateBar(
  { value, low, high }: Estimate,
  { most, limit, isMarked }: { readonly most: number; readonly limit: number | null; readonly isMarked: boolean },
): Markup {
  const at = (figure: number) => rounded(4 + (most > 0 ? Math.min(figure / most, 1) : 0) * (SCALE_WIDTH - 8));
  const colour = isMarked ? '#b3480f' : '#1f5fa8';
  const middle = SCALE_HEIGHT / 2;
  const interval =
    low === null || high === null
      ? null
      : markup`<rect x="${at(low)}" y="${middle - 4}" width="${rounded(Math.max(at(high) - at(low), 1))}" height="8" fill="${colour}" fill-opacity="0.25"/>`;
  const dot = value === null ? null : markup`<circle cx="${at(value)}" cy="${middle}" r="3.5" fill="${colour}"/>`;
  const bound =
    limit === null || limit > most
      ? null
      : markup`<line x1="${at(limit)}" x2="${at(limit)}" y1="0" y2="${SCALE_HEIGHT}" stroke="#1c2430" stroke-dasharray="3 2"/>`;
  return markup`<svg viewBox="0 0 ${SCALE_WIDTH} ${SCALE_HEIGHT}" aria-hidden="true"><line x1="4" x2="${SCALE_WIDTH - 4}" y1="${middle}" y2="${middle}" stroke="#d7dce2"/>${interval}${dot}${bound}</svg>`;
}

/** The line of a variant, for a legend. */
export function lineSwatch(index: number): Markup {
  const { stroke, dash } = lookOf(index);
  return markup`<svg viewBox="0 0 24 12" aria-hidden="true"><line x1="0" x2="24" y1="6" y2="6" stroke="${stroke}" stroke-width="2" stroke-dasharray="${dash}"/></svg>`;
}

/** The colour of an ending, for a legend. */
export const endingSwatch = (ending: Ending): Markup =>
  markup`<svg viewBox="0 0 24 12" aria-hidden="true"><rect width="24" height="12" fill="${ENDING_COLOURS[ending]}"/></svg>`;

const TIMES = { height: 150, left: 62, right: 20, top: 10, bottom: 42 };

/** The share of trials that have ended by a time since launch; a line for each variant. */
export function timesChart(
  variants: readonly { readonly name: string; readonly ended: readonly CumulativePoint[] }[],
): Markup {
  const lines = variants.map(({ ended }) => fromLaunch(ended));
  const untilMs = Math.max(1_000, ...lines.map((line) => line.at(-1)?.[0] ?? 0));
  const { height, left, right, top, bottom } = TIMES;
  const base = height - bottom;
  const across = (ms: number) => rounded(left + (ms / untilMs) * (WIDTH - left - right));
  const up = (part: number) => rounded(base - part * (base - top));
  const rows = [0, 0.25, 0.5, 0.75, 1].map(
    (part) =>
      markup`<line x1="${left}" x2="${WIDTH - right}" y1="${up(part)}" y2="${up(part)}" stroke="#d7dce2"/><text x="${left - 6}" y="${up(part) + 4}" text-anchor="end">${share(part)}</text>`,
  );
  const ticks = timeTicks(untilMs, base, across);
  const drawn = lines.map((line, index) => {
    const { stroke, dash } = lookOf(index);
    // Who has ended stays so: to the end of the axis.
    const points = [...line, ...line.slice(-1).map(([, part]) => [untilMs, part] as const)];
    const path = points.map(([ms, part]) => `${across(ms)},${up(part)}`).join(' ');
    return markup`<polyline points="${path}" fill="none" stroke="${stroke}" stroke-width="2" stroke-dasharray="${dash}"/>`;
  });
  return markup`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Share of trials that have ended, by the time since launch">${rows}${ticks}
<text x="${(left + WIDTH - right) / 2}" y="${height - 6}" text-anchor="middle">Time since launch</text>
<text transform="translate(12 ${(top + base) / 2}) rotate(-90)" text-anchor="middle">Share of trials</text>${drawn}</svg>`;
}
