/** What somebody new is told above the Cases, and the guide that leads through one thing to try. */
import type { Locator, Page } from '@playwright/test';

export class FirstSteps {
  readonly welcome: Locator;
  readonly dismissButton: Locator;
  readonly guide: Locator;

  constructor(page: Page) {
    this.welcome = page.getByRole('region', { name: 'Welcome', exact: true });
    this.dismissButton = this.welcome.getByRole('button', { name: 'Dismiss', exact: true });
    this.guide = page.getByRole('region', { name: 'Guide', exact: true });
  }

  async begin(
    what:
      | 'Watch an outage end in an escalation'
      | 'Change the maximum while retries run'
      | 'Compare two retry patterns',
  ): Promise<void> {
    await this.welcome.getByRole('button', { name: what, exact: true }).click();
    await this.guide.waitFor();
  }
  /** What the guide offers: `Go to the Action`, `Finish`, `Next: …`. */
  button(name: string): Locator {
    return this.guide.getByRole('button', { name, exact: true });
  }
}
