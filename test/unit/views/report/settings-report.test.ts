/** What the Builder compares, as a page: the figures of the screen, what differs, how to repeat it. */
import { describe, expect, it } from 'vitest';
import { type ActionType, settings } from '../../../../src/shared/definitions.ts';
import { compareFigures } from '../../../../src/views/compare/figures.ts';
import { type ReportedSide, settingsReport } from '../../../../src/views/report/settings-report.ts';
import { MINUTE } from '../../../support/given.ts';

const SETTINGS = settings.parse({});
const POST: ActionType = {
  externalApi: 'erp',
  responseExpected: true,
  responseWithin: 30 * MINUTE,
  autoCompleteOnTimeout: false,
};
const patient: ActionType = { ...POST, retry: { ...SETTINGS.retry, max: 7 } };
const A: ReportedSide = { side: 'A', title: 'Post <invoice>', name: "post 'it'", actionType: POST };
const B: ReportedSide = { side: 'B', title: 'Typed', name: null, actionType: patient };

describe('a comparison of settings', () => {
  const page = settingsReport(SETTINGS, [A, B]);

  it('has every figure of the screen, with what differs', () => {
    for (const { label, A: a, B: b, difference } of compareFigures(SETTINGS, POST, patient)) {
      expect(page).toContain(
        `<th scope="row">${label}</th><td>${a}</td><td>${b}</td><td>${difference ?? 'the same'}</td>`,
      );
    }
    expect(page).toContain('<th scope="row">Maximum retries</th><td>5</td><td>7</td>');
    expect(page).toContain('<dt>Response expected within</dt><dd>30 min</dd>');
    expect(page).toContain('B</strong> survives up to 2 h 7 min from launch, A 31 min.');
  });

  it('says that there is no chance in it, and how to repeat what is saved and what was typed', () => {
    expect(page).toContain('nothing is left to chance, and there is no seed');
    expect(page).toContain(
      '<pre>trigger-lab verdict FILE --action-type &#39;post &#39;\\&#39;&#39;it&#39;\\&#39;&#39;&#39;</pre>',
    );
    expect(page).toContain('For B, type the settings above into Compare');
  });

  it('is one and the same for equal sides, and escapes what things are called', () => {
    expect(settingsReport(SETTINGS, [A, { ...A, side: 'B' }])).toContain('Both have the same results.');
    expect(page).toContain('<h1>Post &lt;invoice&gt; or Typed</h1>');
    expect(page).not.toMatch(/<script|<link|<img|\bon\w+=|url\(|href=/);
  });
});
