/** A decision report: the question, the answer, charts and their figures, settings, assumptions and how to repeat it. */
import { ASSUMPTIONS, playedWords } from '../lab/assumptions.ts';
import { type Best, bestOf, speaking } from '../lab/best.ts';
import { settingTitle, valueText } from '../lab/change-words.ts';
import { marksOf } from '../lab/marks.ts';
import { measureInfo, measureTitle } from '../lab/measure-words.ts';
import { hasGoal, isAnyChosen } from '../lab/recommend.ts';
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
  const { name, headline, axes, variants, sentences, wish } = study;
  const isSweep = axes.length > 0;
  const best = bestOf(study, wish);
  const played = playedWords({ ...study, variantCount: variants.length });
  return reportPage({
    title: name,
    question: questionOf(study),
    main: markup`${inShort(headline)}
${recommendation(study, best)}
${inUse(study)}
${isSweep ? sweepResults(study, best) : sideBySide(variants, sentences, measuresAsked(study))}
${settings(study)}
${otherwiseNow(study)}
<h2>Assumptions</h2>
<ul class="assumed">${[played, ...ASSUMPTIONS].map((sentence) => markup`<li>${sentence}</li>`)}</ul>
${repeat(study)}`,
  });
}

/** What was asked for, as measures. */
const measuresAsked = ({ wish, measureNames }: ReportedStudy) => [
  ...new Set([...wish.limits.map(({ measure }) => measure), ...measureNames]),
];

function sweepResults(study: ReportedStudy, best: Best | null): Markup | null {
  const { axes, variants, now, wish } = study;
  const asked = measuresAsked(study);
  const shown = asked.length > 0 ? [...asked, wish.cost] : usualMeasures(study);
  return sweep({
    axes,
    variants,
    limits: wish.limits,
    marks: marksOf(study, now, best),
    measureNames: [...new Set(shown)],
    mapped: asked.length > 0 ? asked : shown,
  });
}

/** Where nobody asked for any: what the headline speaks of, and how long success takes. */
function usualMeasures({ axes, variants }: ReportedStudy): string[] {
  return [...(axes[0]?.path === 'outage' ? ['connected'] : []), speaking(variants).measure, 'timeToSuccess.p95'];
}

/** What is wished for, and the variant that keeps it best; nothing where nothing is wished for, or nobody can choose. */
function recommendation({ axes, variants, wish }: ReportedStudy, best: Best | null): Markup | null {
  const { limits, cost, given } = wish;
  if (limits.length === 0 || (axes.length > 0 && !isAnyChosen(axes))) return null;
  const info = measureInfo(cost);
  const most = `${info.better === 'lower' ? 'of those, the least' : 'of those, the most'} ${lowerFirst(measureTitle(info))}`;
  const variant = best === null ? undefined : variants[best.index];
  const taken =
    given === null
      ? []
      : [`Taken as given: ${lowerFirst(settingTitle(given.path))} ${valueText(given.path, given.value)}`];
  const answer = !hasGoal(limits)
    ? markup`<p>${GOAL_MISSING}</p>`
    : best === null || variant === undefined || best.sureness === 'none'
      ? markup`<p>${NONE_KEEPS}</p>`
      : markup`<p><strong>${upperFirst(variant.name)}</strong> ${SURENESS_WORDS[best.sureness]}.</p>
<p>${figuresInWords(variant.measures, [...limits.map(({ measure }) => measure), cost])}.</p>`;
  return markup`<h2>Recommended</h2>
<div class="answer">${answer}</div>
<p class="note">Asked for: ${[...limits.map(limitInWords), most, ...taken].join('; ')}.</p>`;
}
