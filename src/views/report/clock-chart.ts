/** Bands over the clock of a day: the median as a line, 8 of 10 days as a band, the day's outage as ground. */
import type { Band } from '../../shared/lab-day.ts';
import { durationTicks } from '../words/duration-steps.ts';
import { lookOf, rounded } from './drawing.ts';
import { type Markup, markup } from './markup.ts';

export interface ClockChart {
  readonly name: string;
  /** Instants since the start of the day, one for each band of a line. */
  readonly afterMs: readonly number[];
  /** The one that matters most comes last, and has a band. */
  readonly lines: readonly (readonly Band[])[];
  readonly lengthMs: number;
  readonly clock: (afterMs: number) => string;
  readonly text: (value: number) => string;
  readonly isDuration: boolean;
  readonly outage: { readonly fromMs: number; readonly forMs: number } | null;
}

const WIDTH = 360;
const HEIGHT = 140;
const LEFT = 62;
const RIGHT = 20;
const TOP = 8;
const BASE = HEIGHT - 20;

export function clockChart({ name, afterMs, lines, lengthMs, clock, text, isDuration, outage }: ClockChart): Markup {
  const most = Math.max(isDuration ? 60_000 : 1, ...lines.flat().map(({ high }) => high));
  const across = (ms: number) => rounded(LEFT + (Math.min(ms, lengthMs) / lengthMs) * (WIDTH - LEFT - RIGHT));
  const up = (value: number) => rounded(BASE - (value / most) * (BASE - TOP));
  const rows = (isDuration ? durationTicks(most, 3) : countTicks(most)).map(
    (value) =>
      markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${up(value)}" y2="${up(value)}" stroke="#d7dce2"/><text x="${LEFT - 6}" y="${up(value) + 4}" text-anchor="end">${text(value)}</text>`,
  );
  const columns = durationTicks(lengthMs, 4).map(
    (ms) => markup`<text x="${across(ms)}" y="${BASE + 15}" text-anchor="middle">${clock(ms)}</text>`,
  );
  const ground =
    outage === null
      ? null
      : markup`<rect x="${across(outage.fromMs)}" y="${TOP}" width="${rounded(across(outage.fromMs + outage.forMs) - across(outage.fromMs))}" height="${BASE - TOP}" fill="#dfe3e8"/>`;
  const drawn = lines.map((bands, index) => {
    const { stroke, dash } = lookOf(lines.length - 1 - index);
    const points = (of: (band: Band) => number) =>
      bands.map((band, at) => `${across(afterMs[at] ?? 0)},${up(of(band))}`);
    const band =
      index < lines.length - 1
        ? null
        : markup`<polygon points="${[...points(({ high }) => high), ...points(({ low }) => low).reverse()].join(' ')}" fill="${stroke}" fill-opacity="0.18"/>`;
    return markup`${band}<polyline points="${points(({ median }) => median).join(' ')}" fill="none" stroke="${stroke}" stroke-width="2" stroke-dasharray="${dash}"/>`;
  });
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}">${ground}${rows}${columns}${drawn}</svg>`;
}

/** From 0 on, whole numbers, four at most. */
function countTicks(most: number): number[] {
  const step = Math.max(1, Math.ceil(most / 3));
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}
