/** `#/lab/day`: a working day. */
import type { Locator, Page } from '@playwright/test';

export type Figure = 'Launched' | 'Handed over' | 'Escalated' | 'Finished' | 'Left over';

export class LabDayPage {
  readonly form: Locator;
  readonly results: Locator;
  readonly play: Locator;
  readonly cancel: Locator;
  readonly progress: Locator;
  /** How far the days are, in words. */
  readonly state: Locator;
  readonly figures: Locator;
  readonly outage: Locator;

  constructor(page: Page) {
    this.form = page.getByRole('region', { name: 'The day', exact: true });
    this.results = page.getByRole('region', { name: 'Results', exact: true });
    this.play = this.form.getByRole('button', { name: 'Play days', exact: true });
    this.cancel = this.results.getByRole('button', { name: 'Cancel', exact: true });
    this.progress = this.results.getByRole('progressbar', { name: 'Days played', exact: true });
    this.state = this.results.getByRole('status');
    this.figures = this.results.getByRole('table', { name: 'Figures', exact: true });
    this.outage = this.form.getByRole('switch', { name: 'Outage of the External API', exact: true });
  }

  number(name: string): Locator {
    return this.form.getByRole('spinbutton', { name, exact: true });
  }
  text(name: string): Locator {
    return this.form.getByRole('textbox', { name, exact: true });
  }
  choice(name: string): Locator {
    return this.form.getByRole('combobox', { name, exact: true });
  }
  /** Of the people, from 1. */
  person(number: number): Locator {
    return this.form.getByRole('listitem', { name: `Person ${number}`, exact: true });
  }
  /** A part of the results: `Items waiting`, `Age of the oldest item`, `How busy people are`. */
  part(name: string): Locator {
    return this.results.getByRole('region', { name, exact: true });
  }

  /** An average a day as it reads, by its column. */
  async figure(name: Figure, way: 'As configured' | 'Without outage' | 'With outage'): Promise<number> {
    const headers = await this.figures.getByRole('columnheader').allTextContents();
    const cells = this.figures.getByRole('row', { name: way, exact: true }).getByRole('cell');
    return Number((await cells.nth(headers.indexOf(name)).innerText()).replaceAll(',', ''));
  }
}
