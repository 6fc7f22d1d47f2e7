/** `#/cases/C1/actions/post-invoice`: one Action. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

export class ActionPage {
  readonly #page: Page;
  readonly errorBar: Locator;
  readonly info: Locator;
  readonly retryButton: Locator;
  readonly timeline: Locator;
  /** The marks of the timeline; the arrow keys step through them. */
  readonly marks: Locator;
  /** The timeline by event. */
  readonly lanes: Locator;
  readonly answerByHand: Locator;
  /** What kind of answer it is. */
  readonly answer: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.errorBar = page.getByRole('alert', { name: 'Connection error', exact: true });
    this.retryButton = this.errorBar.getByRole('button', { name: 'Retry', exact: true });
    this.info = page.getByRole('region', { name: 'Info', exact: true });
    this.timeline = page.getByRole('region', { name: 'Timeline', exact: true });
    this.marks = this.timeline.getByRole('listbox', { name: 'Marks of the timeline', exact: true });
    this.lanes = this.timeline.getByRole('group', { name: 'Timeline by event', exact: true });
    this.answerByHand = page.getByRole('region', { name: 'Respond by hand', exact: true });
    this.answer = this.answerByHand.getByRole('radiogroup', { name: 'Response', exact: true });
  }

  region(reference: string): Locator {
    return this.#page.getByRole('region', { name: `Action ${reference}`, exact: true });
  }

  /** The error bar counts `n of d`. */
  async expectRetried(retries: number, max: number): Promise<void> {
    await expect(this.errorBar.getByText(`Retried ${retries} of ${max} times`)).toBeVisible();
  }
  /** When the failure occurred. */
  get occurredAt(): Locator {
    return this.errorBar.getByRole('time').first();
  }
  /** When the next automatic retry is, where there is one. */
  get nextRetryAt(): Locator {
    return this.errorBar.getByRole('time').nth(1);
  }

  /** The timeline as it is drawn, taken along. */
  async picture(kind: 'SVG' | 'PNG'): Promise<{ readonly name: string; readonly content: Buffer }> {
    const download = this.#page.waitForEvent('download');
    await this.timeline.getByRole('button', { name: kind, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
  }

  mark(name: string): Locator {
    return this.marks.getByRole('option', { name, exact: true });
  }
  /** The marks by name, in the order of their lanes. */
  markNames(): Promise<(string | null)[]> {
    return this.marks.getByRole('option').evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
  }
  /** What is read out of the mark that is pointed at or stepped to. */
  async expectReadOut(...words: readonly string[]): Promise<void> {
    for (const each of words) await expect(this.timeline.locator('[aria-live]')).toContainText(each);
  }

  /** Info as it reads: `{ Status: 'Waiting', … }`. */
  async terms(): Promise<Record<string, string>> {
    const names = await this.info.getByRole('term').allTextContents();
    const values = await this.info.getByRole('definition').allTextContents();
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
  }
  async expectInfo(expected: Readonly<Record<string, unknown>>): Promise<void> {
    await expect.poll(() => this.terms()).toMatchObject(expected);
  }

  button(name: 'Take' | 'Unassign' | 'Complete' | 'Unable to complete' | 'Relaunch' | 'Send response'): Locator {
    return this.#page.getByRole('region', { name: /^Action / }).getByRole('button', { name, exact: true });
  }

  async showRecords(tab: 'Calls' | 'Responses' | 'Custom data' | 'Log'): Promise<Locator> {
    await this.#page.getByRole('tab', { name: tab, exact: true }).click();
    return this.#page.getByRole('table', { name: tab, exact: true });
  }

  /** The printed `curl`, as text. */
  async curl(): Promise<string> {
    const block = this.answerByHand.getByRole('figure', { name: 'The same from a terminal' });
    return (await block.getByText(/^curl /).textContent()) ?? '';
  }
}
