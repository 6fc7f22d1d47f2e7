/** `#/course`: the lessons, and what was done of each. */
import type { Locator, Page } from '@playwright/test';

export class CoursePage {
  readonly region: Locator;
  readonly lessons: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Course', exact: true });
    this.lessons = this.region.getByRole('list', { name: 'Lessons', exact: true }).getByRole('listitem');
  }

  lesson(title: string): Locator {
    return this.region.getByRole('listitem', { name: title, exact: true });
  }
  /** `Start`, `Continue` or `Again`. */
  async press(verb: 'Start' | 'Continue' | 'Again', title: string): Promise<void> {
    await this.lesson(title)
      .getByRole('button', { name: `${verb} ${title}`, exact: true })
      .click();
  }
}
