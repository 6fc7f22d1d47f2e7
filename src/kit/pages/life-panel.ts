/** One life of a study, beside the Lab (*Show one*): to look at only. */
import type { Locator, Page } from '@playwright/test';

export class LifePanel {
  readonly region: Locator;
  readonly errorBar: Locator;
  readonly marks: Locator;
  readonly openAsScenarioButton: Locator;
  readonly closeButton: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('complementary', { name: /^Trial \d+ of / });
    this.errorBar = this.region.getByRole('alert', { name: 'Connection error', exact: true });
    this.marks = this.region.getByRole('listbox', { name: 'Marks of the timeline', exact: true });
    this.openAsScenarioButton = this.region.getByRole('button', { name: 'Open as a scenario', exact: true });
    this.closeButton = this.region.getByRole('button', { name: 'Close', exact: true });
  }
}
