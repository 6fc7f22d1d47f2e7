/** A lesson, beside any screen; `#/course` lists them all. */
import type { Locator, Page } from '@playwright/test';

export class LessonDock {
  readonly #page: Page;
  readonly region: Locator;
  readonly narration: Locator;
  readonly revealButton: Locator;
  /** What is different since the last beat. */
  readonly whatChanged: Locator;
  readonly end: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Lesson', exact: true });
    this.narration = this.region.getByRole('region', { name: 'Narration', exact: true });
    this.revealButton = this.region.getByRole('button', { name: 'Reveal', exact: true });
    this.whatChanged = this.region.getByRole('status', { name: 'What changed', exact: true });
    this.end = this.region.getByText('This is the end of the lesson.');
  }

  /** From the list of lessons. */
  async start(title: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Start ${title}`, exact: true }).click();
  }
  /** The lesson in the list of lessons. */
  entry(title: string): Locator {
    return this.#page.getByRole('listitem', { name: title });
  }
  button(name: 'Next' | 'Back' | 'Leave lesson' | 'Return'): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }
}
