/** The recorder: its bar under the clock, the steps beside the screen, and what stands beside things while it records. */
import type { Download, Locator, Page } from '@playwright/test';

export class RecorderPage {
  readonly #page: Page;
  readonly bar: Locator;
  readonly steps: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.bar = page.getByRole('region', { name: 'Recording', exact: true });
    this.steps = page.getByRole('complementary', { name: 'Recorded steps', exact: true });
    this.dialog = page.getByRole('dialog', { name: /^(Say|Ask|Chapter) here$|^Say it in other words$|^Save / });
  }

  async press(button: 'Say here' | 'Ask here' | 'Chapter here' | 'Show this' | 'Recorded steps' | 'Save recording') {
    await this.bar.getByRole('button', { name: button, exact: true }).click();
  }

  async say(text: string): Promise<void> {
    await this.press('Say here');
    await this.dialog.getByRole('textbox', { name: 'What is told' }).fill(text);
    await this.dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async beginChapter(title: string): Promise<void> {
    await this.press('Chapter here');
    await this.dialog.getByRole('textbox', { name: 'Title of the chapter' }).fill(title);
    await this.#page.keyboard.press('Enter');
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** `right` counts from 1. */
  async ask(question: string, answers: readonly string[], right: number): Promise<void> {
    await this.press('Ask here');
    await this.dialog.getByRole('textbox', { name: 'Question' }).fill(question);
    for (const [index, answer] of answers.entries()) {
      await this.dialog.getByRole('textbox', { name: `Answer ${index + 1}`, exact: true }).fill(answer);
    }
    await this.dialog.getByRole('radio', { name: `Answer ${right} is right` }).check();
    await this.dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** Expects of something on screen what is so now, as its menu says it: `… is Waiting`. */
  async expectThis(of: string, what: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Expect this of ${of}`, exact: true }).click();
    await this.#page.getByRole('menuitem', { name: what, exact: true }).click();
  }

  async saveAsLesson(title: string): Promise<Download> {
    await this.press('Save recording');
    await this.dialog.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
    const download = this.#page.waitForEvent('download');
    await this.dialog.getByRole('button', { name: 'Save as lesson', exact: true }).click();
    return download;
  }
}
