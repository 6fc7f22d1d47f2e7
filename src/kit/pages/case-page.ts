/** `#/cases/C1`: one Case. */
import type { Locator, Page } from '@playwright/test';

export type CaseButton =
  | 'Launch'
  | 'Relaunch'
  | 'Rework'
  | 'Pause'
  | 'Resume'
  | 'Set in progress'
  | 'Cancel case'
  | 'Add ad-hoc Action';

export class CasePage {
  readonly #page: Page;
  readonly attention: Locator;
  /** What a Case says that cannot go on though it needs no attention. */
  readonly heldUp: Locator;
  readonly actions: Locator;
  readonly timeline: Locator;
  readonly customData: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.attention = page.getByRole('alert', { name: 'Needs attention', exact: true });
    this.heldUp = page.getByRole('note', { name: 'Held up', exact: true });
    this.actions = page.getByRole('table', { name: 'Actions', exact: true });
    this.timeline = page.getByRole('list', { name: 'Timeline', exact: true });
    this.customData = page.getByRole('table', { name: 'Custom data', exact: true });
  }

  region(reference: string): Locator {
    return this.#page.getByRole('region', { name: `Case ${reference}`, exact: true });
  }

  /** Any of the Case's own buttons; `Pause` is not the clock's. */
  button(name: CaseButton): Locator {
    return this.#page.getByRole('region', { name: /^Case / }).getByRole('button', { name, exact: true });
  }

  async press(name: CaseButton): Promise<void> {
    await this.button(name).click();
  }

  row(actionRef: string): Locator {
    return this.actions.getByRole('row', { name: actionRef, exact: true });
  }

  /** One cell of an Action's row, by the header of its column. */
  async cell(actionRef: string, header: string): Promise<Locator> {
    // A table that is about to be drawn has no headers yet.
    await this.actions.getByRole('columnheader', { name: header, exact: true }).waitFor();
    const headers = await this.actions.getByRole('columnheader').allTextContents();
    return this.row(actionRef).getByRole('cell').nth(headers.indexOf(header));
  }

  async open(actionRef: string): Promise<void> {
    await this.row(actionRef).getByRole('link', { name: actionRef, exact: true }).click();
  }

  async addAdHoc(title: string): Promise<void> {
    await this.press('Add ad-hoc Action');
    await this.#page
      .getByRole('listbox', { name: 'Action types' })
      .getByRole('option', { name: new RegExp(`^${title}`) })
      .click();
  }

  /** The value of one field of the custom data. */
  data(field: string): Locator {
    return this.customData
      .getByRole('row')
      .filter({ has: this.#page.getByRole('rowheader', { name: field, exact: true }) });
  }
}
