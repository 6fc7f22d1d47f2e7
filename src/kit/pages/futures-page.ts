/** `#/futures`: two futures side by side. */
import type { Download, Locator, Page } from '@playwright/test';

export class FuturesPage {
  readonly #page: Page;
  readonly region: Locator;
  readonly left: Locator;
  readonly right: Locator;
  /** The two as they go apart; its name says when and how. */
  readonly picture: Locator;
  /** Of each Action that does not end alike in both. */
  readonly endings: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Compare futures', exact: true });
    this.left = this.region.getByRole('combobox', { name: 'Left', exact: true });
    this.right = this.region.getByRole('combobox', { name: 'Right', exact: true });
    this.picture = this.region.getByRole('img', { name: /^Two futures part at / });
    this.endings = this.region.getByRole('table', { name: 'How each Action ends', exact: true });
  }

  ending(actionRef: string): Locator {
    return this.endings.getByRole('row', { name: actionRef, exact: true });
  }
  async save(kind: 'SVG' | 'PNG'): Promise<Download> {
    const download = this.#page.waitForEvent('download');
    const chart = this.region.getByRole('region', { name: 'Two futures', exact: true });
    await chart.getByRole('button', { name: kind, exact: true }).click();
    return download;
  }
}
