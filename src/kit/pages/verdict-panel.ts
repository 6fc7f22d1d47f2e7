/** What settings lead to, beside the form of an Action type: the verdict, an outage to try out, and the odds. */
import type { Locator, Page } from '@playwright/test';

export class VerdictPanel {
  /** If the API never connects. */
  readonly verdict: Locator;
  readonly ruler: Locator;
  /** If the API is down for a while. */
  readonly outage: Locator;
  readonly outageLasts: Locator;
  /** Where the API behaves at random, there too. */
  readonly odds: Locator;

  constructor(page: Page) {
    this.verdict = page.getByRole('region', { name: 'Verdict', exact: true });
    this.ruler = this.verdict.getByRole('img').first();
    this.outage = page.getByRole('region', { name: 'Outage', exact: true });
    this.outageLasts = this.outage.getByRole('textbox', { name: 'Outage lasts', exact: true });
    this.odds = page.getByRole('region', { name: 'Odds', exact: true });
  }

  /** A row of the odds: `/^To Do: Timeout/`. */
  oddsOf(ending: string | RegExp): Locator {
    return this.odds.getByRole('row', { name: ending });
  }
}
