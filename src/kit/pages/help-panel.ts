/** Help, over any screen: keys, words, rules and documents, with a search. */
import type { Locator, Page } from '@playwright/test';
import type { HELP_TITLES } from '../../shared/help.ts';

type HelpTitle = (typeof HELP_TITLES)[keyof typeof HELP_TITLES];

export class HelpPanel {
  readonly #page: Page;
  readonly dialog: Locator;
  readonly search: Locator;
  /** What the search found in all parts. */
  readonly found: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Help', exact: true });
    this.search = this.dialog.getByRole('searchbox', { name: 'Search help', exact: true });
    this.found = this.dialog.getByRole('region', { name: 'Found', exact: true });
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('?');
    await this.search.waitFor();
  }
  tab(name: HelpTitle): Locator {
    return this.dialog.getByRole('tab', { name, exact: true });
  }
  /** Shows a part; resolves to it. */
  async show(name: HelpTitle): Promise<Locator> {
    await this.tab(name).click();
    return this.dialog.getByRole('tabpanel', { name, exact: true });
  }
  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
