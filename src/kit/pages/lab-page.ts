/** `#/lab`: studies, their runs, and runs side by side. */
import type { Download, Locator, Page } from '@playwright/test';

export class LabPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get form(): Locator {
    return this.#page.getByRole('region', { name: 'New study' });
  }
  get runs(): Locator {
    return this.#page.getByRole('table', { name: 'Runs' });
  }
  get run(): Locator {
    return this.#page.getByRole('region', { name: /^Run / });
  }
  /** Runs side by side, `#/lab/compare`. */
  get comparison(): Locator {
    return this.#page.getByRole('region', { name: 'Compare runs', exact: true });
  }
  section(name: string): Locator {
    return this.run.getByRole('region', { name, exact: true });
  }
  table(name: string | RegExp): Locator {
    return this.run.getByRole('table', { name });
  }
  get cancelButton(): Locator {
    return this.run.getByRole('button', { name: 'Cancel' });
  }

  async choose(mode: 'Compare' | 'Sweep' | 'Outage' | 'Sensitivity'): Promise<void> {
    await this.form.getByRole('radiogroup', { name: 'What to try' }).getByText(mode, { exact: true }).click();
  }

  /** A field of a setting that is tried: `Value`, `From`, `To`, `Step`, `Values`. */
  value(setting: string, field = 'Value'): Locator {
    return this.form.getByRole('group', { name: setting, exact: true }).getByLabel(field, { exact: true });
  }

  async addVariant(number: number, value: string): Promise<void> {
    await this.form.getByRole('button', { name: 'Add variant' }).click();
    await this.value(`Variant ${number}, change 1`).fill(value);
  }

  async play({ trials }: { readonly trials: string }): Promise<void> {
    await this.form.getByRole('textbox', { name: 'Trials' }).fill(trials);
    await this.form.getByRole('button', { name: 'Run', exact: true }).click();
    await this.run.waitFor();
  }

  /** Presses a button that saves a file. */
  async save(section: Locator, button: string): Promise<Download> {
    const download = this.#page.waitForEvent('download');
    await section.getByRole('button', { name: button, exact: true }).click();
    return download;
  }
}
