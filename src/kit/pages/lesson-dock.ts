/** A lesson that is played, beside any screen. */
import type { Locator, Page } from '@playwright/test';

export class LessonDock {
  readonly region: Locator;
  readonly narration: Locator;
  readonly revealButton: Locator;
  /** What is different since the last beat. */
  readonly whatChanged: Locator;
  readonly end: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Lesson', exact: true });
    this.narration = this.region.getByRole('region', { name: 'Narration', exact: true });
    this.revealButton = this.region.getByRole('button', { name: 'Reveal', exact: true });
    this.whatChanged = this.region.getByRole('status', { name: 'What changed', exact: true });
    this.end = this.region.getByText('This is the end of the lesson.');
  }

  button(name: 'Next' | 'Back' | 'Leave lesson' | 'Return'): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }
}
