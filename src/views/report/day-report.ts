/** A report of a working day: who gets how much work, when, and what an outage makes of it. */
import { counted } from '../../shared/counted.ts';
import type { Definitions } from '../../shared/definitions.ts';
import type { Configured } from '../../shared/lab.ts';
import type { Band, DayRequest, DayRun } from '../../shared/lab-day.ts';
import { clockLabel, spanText } from '../lab/day/clock-label.ts';
import { ageText, averageText, dayFigures } from '../lab/day/day-figures.ts';
import { type DayWay, waysOf } from '../lab/day/day-ways.ts';
import { outageSentences } from '../lab/day/outage-sentence.ts';
import { type PersonRow, personRows } from '../lab/day/person-rows.ts';
import { share } from '../words/figures.ts';
import { exactDuration } from '../words/time-words.ts';
import { lineSwatch } from './charts.ts';
import { clockChart } from './clock-chart.ts';
import { definitions } from './definitions.ts';
import { type Markup, markup } from './markup.ts';
import { inShort, reportPage } from './page.ts';
import { settings } from './settings.ts';

export interface ReportedDays {
  /** At least one day of it was played. */
  readonly run: DayRun;
  readonly configured: Configured;
  readonly externalApiName: string;
  /** Those of whom the people are. */
  readonly users: Definitions['users'];
}

/** The page; the same days give the same page, byte for byte. */
export function dayReport(days: ReportedDays): string {
  const { run, configured, externalApiName } = days;
  const { request, startAt } = run;
  const { actionTypeName, lengthMs } = request;
  return reportPage({
    title: `Working day: ${actionTypeName}`,
    question: `How much work does ${actionTypeName} leave for people from ${spanText(startAt, lengthMs)}, and who copes with it?`,
    main: markup`${inShort(outageSentences(run) ?? withoutOutage(run))}
${figures(run)}
<h2>Over the clock</h2>
${chartNote(run)}
<div class="pair">${chart(run, 'waiting', 'Items that wait')}${chart(run, 'oldestMs', 'Age of the oldest item')}</div>
${people(run)}
<h2>The day</h2>
${definitions(theDay(days))}
${settings({ variants: [], configured, now: null, externalApiName })}
<h2>Assumptions</h2>
<ul class="assumed">${ASSUMED.map((sentence) => markup`<li>${sentence}</li>`)}</ul>
<h2>Repeat it</h2>
<p class="note">${counted(run.playedCount, 'day')}, seed ${request.seed}. Working day in the Lab plays the same days again with the day and the settings above.</p>`,
  });
}

const ASSUMED = [
  'Launches come in at random, at the average given for each hour.',
  'How long an item takes is drawn around the average given for the person; each works one item at a time, the oldest first.',
  'An escalation is an item for the Case owner.',
  'Each way of the day is played on the same random draws.',
  'The External API does what is configured; its switch (Up, Down, Silent, Real) is ignored.',
];

/** Nothing is compared with an outage: what the day is like. */
function withoutOutage({ plain, request, startAt }: DayRun): string[] {
  if (plain === null) return [];
  const most = plain.points.reduce((one, other) => (other.waiting.median > one.waiting.median ? other : one));
  const at = clockLabel(startAt, request.lengthMs, most.afterMs);
  const waiting =
    most.waiting.median === 0
      ? 'On a median day nothing waits for long.'
      : `On a median day at most ${counted(most.waiting.median, 'item')} ${most.waiting.median === 1 ? 'waits' : 'wait'}, at ${at}.`;
  return [
    waiting,
    `Each day, on average, ${averageText(plain.handedOver)} are handed over and ${averageText(plain.escalated)} escalated; ${averageText(plain.leftOver)} are left over at the end.`,
  ];
}

function figures(run: DayRun): Markup {
  const ways = waysOf(run);
  const all = dayFigures(run);
  const rows = all.map(({ label, difference, ...played }) => {
    const cells = ways.map(({ key }) => markup`<td>${played[key] ?? '–'}</td>`);
    return markup`<tr><th scope="row">${label}</th>${cells}${difference === null ? null : markup`<td>${difference}</td>`}</tr>`;
  });
  const heads = ways.map(({ label }) => markup`<th scope="col">${label}</th>`);
  const difference = run.request.outage === null ? null : markup`<th scope="col">Difference</th>`;
  return markup`<h2>Figures</h2>
<div class="wide"><table><caption>A day, on average</caption><thead><tr><td></td>${heads}${difference}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function chart(run: DayRun, quantity: 'waiting' | 'oldestMs', title: string): Markup {
  const { request, startAt } = run;
  const { outage, lengthMs } = request;
  const ways = waysOf(run);
  const lines = ways.map(({ key }): readonly Band[] => (run[key]?.points ?? []).map((point) => point[quantity]));
  return markup`<figure><figcaption>${title}</figcaption>
${clockChart({
  name: `${title} over the clock`,
  afterMs: run.plain?.points.map((point) => point.afterMs) ?? [],
  lines,
  lengthMs,
  clock: (afterMs) => clockLabel(startAt, lengthMs, afterMs),
  text: quantity === 'oldestMs' ? ageText : (value) => value.toLocaleString('en'),
  isDuration: quantity === 'oldestMs',
  outage,
})}</figure>`;
}

/** What holds of both charts. */
function chartNote(run: DayRun): Markup {
  const ways = waysOf(run);
  const legend = ways.map(({ label }, index) => markup`<li>${lineSwatch(ways.length - 1 - index)}${label}</li>`);
  const ground = run.request.outage === null ? '' : '; grey: the day’s outage';
  return markup`<p class="note">Line: the median day; band: 8 of 10 days${ground}</p>
${ways.length === 1 ? null : markup`<ul class="legend">${legend}</ul>`}`;
}

function people(run: DayRun): Markup | null {
  const rows = personRows(run);
  if (rows.length === 0) return null;
  const ways = waysOf(run);
  const cell = (row: PersonRow, key: DayWay) => {
    const { [key]: person } = row;
    return markup`<td>${person === null ? '–' : `${share(person.busyShare)}, ${averageText(person.itemsPerDay)} items`}</td>`;
  };
  const body = rows.map(
    (row) =>
      markup`<tr><th scope="row">${row.name}</th><td>${row.hours}</td>${ways.map(({ key }) => cell(row, key))}</tr>`,
  );
  const heads = ways.map(({ label }) => markup`<th scope="col">${label}</th>`);
  return markup`<h2>People</h2>
<div class="wide"><table><caption>How busy in working hours, and items a day</caption><thead><tr><th scope="col">Person</th><th scope="col">Works</th>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function theDay({ run: { request, startAt }, users }: ReportedDays): [string, string][] {
  const { lengthMs, owner, outage, launchesPerHour } = request;
  const clock = (afterMs: number) => clockLabel(startAt, lengthMs, afterMs);
  return [
    ['Launches an hour', launchesInWords(launchesPerHour)],
    ['Case owner', owner],
    ['Outage of the day', outage === null ? 'None' : `${exactDuration(outage.forMs)} from ${clock(outage.fromMs)}`],
    ...request.people.map(({ name, perItemMs }): [string, string] => {
      const queues = users[name]?.queues ?? [];
      return [name, [`${exactDuration(perItemMs)} an item`, ...queues].join(', ')];
    }),
  ];
}

/** `12`, or hour by hour: `10, 20, then 5`. */
function launchesInWords(perHour: DayRequest['launchesPerHour']): string {
  const texts = perHour.map((each) => each.toLocaleString('en'));
  if (new Set(texts).size === 1) return texts[0] ?? '0';
  return `${texts.slice(0, -1).join(', ')}, then ${texts.at(-1)}`;
}
