/** What a tab shows that was not let in: the screen that asks for the token, and the dialog where something was shown before. */
import type { Locator, Page } from '@playwright/test';

export class TokenPage {
  readonly heading: Locator;
  readonly dialog: Locator;
  readonly field: Locator;
  readonly openButton: Locator;
  /** What is wrong with what was typed. */
  readonly problem: Locator;

  constructor(page: Page) {
    this.heading = page.getByRole('heading', { name: 'Enter the token', exact: true });
    this.dialog = page.getByRole('dialog', { name: 'Enter the token', exact: true });
    this.field = page.getByRole('textbox', { name: 'Address or token', exact: true });
    this.openButton = page.getByRole('button', { name: 'Open Trigger Lab', exact: true });
    this.problem = page.getByRole('alert');
  }

  /** The address that Trigger Lab printed, or only its token. */
  async enter(token: string): Promise<void> {
    await this.field.fill(token);
    await this.openButton.click();
  }
}
