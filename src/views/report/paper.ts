/** The look of a report: light, for screens and paper alike; nothing is loaded and nothing runs. */
import type { Ending } from '../../shared/lab.ts';
import { Markup } from './markup.ts';

/** The light colours of endings on screen. */
export const ENDING_COLOURS: Readonly<Record<Ending, string>> = {
  'Done Successfully': '#2f9440',
  'Not Done Successfully': '#d33030',
  'No response returned': '#7d8590',
  'To Do: Updated by Integration': '#c27c00',
  'To Do: Timeout': '#8a5600',
  'Still waiting': '#7048e0',
};

/** The line of each variant, told apart by its dashes too. */
export const LINE_LOOKS: readonly { readonly stroke: string; readonly dash: string }[] = [
  { stroke: '#1f5fa8', dash: 'none' },
  { stroke: '#b3480f', dash: '7 3' },
  { stroke: '#1d7a4c', dash: '2 3' },
  { stroke: '#7a3fa0', dash: '9 3 2 3' },
  { stroke: '#8a1f45', dash: '4 4' },
  { stroke: '#5a5a5a', dash: '1 2' },
];

/** The printer's own paper, so that A4 and Letter both fill their pages. */
export const STYLE = new Markup(`
@page { margin: 10mm 14mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 48rem; padding: 2rem 1.25rem; background: #fff; color: #1c2430;
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
header { border-bottom: 2px solid #1f5fa8; padding-bottom: .6rem; }
header p { margin: 0; color: #4c545d; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: .15rem 0 .35rem; }
h2 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; break-after: avoid; }
h3 { font-size: inherit; margin: .35rem 0; }
p { margin: .35rem 0; }
ul { margin: .35rem 0; padding-left: 1.2rem; }
figure { margin: .5rem 0; break-inside: avoid; }
figcaption, .note { color: #4c545d; font-size: 12px; }
figcaption { break-after: avoid; }
.answer { border-left: 4px solid #1f5fa8; background: #eef4fb; padding: .5rem .9rem; break-inside: avoid; }
.answer p { margin: .15rem 0; }
.answer p:first-child { font-size: 1.05rem; }
.wide { overflow-x: auto; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0; font-size: 12px; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: #4c545d; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .5rem; border-bottom: 1px solid #d7dce2; }
thead th { border-bottom: 1px solid #7d8590; vertical-align: bottom; }
tr, svg { break-inside: avoid; }
thead { display: table-header-group; }
th { font-weight: 600; }
tbody th { font-weight: 500; }
.scaled { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: center; }
.scaled svg { width: 9rem; }
.scaled span { flex: 1 0 auto; }
td.whole { width: 75%; vertical-align: middle; }
small { color: #4c545d; font-weight: 400; font-size: inherit; white-space: nowrap; }
.scaled small { white-space: normal; }
.beside small { display: block; }
.map, .beside { table-layout: fixed; }
.beside thead td { width: 21%; }
.map { break-inside: avoid; }
.map th.axis { width: 18%; overflow-wrap: normal; hyphens: manual; }
.map td, .map thead th + th, .map tr + tr th[scope="col"] { text-align: center; white-space: nowrap; padding: .2rem .15rem; }
.marked { outline: 2px solid #b3480f; outline-offset: -2px; font-weight: 600; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0 1.25rem; margin: .4rem 0; font-size: 12px;
  font-variant-numeric: tabular-nums; }
dl div { display: flex; justify-content: space-between; gap: .75rem; border-bottom: 1px solid #d7dce2; padding: .15rem 0; break-inside: avoid; }
dt { color: #4c545d; }
dd { margin: 0; text-align: right; }
.figures { grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); }
.figures dt { color: inherit; }
.assumed { columns: 20rem; column-gap: 1.5rem; font-size: 12px; }
.assumed li { break-inside: avoid; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 11px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: #4c545d; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; font-size: 12px; }
.legend svg { display: inline-block; width: 24px; height: 12px; vertical-align: -1px; margin-right: .35rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f5f7; padding: .5rem .75rem; font-size: 11.5px; margin: .4rem 0; break-inside: avoid; }
@media print {
  html { font-size: 12px; }
  body { max-width: none; padding: 0; font-size: 8.5pt; line-height: 1.3; }
  header { padding-bottom: .3rem; }
  h2 { font-size: 10pt; margin: .4rem 0 .1rem; }
  p, ul, h3, .answer p { margin: .12rem 0; }
  .answer { padding: .3rem .7rem; }
  .answer p:first-child { font-size: 10pt; }
  table, dl, .assumed, .legend, figcaption, .note { font-size: 8pt; }
  table, dl { margin: .2rem 0; }
  th, td { padding: .04rem .35rem; }
  dl { grid-template-columns: repeat(3, 1fr); }
  dl div { padding: .05rem 0; }
  .figures { grid-template-columns: repeat(2, 1fr); }
  .assumed { columns: 2; }
  pre { font-size: 7.5pt; padding: .2rem .6rem; }
  figure svg { max-width: 140mm; }
  .pair { grid-template-columns: 1fr 1fr; }
  .wide { overflow: visible; }
}
@media (max-width: 40rem) { small { white-space: normal; } }
@media screen { .map { min-width: 40rem; } }
`);
