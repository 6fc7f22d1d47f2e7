/** The report as one page that holds all it shows: what failed first, and what happened to every Action. */
import { counted } from '../../shared/counted.ts';
import { describeDuration } from '../../shared/duration.ts';
import { htmlDocument } from '../../views/report/document.ts';
import { type Markup, markup } from '../../views/report/markup.ts';
import { formatProblem } from './problem.ts';
import { STYLE } from './report-html-style.ts';
import { type ActionTimeline, expectationOf, type Failure, type ScenarioResult } from './result.ts';

/** It loads nothing and runs nothing; readable on a phone, light and dark as the reader's system is. */
export function reportHtml(results: readonly ScenarioResult[]): string {
  const failedCount = results.filter(({ passed }) => !passed).length;
  const verdict = failedCount === 0 ? `${results.length} passed` : `${failedCount} of ${results.length} failed`;
  const body = markup`<header class="${failedCount === 0 ? 'passed' : 'failed'}">
<p>Scenarios · Trigger Lab</p>
<h1>${verdict}</h1>
<p>${sums(results)}</p>
</header>
<main>
${[...results].sort((left, right) => Number(left.passed) - Number(right.passed)).map(scenario)}
</main>`;
  return htmlDocument({ title: `${verdict} – Trigger Lab`, style: STYLE, body });
}

function sums(results: readonly ScenarioResult[]): string {
  const warningCount = results.reduce((sum, { warnings }) => sum + warnings.length, 0);
  const wallMs = results.reduce((sum, result) => sum + result.wallMs, 0);
  return [
    counted(results.length, 'scenario'),
    ...(warningCount > 0 ? [counted(warningCount, 'warning')] : []),
    `${(wallMs / 1000).toFixed(1)} s`,
  ].join(' · ');
}

/** One that failed is open; the others open at a click. */
function scenario(result: ScenarioResult): Markup {
  const { title, file, passed, failures, warnings, problems = [], timelines = [] } = result;
  const open = passed ? null : markup` open`;
  const [mark, word] = passed ? ['✓', 'passed'] : ['✗', problems.length > 0 ? 'invalid' : 'failed'];
  const warned = warnings.length === 0 ? null : markup` · ${counted(warnings.length, 'warning')}`;
  return markup`<details class="${passed ? 'passed' : 'failed'}"${open}>
<summary><span class="mark" aria-hidden="true">${mark}</span> <b>${title}</b> <small>${word} · ${file} · ${describeDuration(result.virtualDurationMs)}${warned}</small></summary>
${problems.map((problem) => markup`<p class="finding">${formatProblem(problem)}</p>`)}
${failures.map((failure) => failed(file, failure))}
${warnings.map(({ line, message }) => markup`<p class="finding warning">Warning${at(file, line)}: ${message}</p>`)}
${timelines.map(timeline)}
</details>
`;
}

function failed(file: string, failure: Failure): Markup {
  const { step, line, expected, actual } = failure;
  const where = step === null ? null : markup`Step ${step}${at(file, line)}: `;
  return markup`<div class="finding"><p>${where}${expectationOf(failure)}</p>
<dl><dt>expected</dt><dd><code>${JSON.stringify(expected) ?? ''}</code></dd><dt>actual</dt><dd><code>${JSON.stringify(actual) ?? ''}</code></dd></dl></div>
`;
}

const at = (file: string, line: number | undefined): Markup | null =>
  line === undefined ? null : markup` (${file}:${line})`;

function timeline({ action, entries }: ActionTimeline): Markup {
  const rows = entries.map(
    ({ since, kind, who, text }) =>
      markup`<li><time>${since}</time><span class="kind">${kind}</span><span>${text} <small>${who}</small></span></li>
`,
  );
  return markup`<section aria-label="Timeline of ${action}"><h2>${action}</h2>
<ol>${rows}</ol></section>
`;
}
