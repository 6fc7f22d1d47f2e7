/** What was configured when a study was played, beside the values it tried. */
import { VARIABLE_SETTINGS } from '../../shared/variable-settings.ts';
import { settingTitle, valueText } from '../lab/change-words.ts';
import { presentValue } from '../lab/present.ts';
import { behaviourInShort } from '../words/api-words.ts';
import { distributionInWords } from '../words/distribution-words.ts';
import { upperFirst } from '../words/figures.ts';
import { outageInWords } from '../words/outage-words.ts';
import { definitions } from './definitions.ts';
import { type Markup, markup } from './markup.ts';
import type { ReportedStudy } from './model.ts';

export function settings({
  variants,
  configured,
  now,
  externalApiName,
}: Pick<ReportedStudy, 'variants' | 'configured' | 'now' | 'externalApiName'>): Markup {
  const tried = triedValues(variants);
  const then = now === null ? 'As configured' : 'When it ran';
  const isChanged =
    now !== null && [...tried.keys()].some((path) => presentText(path, now) !== presentText(path, configured));
  const rows = [...tried].map(([path, values]) => {
    const cells = [presentText(path, configured), values.join('; '), ...(isChanged ? [presentText(path, now)] : [])];
    return markup`<tr><th scope="row">${settingTitle(path)}</th>${cells.map((cell) => markup`<td>${cell ?? '–'}</td>`)}</tr>`;
  });
  const table =
    rows.length === 0
      ? null
      : markup`<table><thead><tr><th scope="col">Setting</th><th scope="col">${then}</th><th scope="col">Tried</th>${isChanged ? markup`<th scope="col">Now</th>` : null}</tr></thead><tbody>${rows}</tbody></table>`;
  const others = VARIABLE_SETTINGS.flatMap(({ path }) => {
    const text = tried.has(path) ? null : presentText(path, configured);
    return text === null ? [] : [[settingTitle(path), text] as const];
  });
  const { outages = [], random } = configured.externalApi;
  return markup`<h2>Settings</h2>
${table}
${definitions(others)}
<p>External API ${externalApiName}: ${behaviourInShort(configured.externalApi)}.</p>
${random === undefined ? null : markup`<p>Time until it accepts a call: ${distributionInWords(random.acceptAfter)}. From then until it responds: ${distributionInWords(random.responseAfter)}.</p>`}
${outages.length < 2 ? null : markup`<ul>${outages.map((outage) => markup`<li>${upperFirst(outageInWords(outage))}</li>`)}</ul>`}`;
}

/** What is configured as the form shows it; `null` where there is no such setting. */
export function presentText(path: string, configured: ReportedStudy['configured']): string | null {
  const present = presentValue(path, configured);
  return present === undefined ? null : upperFirst(valueText(path, present));
}

/** The values of each setting that any variant changes, in words. */
function triedValues(variants: ReportedStudy['variants']): Map<string, string[]> {
  const changes = variants.flatMap((variant) => variant.changes);
  const byPath = Map.groupBy(changes, ({ path }) => path);
  return new Map(
    [...byPath].map(([path, all]) => [path, [...new Set(all.map(({ value }) => valueText(path, value)))]]),
  );
}
