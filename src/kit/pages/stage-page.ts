/** `#/stage/C1/post-invoice`, and the same picture in the audience window, `#/audience`. */
import type { Locator, Page } from '@playwright/test';

export class StagePage {
  readonly #page: Page;
  readonly region: Locator;
  readonly title: Locator;
  readonly errorBar: Locator;
  /** What the owner of the Case was told. */
  readonly caseOwner: Locator;
  /** Who has the work. */
  readonly work: Locator;
  readonly apiIs: Locator;
  /** Raises the maximum of retries by one. */
  readonly oneMoreButton: Locator;
  readonly audienceButton: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Stage', exact: true });
    this.title = this.region.getByRole('heading', { level: 1 });
    this.errorBar = this.region.getByRole('alert', { name: 'Connection error', exact: true });
    this.caseOwner = this.region.getByRole('region', { name: 'Case owner', exact: true });
    this.work = this.region.getByRole('region', { name: 'Work', exact: true });
    this.apiIs = this.region.getByRole('radiogroup', { name: 'API is', exact: true });
    this.oneMoreButton = this.region.getByRole('button', { name: 'One more', exact: true });
    this.audienceButton = this.region.getByRole('button', { name: 'Audience window', exact: true });
  }

  /** Opens the audience's window; resolves to the picture in it, which has no controls. */
  async openAudience(): Promise<{ readonly page: Page; readonly seen: StagePage }> {
    const opened = this.#page.waitForEvent('popup');
    await this.audienceButton.click();
    const page = await opened;
    return { page, seen: new StagePage(page) };
  }

  async switchApi(to: 'Up' | 'As configured' | 'Down' | 'Silent'): Promise<void> {
    await this.apiIs.getByText(to, { exact: true }).click();
  }
}
