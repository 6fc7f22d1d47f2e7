/** `#/builder/compare?a=post&b=post`: two variants of settings side by side. */
import type { Locator, Page } from '@playwright/test';

type Side = 'A' | 'B';
type Story = 'If the API never connects' | 'If the API is down for a while';

export class ComparePage {
  readonly region: Locator;
  readonly duplicateButton: Locator;
  readonly betterForWhat: Locator;
  readonly figures: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Compare', exact: true });
    this.duplicateButton = this.region.getByRole('button', { name: 'Duplicate A to B', exact: true });
    this.betterForWhat = this.region.getByRole('region', { name: 'Better for what', exact: true });
    this.figures = this.region.getByRole('region', { name: 'Figures', exact: true });
  }

  variant(side: Side): Locator {
    return this.region.getByRole('region', { name: `Variant ${side}`, exact: true });
  }
  maximum(side: Side): Locator {
    return this.variant(side).getByRole('spinbutton', { name: 'Maximum retries', exact: true });
  }
  /** A ruler of each variant, in a story. */
  rulers(story: Story): Locator {
    return this.region
      .getByRole('region', { name: story, exact: true })
      .getByRole('img', { name: /^Ruler of variant/ });
  }
  /** Saves a side's settings as those of the Action type that one of the two started from. */
  async use(side: Side): Promise<void> {
    await this.variant(side)
      .getByRole('button', { name: /^Use these settings for/ })
      .click();
  }
}
