/** `#/dashboard`: what happened so far, in figures and over virtual time. */
import type { Locator, Page } from '@playwright/test';

type Chart = 'Endings' | 'Throughput' | 'Queue lengths' | 'Queue ages' | `Calls to ${string}`;

export class DashboardPage {
  readonly region: Locator;
  /** `Cases`, `Actions`, `Done Successfully`, `Waiting for people`, `Needs attention`. */
  readonly figures: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Dashboard', exact: true });
    this.figures = this.region.getByLabel('In figures', { exact: true });
  }

  chart(name: Chart): Locator {
    return this.region.getByRole('region', { name, exact: true });
  }
  /** A chart as figures. */
  async table(name: Chart): Promise<Locator> {
    const table = this.chart(name).getByRole('table', { name, exact: true });
    if (!(await table.isVisible())) await this.chart(name).getByRole('button', { name: 'Table', exact: true }).click();
    return table;
  }
}
