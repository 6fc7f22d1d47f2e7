/** `#/scenarios`: the library, the player, files in and out. */
import type { Download, Locator, Page } from '@playwright/test';

export class ScenariosPage {
  readonly #page: Page;
  readonly region: Locator;
  readonly library: Locator;
  /** The scenario that is open. */
  readonly player: Locator;
  /** Which example of its file; not there where the file has none. */
  readonly example: Locator;
  readonly steps: Locator;
  /** What is wrong with a file that could not be opened. */
  readonly problems: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Scenarios', exact: true });
    this.library = page.getByRole('list', { name: 'Scenario library', exact: true });
    this.player = page.getByRole('region', { name: 'Open scenario', exact: true });
    this.example = this.player.getByRole('combobox', { name: 'Example', exact: true });
    this.steps = page.getByRole('list', { name: 'Steps', exact: true }).getByRole('listitem');
    this.problems = page.getByRole('list', { name: 'Problems', exact: true }).getByRole('listitem');
  }

  /** An entry of the library, by its title. */
  entry(title: string): Locator {
    return this.library.getByRole('listitem').filter({ hasText: title });
  }
  async open(title: string): Promise<void> {
    await this.entry(title).getByRole('button', { name: 'Open', exact: true }).click();
  }

  async step(): Promise<void> {
    await this.player.getByRole('button', { name: 'Step', exact: true }).click();
  }
  async run(): Promise<void> {
    await this.player.getByRole('button', { name: 'Run', exact: true }).click();
  }

  /** The steps of the open scenario that are in one state. */
  stepsThat(state: 'passed' | 'failed' | 'pending'): Locator {
    return this.#page.getByRole('listitem', { name: new RegExp(`${state}$`) });
  }

  /** Opens a file of the test as a person does; with others that it includes. */
  async choose(...paths: readonly string[]): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser');
    await this.region.getByRole('button', { name: 'Choose a file', exact: true }).click();
    await (await chooser).setFiles([...paths]);
  }

  async export(): Promise<Download> {
    const download = this.#page.waitForEvent('download');
    await this.region.getByRole('button', { name: 'Export workspace', exact: true }).click();
    return download;
  }

  /** Replaces the workspace; it asks first. */
  async startOver(workspace: 'Sample workspace' | 'Empty workspace'): Promise<void> {
    await this.region.getByRole('button', { name: 'Start over', exact: true }).click();
    await this.#page.getByRole('menuitem', { name: workspace, exact: true }).click();
    await this.#page
      .getByRole('dialog', { name: /^Start over with the/ })
      .getByRole('button', { name: 'Start over', exact: true })
      .click();
  }
}
