/** A decision report: the question, the answer, charts and their figures, settings, assumptions and how to repeat it. */
import { counted } from '../../shared/counted.ts';
import { ASSUMPTIONS, launchWords } from '../lab/assumptions.ts';
import { bestOf } from '../lab/best.ts';
import { settingTitle, valueText } from '../lab/change-words.ts';
import { marksOf } from '../lab/marks.ts';
import { measureInfo, measureTitle } from '../lab/measure-words.ts';
import { candidatesFor, hasGoal, isAnyChosen, recommend } from '../lab/recommend.ts';
import { figuresInWords, GOAL_MISSING, limitInWords, NONE_KEEPS, SURENESS_WORDS } from '../lab/recommend-words.ts';
import { lowerFirst, upperFirst } from '../words/figures.ts';
import { inUse, otherwiseNow } from './in-use.ts';
import { type Markup, markup } from './markup.ts';
import type { ReportedStudy } from './model.ts';
import { inShort, reportPage } from './page.ts';
import { questionOf } from './question.ts';
import { repeat } from './repeat.ts';
import { settings } from './settings.ts';
import { sideBySide } from './side-by-side.ts';
import { sweep } from './sweep.ts';

/** The page of a study of which at least one trial was played. The same study gives the same page, byte for byte. */
export function decisionReport(study: ReportedStudy): string {
  const { name, headline, axes, variants, sentences, measureNames } = study;
  const isSweep = axes.length > 0;
  return reportPage({
    title: name,
    question: questionOf(study),
    main: markup`${inShort(headline)}
${recommendation(study)}
${inUse(study)}
${isSweep ? sweepResults(study) : sideBySide(variants, sentences, measuresAsked(study, measureNames))}
${settings(study)}
${otherwiseNow(study)}
<h2>Assumptions</h2>
<ul class="assumed">${[launchSentence(study), ...ASSUMPTIONS].map((sentence) => markup`<li>${sentence}</li>`)}</ul>
${repeat(study)}`,
  });
}

const launchSentence = (study: ReportedStudy) => {
  const { playedCount, variants } = study;
  const each = variants.length > 1 ? ' of each variant' : '';
  return `${counted(playedCount, 'trial')}${each}, ${launchWords(study)}.`;
};

/** What was asked for, as measures. */
const measuresAsked = ({ wish }: ReportedStudy, measureNames: readonly string[]) => [
  ...new Set([...wish.limits.map(({ measure }) => measure), ...measureNames]),
];

function sweepResults(study: ReportedStudy): Markup | null {
  const { axes, variants, now, wish, measureNames } = study;
  const asked = measuresAsked(study, measureNames);
  const shown = asked.length > 0 ? [...asked, wish.cost] : usualMeasures(study);
  return sweep({
    axes,
    variants,
    limits: wish.limits,
    marks: marksOf(study, now, bestOf(study, wish)),
    measureNames: [...new Set(shown)],
    mapped: asked.length > 0 ? asked : shown,
  });
}

/** Where nobody asked for any: what the headline speaks of, and how long success takes. */
function usualMeasures({ axes, variants }: ReportedStudy): string[] {
  const isEscalated = variants.some(({ measures }) => (measures.escalatedPer1000?.value ?? 0) > 0);
  const spoken = isEscalated ? 'escalatedPer1000' : 'doneSuccessfully';
  return [...(axes[0]?.path === 'outage' ? ['connected'] : []), spoken, 'timeToSuccess.p95'];
}

/** What is wished for, and the variant that keeps it best; nothing where nothing is wished for, or nobody can choose. */
function recommendation({ axes, variants, wish: { limits, cost, given } }: ReportedStudy): Markup | null {
  if (limits.length === 0 || (axes.length > 0 && !isAnyChosen(axes))) return null;
  const candidates = candidatesFor(variants, given);
  const { better } = measureInfo(cost);
  const found = hasGoal(limits) ? recommend(candidates, limits, { measure: cost, better }) : null;
  const variant = found?.index == null ? undefined : candidates[found.index];
  const best = `${better === 'lower' ? 'of those, the least' : 'of those, the most'} ${lowerFirst(measureTitle(measureInfo(cost)))}`;
  const taken =
    given === null
      ? []
      : [`Taken as given: ${lowerFirst(settingTitle(given.path))} ${valueText(given.path, given.value)}`];
  const answer =
    found === null
      ? markup`<p>${GOAL_MISSING}</p>`
      : variant === undefined || found.sureness === 'none'
        ? markup`<p>${NONE_KEEPS}</p>`
        : markup`<p><strong>${upperFirst(variant.name)}</strong> ${SURENESS_WORDS[found.sureness]}.</p>
<p>${figuresInWords(variant.measures, [...limits.map(({ measure }) => measure), cost])}.</p>`;
  return markup`<h2>Recommended</h2>
<div class="answer">${answer}</div>
<p class="note">Asked for: ${[...limits.map(limitInWords), best, ...taken].join('; ')}.</p>`;
}
