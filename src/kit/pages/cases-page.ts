/** `#/cases`: the list of Cases. */
import type { Locator, Page } from '@playwright/test';

export class CasesPage {
  readonly #page: Page;
  readonly region: Locator;
  readonly table: Locator;
  readonly search: Locator;
  readonly newCaseButton: Locator;
  readonly newCaseDialog: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Cases', exact: true });
    this.table = page.getByRole('table', { name: 'Cases', exact: true });
    this.search = page.getByRole('searchbox', { name: 'Search Cases' });
    this.newCaseButton = this.region.getByRole('button', { name: 'New case', exact: true });
    this.newCaseDialog = page.getByRole('dialog', { name: 'New case' });
  }

  /** All rows that are drawn, the header among them. */
  get drawnRows(): Locator {
    return this.table.getByRole('row');
  }

  row(reference: string): Locator {
    return this.table.getByRole('row', { name: reference, exact: true });
  }

  async open(reference: string): Promise<void> {
    await this.row(reference).getByRole('link', { name: reference, exact: true }).click();
  }

  async launch(reference: string): Promise<void> {
    await this.row(reference).getByRole('button', { name: 'Launch', exact: true }).click();
  }

  async select(reference: string): Promise<void> {
    await this.row(reference)
      .getByRole('checkbox', { name: `Select ${reference}`, exact: true })
      .check();
  }

  /** The buttons that act on all selected Cases. */
  selectionButton(name: string | RegExp): Locator {
    return this.#page.getByRole('group', { name: 'Selected Cases' }).getByRole('button', { name, exact: true });
  }

  /** A chip such as `Closed 3`, by the word before its count. */
  filter(group: 'Status' | 'Attention' | 'Owner' | 'Type', word: string): Locator {
    return this.#page
      .getByRole('group', { name: group, exact: true })
      .getByRole('button', { name: new RegExp(`^${word}`) });
  }

  /** Launches Cases of a type by the dialog. */
  async launchNew({ count = 1, every, name }: { count?: number; every?: string; name?: string }): Promise<void> {
    await this.newCaseButton.click();
    const dialog = this.newCaseDialog;
    await dialog.getByRole('spinbutton', { name: 'How many' }).fill(String(count));
    if (every !== undefined) await dialog.getByRole('textbox', { name: 'Every' }).fill(every);
    if (name !== undefined) await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Launch', exact: true }).click();
  }
}
