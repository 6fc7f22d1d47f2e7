/** The palette, over any screen: goes to a Case, an Action or a screen, and does what buttons do. */
import type { Locator, Page } from '@playwright/test';

export class Palette {
  readonly #page: Page;
  readonly dialog: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Command palette', exact: true });
    this.search = this.dialog.getByRole('textbox', { name: 'Command palette', exact: true });
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+k');
    await this.search.waitFor();
  }
  /** An entry by what it is called; its second line and its key are part of the name. */
  entry(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name }).first();
  }
  /** Types into it, and takes what it found first. */
  async choose(text: string): Promise<void> {
    await this.open();
    await this.search.fill(text);
    await this.#page.keyboard.press('Enter');
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
