/** `#/scenarios/editor`: a scenario as text and in forms. */
import type { Locator, Page } from '@playwright/test';

export class EditorPage {
  readonly #page: Page;
  readonly region: Locator;
  readonly text: Locator;
  readonly problems: Locator;
  readonly emptyButton: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Scenario editor', exact: true });
    this.text = this.region.getByRole('textbox', { name: 'Scenario text' });
    this.problems = this.region.getByRole('list', { name: 'Problems' });
    this.emptyButton = page.getByRole('button', { name: 'Start an empty scenario' });
  }

  button(name: 'Run' | 'Save to file' | 'Open in player'): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }
  /** A step, from 1. */
  step(number: number): Locator {
    return this.region.getByRole('listitem', { name: `Step ${number}`, exact: true });
  }
  async addStep(kind: string): Promise<void> {
    await this.region.getByRole('button', { name: 'Add step', exact: true }).click();
    await this.#page.getByRole('menuitem', { name: kind, exact: true }).click();
  }
}
