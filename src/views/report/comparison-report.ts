/** A decision report of several runs side by side. */
import { counted } from '../../shared/counted.ts';
import { ASSUMPTIONS } from '../lab/assumptions.ts';
import { besideEachOther } from '../lab/beside-each-other.ts';
import { markup } from './markup.ts';
import type { ReportedStudy } from './model.ts';
import { inShort, reportPage } from './page.ts';
import { repeat } from './repeat.ts';
import { settings } from './settings.ts';
import { sideBySide } from './side-by-side.ts';

/** The page of at least one run; their variants together are few enough to be seen side by side. */
export function comparisonReport(studies: readonly ReportedStudy[]): string {
  const variants = besideEachOther(studies).map(({ variant }) => variant);
  const details = studies.map((study) => markup`<h2>${study.name}</h2>${settings(study)}${repeat(study)}`);
  return reportPage({
    title: 'Runs side by side',
    question: `How do ${counted(variants.length, 'variant')} of ${counted(studies.length, 'run')} compare?`,
    main: markup`${inShort(studies.flatMap(({ name, headline }) => headline.map((sentence) => `${name}: ${sentence}`)))}
${sideBySide(variants, [], [])}
<h2>Assumptions</h2>
<ul class="assumed">${[...ASSUMPTIONS, 'Runs are not paired: a small difference between two of them may be chance.'].map((sentence) => markup`<li>${sentence}</li>`)}</ul>
${details}`,
  });
}
