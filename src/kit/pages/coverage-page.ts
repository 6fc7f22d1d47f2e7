/** `#/scenarios/coverage`, and `…/workspace`: what scenarios exercise, or what has happened in this workspace, of all that can happen. */
import type { Locator, Page } from '@playwright/test';

type Part = 'State table' | 'Endings' | 'Rules' | 'Settings';

export class CoveragePage {
  readonly region: Locator;
  /** What it comes to, in a sentence. */
  readonly inShort: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Coverage', exact: true });
    this.inShort = this.region.getByRole('status').first();
    this.search = this.region.getByRole('searchbox', { name: 'Search coverage', exact: true });
  }

  /** Shows a part; resolves to its table. */
  async show(part: Part): Promise<Locator> {
    await this.region.getByRole('tab', { name: new RegExp(`^${part}`) }).click();
    return this.region.getByRole('tabpanel').getByRole('table');
  }
}
