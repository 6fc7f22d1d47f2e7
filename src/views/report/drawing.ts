/** What the charts of a report draw alike. */
import { describeDuration } from '../../shared/duration.ts';
import { durationTicks } from '../words/duration-steps.ts';
import { type Markup, markup } from './markup.ts';
import { LINE_LOOKS } from './paper.ts';

/** A place or a length, short enough for a file. */
export const rounded = (value: number) => Number(value.toFixed(2));

/** How the line of a variant looks, by its place. */
export const lookOf = (index: number) => LINE_LOOKS[index % LINE_LOOKS.length] as (typeof LINE_LOOKS)[number];

/** Ticks and their labels below an axis of time that lies at `base`; `across` places an instant on it. */
export const timeTicks = (untilMs: number, base: number, across: (ms: number) => number): Markup[] =>
  durationTicks(untilMs, 5).map(
    (ms) =>
      markup`<line x1="${across(ms)}" x2="${across(ms)}" y1="${base}" y2="${base + 4}" stroke="#7d8590"/><text x="${across(ms)}" y="${base + 17}" text-anchor="middle">${describeDuration(ms)}</text>`,
  );
