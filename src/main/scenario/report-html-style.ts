import { Markup } from '../../views/report/markup.ts';

/** The look of the page: one column on a phone; the reader's system chooses light or dark. */
export const STYLE = new Markup(`
:root { color-scheme: light dark; --ground: #fff; --raised: #f5f7fa; --text: #1c2430; --faint: #4c545d; --line: #d7dce2;
  --good: #1d6b2c; --bad: #b3231f; --warn: #8a5600; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --raised: #1d232a; --text: #e6eaef; --faint: #a4aeb9;
  --line: #38424d; --good: #6ccf7e; --bad: #ff8a80; --warn: #f0b65a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 1rem; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
header { border-left: 6px solid var(--good); padding-left: .75rem; margin-bottom: 1rem; }
header.failed { border-color: var(--bad); }
header p { margin: 0; color: var(--faint); }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1rem 0 .25rem; font-size: 1rem; }
details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; padding: 0 .75rem; }
details[open] { padding-bottom: .75rem; }
summary { padding: .6rem 0; cursor: pointer; }
summary:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
.mark { color: var(--good); font-weight: 700; }
.failed > summary .mark { color: var(--bad); }
small { color: var(--faint); font-size: .875rem; }
.finding { border-left: 4px solid var(--bad); background: var(--raised); margin: .5rem 0; padding: .4rem .75rem; }
.finding p { margin: 0; font-weight: 600; }
p.finding { font-weight: 600; }
.warning { border-color: var(--warn); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; margin: .25rem 0 0; }
dt { color: var(--faint); }
dd { margin: 0; }
code { font: .9em ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li { display: grid; grid-template-columns: 7rem 10rem 1fr; gap: 0 .75rem; padding: .2rem 0; border-bottom: 1px solid var(--line); }
time { font-variant-numeric: tabular-nums; color: var(--faint); }
.kind { color: var(--faint); }
@media (max-width: 40rem) { li { grid-template-columns: 1fr auto; } li > :last-child { grid-column: 1 / -1; } .kind { text-align: right; } }
@media print { details { break-inside: avoid; } }
`);
