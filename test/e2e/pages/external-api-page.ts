/** `#/external-apis/erp`: one simulated API. */
import { expect, type Locator, type Page } from '@playwright/test';

export type ApiState = 'As configured' | 'Down' | 'Silent';

export class ExternalApiPage {
  readonly #page: Page;
  readonly apiIs: Locator;
  /** The calls it got, newest first. */
  readonly requests: Locator;
  readonly waiting: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.apiIs = page.getByRole('radiogroup', { name: 'API is', exact: true });
    this.requests = page.getByRole('table', { name: 'Requests', exact: true });
    this.waiting = page.getByRole('table', { name: 'Actions', exact: true });
  }

  region(name: string): Locator {
    return this.#page.getByRole('region', { name: `External API ${name}`, exact: true });
  }

  state(state: ApiState): Locator {
    return this.apiIs.getByRole('radio', { name: state, exact: true });
  }
  async switchTo(state: ApiState): Promise<void> {
    await this.state(state).click();
    await expect(this.state(state)).toBeChecked();
  }
}
