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

export const STYLE = new Markup(`
@page { size: A4; margin: 16mm 15mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem; background: #fff; color: #1c2430;
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
header { border-bottom: 2px solid #1f5fa8; padding-bottom: .75rem; }
header p { margin: 0; color: #4c545d; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: .15rem 0 .35rem; }
h2 { font-size: 1.05rem; margin: 1.6rem 0 .5rem; break-after: avoid; }
p { margin: .35rem 0; }
ul { margin: .35rem 0; padding-left: 1.2rem; }
figure { margin: .75rem 0; }
figcaption, .note { color: #4c545d; font-size: 12px; break-after: avoid; }
.answer { border-left: 4px solid #1f5fa8; background: #eef4fb; padding: .6rem .9rem; break-inside: avoid; }
.answer p { font-size: 1.05rem; }
.answer p + p { font-size: inherit; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: 12px; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: #4c545d; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #d7dce2; }
thead th { border-bottom: 1px solid #7d8590; vertical-align: bottom; }
tr, svg { break-inside: avoid; }
thead { display: table-header-group; }
th { font-weight: 600; }
tbody th { font-weight: 500; min-width: 6rem; }
td.bar { min-width: 6rem; width: 24%; vertical-align: middle; }
td.whole { width: 70%; vertical-align: middle; }
td small, th small { display: block; color: #4c545d; font-weight: 400; overflow-wrap: normal; }
.map, .beside { table-layout: fixed; }
.map th, .beside th { min-width: 0; }
.beside thead td { width: 21%; }
.rows { overflow-wrap: break-word; }
.map td { text-align: center; }
.map td small { color: inherit; }
.marked { outline: 2px solid #b3480f; outline-offset: -2px; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 11px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: #4c545d; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; font-size: 12px; }
.legend svg { display: inline-block; width: 24px; height: 12px; vertical-align: -1px; margin-right: .35rem; }
pre { white-space: pre-wrap; background: #f3f5f7; padding: .6rem .75rem; font-size: 11.5px; margin: .5rem 0; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h2 { margin-top: 1.1rem; }
  table { font-size: 8.5pt; }
  th, td { padding: .15rem .4rem; }
}
`);
