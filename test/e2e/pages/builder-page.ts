/** `#/builder`: the Action types and their retry patterns. */
import type { Locator, Page } from '@playwright/test';

export class BuilderPage {
  readonly region: Locator;
  readonly maximum: Locator;
  readonly saveButton: Locator;
  readonly actionTypes: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Builder', exact: true });
    this.maximum = this.region.getByRole('spinbutton', { name: 'Maximum retries' });
    this.saveButton = this.region.getByRole('button', { name: 'Save', exact: true });
    this.actionTypes = page.getByRole('table', { name: 'Action types', exact: true });
  }

  ownPattern(isOwn: boolean): Locator {
    const name = isOwn ? 'Has its own' : 'Follows the system-wide pattern';
    const pattern = this.region.getByRole('radiogroup', { name: 'Retry pattern', exact: true });
    return pattern.getByRole('radio', { name, exact: true });
  }
}
