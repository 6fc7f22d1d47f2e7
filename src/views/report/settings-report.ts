/** A report of two settings side by side, as *Compare* in the Builder shows them: worked out from the rules, nothing is played. */
import type { ActionType, Settings } from '../../shared/definitions.ts';
import { VARIABLE_SETTINGS } from '../../shared/variable-settings.ts';
import { advantages, compareFigures, type Side } from '../compare/figures.ts';
import { STORIES, STORY_WORDS } from '../compare/stories.ts';
import { settingTitle } from '../lab/change-words.ts';
import { survivalSentences, worstCaseSentences } from '../verdict/verdict.ts';
import { lowerFirst } from '../words/figures.ts';
import { callsChart } from './calls-chart.ts';
import { definitions } from './definitions.ts';
import { type Markup, markup } from './markup.ts';
import { reportPage } from './page.ts';
import { presentText } from './settings.ts';
import { shellWord } from './shell-word.ts';

/** One side; `name` is the saved Action type that it is, `null` where it is typed or the system-wide pattern. */
export interface ReportedSide {
  readonly side: Side;
  readonly title: string;
  readonly name: string | null;
  readonly actionType: ActionType;
}

/** The page; the same two sides give the same page, byte for byte. */
export function settingsReport(settings: Settings, sides: readonly [ReportedSide, ReportedSide]): string {
  const [a, b] = sides;
  return reportPage({
    title: `${a.title} or ${b.title}`,
    question: `Which settings suit better: A, ${a.title}, or B, ${b.title}?`,
    main: markup`${betterForWhat(settings, sides)}
<h2>Calls if the API never connects</h2>
${callsChart(settings, sides)}
<div class="pair">${sides.map((side) => inWords(settings, side))}</div>
${figures(settings, sides)}
${settingsCompared(settings, sides)}
<h2>Assumptions</h2>
<ul class="assumed">${ASSUMED.map((sentence) => markup`<li>${sentence}</li>`)}</ul>
${repeat(sides)}`,
  });
}

const ASSUMED = [
  'All of it follows from the settings: no trial is played, nothing is left to chance, and there is no seed.',
  'A call fails at once, so only the waits between calls take time; jitter is left out.',
  'Of an outage from launch on, every call within it fails, and the first after it connects.',
  'People do not step in: nobody clicks Retry or changes settings.',
];

type Sides = readonly [ReportedSide, ReportedSide];

function betterForWhat(settings: Settings, [a, b]: Sides): Markup {
  const found = advantages(settings, a.actionType, b.actionType);
  const stories = STORIES.map((story) => {
    const lines = found
      .filter((each) => each.story === story)
      .map(({ purpose, side, words }) => markup`<li>${purpose}: <strong>${side}</strong> ${words}.</li>`);
    const none = lines.length === 0 ? markup`<p>Both have the same results.</p>` : markup`<ul>${lines}</ul>`;
    return markup`<div><p>${STORY_WORDS[story]}:</p>${none}</div>`;
  });
  return markup`<h2>In short</h2>
<div class="answer">${stories}</div>`;
}

const inWords = (settings: Settings, { side, title, actionType }: ReportedSide) => {
  const sentences = [...worstCaseSentences(settings, actionType), ...survivalSentences(settings, actionType)];
  return markup`<div><h3>${side}: ${title}</h3><ul>${sentences.map((sentence) => markup`<li>${sentence}</li>`)}</ul></div>`;
};

function figures(settings: Settings, [a, b]: Sides): Markup {
  const all = compareFigures(settings, a.actionType, b.actionType);
  const bodies = STORIES.map((story) => {
    const rows = all
      .filter((figure) => figure.story === story)
      .map(
        ({ label, A, B, difference }) =>
          markup`<tr><th scope="row">${label}</th><td>${A}</td><td>${B}</td><td>${difference ?? 'the same'}</td></tr>`,
      );
    return markup`<tbody><tr><th scope="rowgroup" colspan="4">${STORY_WORDS[story]}</th></tr>${rows}</tbody>`;
  });
  return markup`<h2>Figures</h2>
<div class="wide"><table><caption>Times since launch</caption><thead><tr><th scope="col">Figure</th><th scope="col">A</th><th scope="col">B</th><th scope="col">Difference</th></tr></thead>${bodies}</table></div>`;
}

/** Those of the Action type and the system-wide ones, first what differs; what an API does is no part of the question. */
function settingsCompared(settings: Settings, sides: Sides): Markup {
  const all = VARIABLE_SETTINGS.filter(({ part }) => part !== 'externalApi').flatMap(({ path }) => {
    const [a, b] = sides.map(({ actionType }) => presentText(path, { actionType, settings, externalApi: NO_API }));
    return a == null || b == null ? [] : [{ title: settingTitle(path), a, b }];
  });
  const rows = all
    .filter(({ a, b }) => a !== b)
    .map(({ title, a, b }) => markup`<tr><th scope="row">${title}</th><td>${a}</td><td>${b}</td></tr>`);
  const table =
    rows.length === 0
      ? null
      : markup`<table><thead><tr><th scope="col">Setting</th><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>${rows}</tbody></table>`;
  const same = all.filter(({ a, b }) => a === b).map(({ title, a }) => [title, a] as const);
  return markup`<h2>Settings</h2>
${table}
<p class="note">The same for both</p>
${definitions(same)}`;
}

const NO_API = { url: '' };

function repeat(sides: Sides): Markup {
  const commands = sides.flatMap(({ name }) =>
    name === null ? [] : [`trigger-lab verdict FILE --action-type ${shellWord(name)}`],
  );
  const typed = sides.filter(({ name }) => name === null).map(({ side }) => side);
  const byHand =
    typed.length === 0 ? null : `For ${typed.join(' and ')}, type the settings above into Compare in the Builder.`;
  const byCommand =
    commands.length === 0
      ? null
      : `FILE is a scenario with the settings above: Export workspace on the screen Scenarios writes one.`;
  return markup`<h2>Repeat it</h2>
<p class="note">${[byHand, byCommand].filter((part) => part !== null).join(' ')}</p>
${commands.length === 0 ? null : markup`<pre>${commands.join('\n')}</pre>`}`;
}

/** The name of its file, without its time: `compare-post-invoice-and-system-wide-retry-pattern`. */
export const settingsReportName = ([a, b]: Sides): string =>
  `compare ${lowerFirst(a.title)} and ${lowerFirst(b.title)}`;
