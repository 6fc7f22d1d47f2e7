/** `#/builder`: Action types, queues, users and Case types. */
import { expect, type Locator, type Page } from '@playwright/test';

export type BuilderTab = 'Action types' | 'Queues' | 'Users' | 'Case types';
type TableName = 'Action types' | 'Queues' | 'Users' | 'Case types';

export class BuilderPage {
  readonly #page: Page;
  readonly region: Locator;
  readonly maximum: Locator;
  readonly saveButton: Locator;
  readonly actionTypes: Locator;
  readonly undoButton: Locator;
  readonly redoButton: Locator;
  readonly cloneButton: Locator;
  readonly deleteButton: Locator;
  readonly steps: Locator;
  readonly addActionType: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Builder', exact: true });
    this.maximum = this.region.getByRole('spinbutton', { name: 'Maximum retries' });
    this.saveButton = this.button('Save');
    this.actionTypes = this.table('Action types');
    this.undoButton = this.button('Undo');
    this.redoButton = this.button('Redo');
    this.cloneButton = this.button('Clone');
    this.deleteButton = this.button('Delete');
    this.steps = this.region.getByRole('list', { name: 'Steps', exact: true });
    this.addActionType = this.region.getByRole('textbox', { name: 'Add an Action type' });
  }

  tab(name: BuilderTab): Locator {
    return this.region
      .getByRole('navigation', { name: 'Builder', exact: true })
      .getByRole('link', { name, exact: true });
  }

  button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }

  table(name: TableName): Locator {
    return this.region.getByRole('table', { name, exact: true });
  }
  row(table: TableName, name: string): Locator {
    return this.table(table).getByRole('row', { name, exact: true });
  }
  /** The names of the rows, in the order shown. */
  async expectOrder(table: TableName, names: readonly string[]): Promise<void> {
    const rows = this.table(table).locator('tbody tr[aria-label]');
    await expect.poll(() => rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')))).toEqual(names);
  }

  /** What saving will do to live Actions. */
  impact(sentence: string | RegExp): Locator {
    return this.region.getByRole('status').filter({ hasText: sentence });
  }

  /** `Action type post-invoice`, `User dana`, `Case type invoice`. */
  form(name: string): Locator {
    return this.region.getByRole('region', { name, exact: true });
  }
  field(name: string): Locator {
    return this.region.getByRole('textbox', { name, exact: true });
  }
  number(name: string): Locator {
    return this.region.getByRole('spinbutton', { name, exact: true });
  }
  choice(name: string): Locator {
    return this.region.getByRole('combobox', { name, exact: true });
  }
  toggle(name: string): Locator {
    return this.region.getByRole('switch', { name, exact: true });
  }
  dialog(name: string | RegExp): Locator {
    return this.#page.getByRole('dialog', { name });
  }

  ownPattern(isOwn: boolean): Locator {
    const name = isOwn ? 'Has its own' : 'Follows the system-wide pattern';
    const pattern = this.region.getByRole('radiogroup', { name: 'Retry pattern', exact: true });
    return pattern.getByRole('radio', { name, exact: true });
  }

  /** A step of the process, from 1. */
  step(number: number): Locator {
    return this.steps.getByRole('listitem', { name: `Step ${number}`, exact: true });
  }
  /** The Action types of every step, by title. */
  async expectSteps(steps: readonly (readonly string[])[]): Promise<void> {
    const read = () =>
      this.steps
        .locator('> li')
        .evaluateAll((all) => all.map((step) => [...step.querySelectorAll('a')].map((link) => link.textContent)));
    await expect.poll(read).toEqual(steps);
  }
}
