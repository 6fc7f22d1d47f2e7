/** `#/settings`: the retry pattern that all follow, and what saving it will do to live Actions. */
import type { Locator, Page } from '@playwright/test';

export class SettingsPage {
  readonly region: Locator;
  readonly maximum: Locator;
  readonly saveButton: Locator;
  readonly undoButton: Locator;
  readonly intervals: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Settings', exact: true });
    this.maximum = this.region.getByRole('spinbutton', { name: 'Maximum retries' });
    this.saveButton = this.region.getByRole('button', { name: 'Save', exact: true });
    this.undoButton = this.region.getByRole('button', { name: 'Undo', exact: true });
    this.intervals = this.region.getByRole('table', { name: 'Intervals' });
  }

  /** What saving will do to live Actions. */
  impact(sentence: string | RegExp): Locator {
    return this.region.getByRole('status').filter({ hasText: sentence });
  }
}
