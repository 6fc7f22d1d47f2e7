/** *Why?*, beside what it explains: the arithmetic and the rules behind it. */
import type { Locator, Page } from '@playwright/test';

export class WhyBox {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The button of it in a part of the screen such as `action.errorBar`: the first, or the one about what is said. */
  button(within: Locator, about = /./): Locator {
    return within.getByRole('button', { name: new RegExp(`^Why\\?.*${about.source}`) }).first();
  }
  /** Asks; resolves to the box that opens, which has the name of what it explains. */
  async ask(within: Locator, about?: RegExp): Promise<Locator> {
    const button = this.button(within, about);
    const name = (await button.getAttribute('aria-label')) ?? '';
    await button.click();
    const box = this.#page.getByRole('dialog', { name: name.replace('Why? ', ''), exact: true });
    await box.waitFor();
    return box;
  }
  /** Opens Help at a rule that the box names. */
  async openRule(rule: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Rule ${rule}`, exact: true }).click();
  }
}
