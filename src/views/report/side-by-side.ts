/** The results of a few variants side by side: how they end, how long they take, how they differ, all figures. */
import {
  type Comparison,
  ENDINGS,
  type Estimate,
  type HandOver,
  isNothing,
  type Unit,
  type VariantResult,
} from '../../shared/lab.ts';
import { measureInfo, measureTitle } from '../lab/measure-words.ts';
import { differenceIntervalText, differenceText, intervalText, isClear, measureText } from '../words/figure-text.ts';
import { upperFirst } from '../words/figures.ts';
import { endingSwatch, endingsBar, lineSwatch, timesChart } from './charts.ts';
import { definitions } from './definitions.ts';
import { type Markup, markup } from './markup.ts';

const SHOWN = [
  'escalatedPer1000',
  'handedOverPer1000',
  'timeToSuccess.p50',
  'timeToSuccess.p95',
  'timeToEnd.p50',
  'timeToEnd.p95',
  'timeToConnection.p95',
  'longestSilence.p95',
  'callsPerLaunch',
  'failedCalls',
];

type Variants = readonly VariantResult[];

export function sideBySide(variants: Variants, sentences: readonly string[], measureNames: readonly string[]): Markup {
  return markup`${endings(variants)}${times(variants)}${differences(variants, sentences)}${figures(variants, measureNames)}`;
}

const presentIn = (variants: Variants) =>
  ENDINGS.filter((ending) => variants.some(({ summary }) => summary.outcomes[ending].share > 0));

function endings(variants: Variants): Markup {
  const present = presentIn(variants);
  const rows = variants.map(({ name, summary }) => {
    const parts = present
      .map((ending) => ({ ending, share: summary.outcomes[ending].share }))
      .filter((part) => part.share > 0);
    return markup`<tr><th scope="row">${upperFirst(name)}</th><td class="whole">${endingsBar(parts)}</td></tr>`;
  });
  const legend = present.map((ending) => markup`<li>${endingSwatch(ending)}${ending}</li>`);
  return markup`<h2>How they end</h2>
<table><caption>Share of trials by how they end, in the order of the legend</caption><tbody>${rows}</tbody></table>
<ul class="legend">${legend}</ul>`;
}

function times(variants: Variants): Markup | null {
  if (variants.every(({ ended }) => ended.length === 0)) return null;
  const legend = variants.map(({ name }, index) => markup`<li>${lineSwatch(index)}${upperFirst(name)}</li>`);
  return markup`<h2>How long they take</h2>
<figure><figcaption>Share of trials that have ended, by the time since launch; the figures are below</figcaption>${timesChart(variants)}
${variants.length === 1 ? null : markup`<ul class="legend">${legend}</ul>`}</figure>`;
}

const DIFFERENCES: readonly (readonly [keyof Comparison, string, Unit])[] = [
  ['escalatedPer1000', 'Escalated, per 1,000', 'per 1,000'],
  ['handedOverPer1000', 'Handed over, per 1,000', 'per 1,000'],
  ['doneSuccessfully', 'Done Successfully', 'share'],
  ['endsLaterMs', 'Ends later by, on average', 'duration'],
];

function differences([first, ...others]: Variants, sentences: readonly string[]): Markup | null {
  const compared = others.filter(({ comparison }) => comparison !== null);
  if (first === undefined || compared.length === 0) return null;
  const rows = DIFFERENCES.map(([key, title, unit]) => {
    const cells = compared.map(({ comparison }) => differenceCell(unit, comparison?.[key] ?? null));
    return markup`<tr><th scope="row">${title}</th>${cells}</tr>`;
  });
  return markup`<h2>Differences</h2>
<ul>${sentences.map((sentence) => markup`<li>${upperFirst(sentence)}</li>`)}</ul>
<div class="wide"><table class="beside"><caption>From ${first.name}, on the same chances, with 95 % intervals</caption>${head(compared)}<tbody>${rows}</tbody></table></div>`;
}

function differenceCell(unit: Unit, estimate: Estimate | null): Markup {
  if (estimate === null) return markup`<td>–</td>`;
  const words = isNothing(estimate)
    ? 'exactly the same'
    : isClear(estimate)
      ? differenceIntervalText(unit, estimate)
      : 'no clear difference';
  return markup`<td>${differenceText(unit, estimate.value)}<small>${words}</small></td>`;
}

interface FigureRow {
  readonly title: string;
  /** By variant. */
  readonly cells: readonly Markup[];
}

function figures(variants: Variants, measureNames: readonly string[]): Markup {
  const ofEndings = presentIn(variants).map((ending): FigureRow => {
    const cells = variants.map(({ summary }) => {
      const { share: value, low, high } = summary.outcomes[ending];
      return figure('share', { value, low, high });
    });
    return { title: ending, cells };
  });
  const measures = [...new Set([...SHOWN, ...measureNames])].map((name): FigureRow => {
    const info = measureInfo(name);
    const cells = variants.map(({ measures: { [name]: estimate } }) =>
      estimate === undefined ? NONE : figure(info.unit, estimate),
    );
    return { title: measureTitle(info), cells };
  });
  const handOver: FigureRow[] = variants.some((variant) => variant.handOver !== null)
    ? [{ title: 'Handed over to', cells: variants.map((variant) => markup`${handOverText(variant.handOver)}`) }]
    : [];
  const rows = [...ofEndings, ...measures, ...handOver];
  if (variants.length === 1) {
    const pairs = rows.map(({ title, cells }) => [title, cells[0] ?? NONE] as const);
    return markup`<h2>Figures</h2>
<p class="note">With 95 % intervals</p>
${definitions(pairs, 'figures')}`;
  }
  const body = rows.map(
    ({ title, cells }) =>
      markup`<tr><th scope="row">${title}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
  );
  return markup`<h2>Figures</h2>
<div class="wide"><table class="beside"><caption>With 95 % intervals</caption>${head(variants)}<tbody>${body}</tbody></table></div>`;
}

const NONE = markup`–`;

const head = (variants: Variants) =>
  markup`<thead><tr><td></td>${variants.map(({ name }) => markup`<th scope="col">${upperFirst(name)}</th>`)}</tr></thead>`;

/** A figure with its interval, after what draws it. */
export function figureCell(unit: Unit, estimate: Estimate | undefined, drawing: Markup | null): Markup {
  const words = estimate === undefined ? NONE : figure(unit, estimate);
  return drawing === null
    ? markup`<td>${words}</td>`
    : markup`<td><div class="scaled">${drawing}<span>${words}</span></div></td>`;
}

function figure(unit: Unit, estimate: Estimate): Markup {
  const interval = intervalText(unit, estimate);
  return markup`${measureText(unit, estimate.value)}${interval === '' ? null : markup` <small>(${interval})</small>`}`;
}

const handOverText = (handOver: HandOver | null) =>
  handOver === null ? '–' : [handOver.queue, handOver.assignee ?? 'nobody'].filter(Boolean).join(', ');
