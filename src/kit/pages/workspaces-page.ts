/** `#/workspaces`, its backups, and the menu of the workspace that stands above every screen. */
import type { Locator, Page } from '@playwright/test';

export class WorkspacesPage {
  readonly #page: Page;
  /** All of them, a row each. */
  readonly table: Locator;
  /** Of the one that is open, newest first. */
  readonly backups: Locator;
  /** The button that opens the menu; its name is that of the workspace. */
  readonly menuButton: Locator;
  readonly renameDialog: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.table = page.getByRole('table', { name: 'Workspaces', exact: true });
    this.backups = page.getByRole('table', { name: 'Backups', exact: true });
    this.menuButton = page.getByRole('button', { name: /^Workspace / });
    this.renameDialog = page.getByRole('dialog', { name: /^Rename the workspace/ });
  }

  /** The menu's button while this workspace is open. */
  opened(name: string): Locator {
    return this.#page.getByRole('button', { name: `Workspace ${name}`, exact: true });
  }
  async choose(entry: 'Rename' | 'Duplicate' | 'Workspaces' | 'Backups'): Promise<void> {
    await this.menuButton.click();
    await this.#page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  async open(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Open ${name}`, exact: true }).click();
  }
  /** Deletes one; it asks first. */
  async delete(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Delete ${name}`, exact: true }).click();
    await this.#page
      .getByRole('dialog', { name: `Delete the workspace “${name}”?` })
      .getByRole('button', { name: 'Delete' })
      .click();
  }
}
