/** The results of a sweep: of one setting, a row for each value; of two, a map of each measure. */
import type { Estimate, Limit, RunInfo, VariantResult } from '../../shared/lab.ts';
import { settingTitle, valueText } from '../lab/change-words.ts';
import { heatColour } from '../lab/heat-colour.ts';
import { type Marks, markOf } from '../lab/marks.ts';
import { measureInfo, measureTitle } from '../lab/measure-words.ts';
import { intervalText, measureText } from '../words/figure-text.ts';
import { upperFirst } from '../words/figures.ts';
import { estimateBar } from './charts.ts';
import { type Markup, markup } from './markup.ts';
import { figureCell } from './side-by-side.ts';

export interface Swept {
  readonly axes: RunInfo['axes'];
  readonly variants: readonly VariantResult[];
  readonly marks: Marks;
  readonly limits: readonly Limit[];
  /** The measures that are shown, by name. */
  readonly measureNames: readonly string[];
}

type Axis = RunInfo['axes'][number];

export function sweep({ axes: [first, second], ...swept }: Swept): Markup | null {
  if (first === undefined) return null;
  return second === undefined ? lines(first, swept) : maps(first, second, swept);
}

const UNKNOWN: Estimate = { value: null, low: null, high: null };

const markText = (marks: Marks, index: number) => {
  const mark = markOf(marks, index);
  return mark === null ? null : markup`<small>${mark}</small>`;
};

/** Two measures are drawn; the others are told in figures. */
const DRAWN = 2;

function lines(axis: Axis, { variants, marks, limits, measureNames }: Omit<Swept, 'axes'>): Markup {
  const isKnown = (name: string) => variants.some(({ measures }) => (measures[name]?.value ?? null) !== null);
  const drawn = measureNames
    .filter(isKnown)
    .slice(0, DRAWN)
    .map((name) => {
      const limit = limits.find(({ measure }) => measure === name)?.value ?? null;
      const figures = variants.flatMap(({ measures }) => measures[name]?.high ?? measures[name]?.value ?? []);
      // A limit far beyond all figures would push them into a corner.
      const highest = Math.max(0, ...figures);
      const most = limit !== null && limit <= highest * 2 ? Math.max(highest, limit) : highest;
      return { name, limit, most };
    });
  const rows = variants.map(({ measures }, index) => {
    const isMarked = markOf(marks, index) !== null;
    const cells = measureNames.map((name) => {
      const scale = drawn.find((each) => each.name === name);
      const bar =
        scale && markup`<td class="bar">${estimateBar(measures[name] ?? UNKNOWN, { ...scale, isMarked })}</td>`;
      return markup`${bar ?? null}${figureCell(measureInfo(name).unit, measures[name])}`;
    });
    const value = upperFirst(valueText(axis.path, axis.values[index] ?? null));
    return markup`<tr><th scope="row">${value}${markText(marks, index)}</th>${cells}</tr>`;
  });
  const heads = measureNames.map((name) => {
    const span = drawn.some((each) => each.name === name) ? 2 : 1;
    return markup`<th scope="col" colspan="${span}">${measureTitle(measureInfo(name))}</th>`;
  });
  const bound = drawn.some(({ limit, most }) => limit !== null && limit <= most) ? '; a broken line: the limit' : '';
  return markup`<h2>Results</h2>
<table class="rows"><caption>The dot is the estimate, the bar its 95 % interval${bound}</caption><thead><tr><th scope="col">${settingTitle(axis.path)}</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** The first setting changes slowest. */
function maps(first: Axis, second: Axis, { variants, marks, measureNames }: Omit<Swept, 'axes'>): Markup {
  const cellOf = (row: number, column: number) => row * second.values.length + column;
  // Paper is higher than it is wide.
  const isTurned = second.values.length > first.values.length;
  const [down, across] = isTurned ? [second, first] : [first, second];
  const placeOf = (row: number, column: number) => (isTurned ? cellOf(column, row) : cellOf(row, column));
  const hasIntervals = across.values.length <= 8;
  const one = (name: string) => {
    const { unit } = measureInfo(name);
    const estimates = variants.map(({ measures }) => measures[name] ?? UNKNOWN);
    const known = estimates.flatMap(({ value }) => value ?? []);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const cell = (row: number, column: number) => {
      const index = placeOf(row, column);
      const estimate = estimates[index] ?? UNKNOWN;
      const mark = markOf(marks, index);
      const part = estimate.value === null || most === least ? 0 : (estimate.value - least) / (most - least);
      const { ground, ink } = heatColour(part, 'light');
      const interval = hasIntervals ? markup`<small>${intervalText(unit, estimate)}</small>` : null;
      return markup`<td style="background:${ground};color:${ink}"${mark === null ? null : markup` class="marked"`}>${measureText(unit, estimate.value)}${interval}${markText(marks, index)}</td>`;
    };
    const rows = down.values.map(
      (value, row) =>
        markup`<tr><th scope="row">${valueText(down.path, value)}</th>${across.values.map((_, column) => cell(row, column))}</tr>`,
    );
    return markup`<table class="map"><caption>${measureTitle(measureInfo(name))}: the darker, the more</caption>
<thead><tr><th scope="col">${settingTitle(down.path)} ↓ · ${settingTitle(across.path)} →</th>${across.values.map((value) => markup`<th scope="col">${valueText(across.path, value)}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
  };
  return markup`<h2>Results</h2>${measureNames.map(one)}`;
}
