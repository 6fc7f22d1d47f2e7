/** The results of a sweep: of one setting, a row for each value; of two, a map of each measure. */
import { counted } from '../../shared/counted.ts';
import { type Estimate, type Limit, type RunInfo, UNKNOWN, type VariantResult } from '../../shared/lab.ts';
import { settingTitle, valueText } from '../lab/change-words.ts';
import { heatColour } from '../lab/heat-colour.ts';
import { type Marks, markOf, marksAt } from '../lab/marks.ts';
import { measureInfo, measureTitle } from '../lab/measure-words.ts';
import { limitInWords } from '../lab/recommend-words.ts';
import { measureText } from '../words/figure-text.ts';
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
  /** Those of them that deserve a map, which takes a third of a page. */
  readonly mapped: readonly string[];
}

type Axis = RunInfo['axes'][number];

export function sweep({ axes: [first, second], ...swept }: Swept): Markup | null {
  if (first === undefined) return null;
  return second === undefined ? lines(first, swept) : maps(first, second, swept);
}

/** Whether a measure tells variants apart: not all intervals have a figure in common. */
function tellsApart(variants: Swept['variants'], name: string): boolean {
  const known = knownOf(variants, name);
  const highestLow = Math.max(...known.map(({ value, low }) => low ?? value ?? 0));
  const lowestHigh = Math.min(...known.map(({ value, high }) => high ?? value ?? 0));
  return highestLow > lowestHigh;
}

/** Whether dots on a scale from 0 lie visibly apart. */
function isSeen(variants: Swept['variants'], name: string): boolean {
  const figures = knownOf(variants, name).map(({ value }) => value ?? 0);
  return tellsApart(variants, name) && Math.min(...figures) < 0.9 * highestOf(variants, name);
}

const highestOf = (variants: Swept['variants'], name: string) =>
  Math.max(0, ...knownOf(variants, name).map(({ value, high }) => high ?? value ?? 0));

const knownOf = (variants: Swept['variants'], name: string): Estimate[] =>
  variants.flatMap(({ measures: { [name]: estimate } }) =>
    estimate == null || estimate.value === null ? [] : estimate,
  );

/** Of a measure that does not tell variants apart, or need not be drawn: its range. */
function rangeText(variants: Swept['variants'], name: string): string {
  const info = measureInfo(name);
  const figures = knownOf(variants, name).map(({ value }) => value ?? 0);
  const title = measureTitle(info);
  if (figures.length === 0) return `${title}: no figure with any variant`;
  const [least, most] = [Math.min(...figures), Math.max(...figures)].map((figure) => measureText(info.unit, figure));
  const isEach = figures.length === variants.length;
  const range = least === most ? `${least}${isEach ? ' with every variant' : ''}` : `${least} to ${most}`;
  return isEach
    ? `${title}: ${range}`
    : `${title}: ${range}, no figure with ${variants.length - figures.length} of ${counted(variants.length, 'variant')}`;
}

const ranges = (variants: Swept['variants'], names: readonly string[]) =>
  names.length === 0 ? null : markup`<p class="note">${names.map((name) => rangeText(variants, name)).join('; ')}.</p>`;

/** Two measures are drawn; the others are told in figures. */
const DRAWN = 2;

function lines(axis: Axis, { variants, marks, limits, measureNames }: Omit<Swept, 'axes'>): Markup {
  const isLimited = (name: string) => limits.some(({ measure }) => measure === name);
  const drawn = measureNames
    .filter((name) => isLimited(name) || isSeen(variants, name))
    .slice(0, DRAWN)
    .map((name) => {
      const limit = limits.find(({ measure }) => measure === name)?.value ?? null;
      const highest = highestOf(variants, name);
      // A limit far beyond all figures would push them into a corner.
      const most = limit !== null && limit <= highest * 2 ? Math.max(highest, limit) : highest;
      return { name, limit, most };
    });
  const rows = variants.map(({ measures }, index) => {
    const mark = markOf(marks, index);
    const cells = measureNames.map((name) => {
      const scale = drawn.find((each) => each.name === name);
      const bar = scale && estimateBar(measures[name] ?? UNKNOWN, { ...scale, isMarked: mark !== null });
      return figureCell(measureInfo(name).unit, measures[name], bar ?? null);
    });
    const value = upperFirst(valueText(axis.path, axis.values[index] ?? null));
    const note = mark === null ? null : markup` <small>${mark}</small>`;
    return markup`<tr><th scope="row">${value}${note}</th>${cells}</tr>`;
  });
  const heads = measureNames.map((name) => markup`<th scope="col">${measureTitle(measureInfo(name))}</th>`);
  const bound = drawn.some(({ limit, most }) => limit !== null && limit <= most) ? '; a broken line: the limit' : '';
  return markup`<h2>Results</h2>
<div class="wide"><table><caption>${drawn.length === 0 ? 'With 95 % intervals' : 'The dot is the estimate, the bar its 95 % interval'}${bound}</caption><thead><tr><th scope="col">${settingTitle(axis.path)}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Short enough for a narrow cell; the caption says what each means. */
const SYMBOLS: Readonly<Record<string, string>> = {
  now: '●',
  'when it ran': '○',
  recommended: '◆',
  'best tried': '◇',
};

/** A map of each measure that is asked for and tells variants apart; of the others their range. The first setting changes slowest. */
function maps(
  first: Axis,
  second: Axis,
  { variants, marks, limits, measureNames, mapped }: Omit<Swept, 'axes'>,
): Markup {
  const cellOf = (row: number, column: number) => row * second.values.length + column;
  // Paper is higher than it is wide.
  const isTurned = second.values.length > first.values.length;
  const [down, across] = isTurned ? [second, first] : [first, second];
  const placeOf = (row: number, column: number) => (isTurned ? cellOf(column, row) : cellOf(row, column));
  const words = [...new Set(variants.flatMap((_, index) => marksAt(marks, index)))];
  const key = words.map((word) => `${SYMBOLS[word]} ${word}`).join(', ');
  const one = (name: string) => {
    const { unit } = measureInfo(name);
    const estimates = variants.map(({ measures }) => measures[name] ?? UNKNOWN);
    const known = estimates.flatMap(({ value }) => value ?? []);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const cell = (row: number, column: number) => {
      const index = placeOf(row, column);
      const estimate = estimates[index] ?? UNKNOWN;
      const symbols = marksAt(marks, index).map((word) => SYMBOLS[word]);
      const part = estimate.value === null || most === least ? 0 : (estimate.value - least) / (most - least);
      const { ground, ink } = heatColour(part, 'light');
      const marked = symbols.length === 0 ? null : markup` class="marked"`;
      const text = [measureText(unit, estimate.value), ...symbols].join(' ');
      return markup`<td style="background:${ground};color:${ink}"${marked}>${text}</td>`;
    };
    const rows = down.values.map(
      (value, row) =>
        markup`<tr><th scope="row">${valueText(down.path, value)}</th>${across.values.map((_, column) => cell(row, column))}</tr>`,
    );
    const limit = limits.find(({ measure }) => measure === name);
    const caption = [
      limit === undefined ? measureTitle(measureInfo(name)) : limitInWords(limit),
      'the darker, the more',
      key,
    ];
    return markup`<div class="wide" tabindex="0" role="group" aria-label="${measureTitle(measureInfo(name))}"><table class="map"><caption>${caption.filter((part) => part !== '').join('; ')}</caption>
<thead><tr><th scope="col" rowspan="2" class="axis">${settingTitle(down.path)}</th><th scope="colgroup" colspan="${across.values.length}">${settingTitle(across.path)}</th></tr>
<tr>${across.values.map((value) => markup`<th scope="col">${valueText(across.path, value)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
  };
  const telling = mapped.filter((name) => tellsApart(variants, name));
  const others = measureNames.filter((name) => !telling.includes(name));
  return markup`<h2>Results</h2>${telling.map(one)}${ranges(variants, others)}`;
}
