/** `#/external-apis/erp`: one simulated API, what is configured for it, and the requests that it got; the list of all is `#/external-apis`. */
import { expect, type Locator, type Page } from '@playwright/test';

export type ApiState = 'Up' | 'As configured' | 'Down' | 'Silent';

export class ExternalApiPage {
  readonly #page: Page;
  readonly apiIs: Locator;
  /** The calls it got, newest first. */
  readonly requests: Locator;
  readonly waiting: Locator;
  readonly configuration: Locator;
  readonly save: Locator;
  readonly discard: Locator;
  readonly url: Locator;
  readonly addCall: Locator;
  /** What is on the way of every call after the scripted ones. */
  readonly otherwise: Locator;
  readonly addOutage: Locator;
  /** Outages that come once. */
  readonly ruler: Locator;
  /** Outages that come again. */
  readonly week: Locator;
  readonly search: Locator;
  /** Above the list of all External APIs. */
  readonly newButton: Locator;
  readonly newDialog: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.apiIs = page.getByRole('radiogroup', { name: 'API is', exact: true });
    this.requests = page.getByRole('table', { name: 'Requests', exact: true });
    this.waiting = page.getByRole('table', { name: 'Actions', exact: true });
    this.configuration = page.getByRole('region', { name: 'Configuration', exact: true });
    this.save = this.configuration.getByRole('button', { name: 'Save', exact: true });
    this.discard = this.configuration.getByRole('button', { name: 'Discard changes', exact: true });
    this.url = this.configuration.getByRole('textbox', { name: 'URL', exact: true });
    this.addCall = this.configuration.getByRole('button', { name: 'Add call', exact: true });
    this.otherwise = this.configuration.getByRole('group', { name: 'Otherwise', exact: true });
    this.addOutage = this.configuration.getByRole('button', { name: 'Add outage', exact: true });
    this.ruler = this.configuration.getByRole('img', { name: /^Outages: / });
    this.week = this.configuration.getByRole('img', { name: /^Outages by the clock/ });
    this.search = page.getByRole('searchbox', { name: 'Search requests', exact: true });
    this.newButton = page.getByRole('button', { name: 'New External API', exact: true });
    this.newDialog = page.getByRole('dialog', { name: 'New External API', exact: true });
  }

  region(name: string): Locator {
    return this.#page.getByRole('region', { name: `External API ${name}`, exact: true });
  }

  state(state: ApiState): Locator {
    return this.apiIs.getByRole('radio', { name: state, exact: true });
  }
  async switchTo(state: ApiState): Promise<void> {
    await this.state(state).click();
    await expect(this.state(state)).toBeChecked();
  }
  /** A row of the script, from 1. */
  call(number: number): Locator {
    return this.configuration.getByRole('listitem', { name: `Call ${number}`, exact: true });
  }
  get calls(): Locator {
    return this.configuration.getByRole('list', { name: 'Calls', exact: true }).getByRole('listitem');
  }
  whatHappens(row: Locator): Locator {
    return row.getByRole('combobox', { name: 'What happens', exact: true });
  }
  outage(number: number): Locator {
    return this.configuration.getByRole('listitem', { name: `Outage ${number}`, exact: true });
  }
  behaviour(kind: 'Scripted' | 'At random'): Locator {
    return this.configuration.getByRole('radio', { name: kind, exact: true });
  }
  /** A part of the random behaviour: `Connection`, `Accepts after`, `Responses`, `Responds after`. */
  part(name: string): Locator {
    return this.configuration.getByRole('region', { name, exact: true });
  }
  /** The picture of a distribution, with its median and p95 in its name. */
  picture(name: 'Accepts after' | 'Responds after'): Locator {
    return this.part(name).getByRole('img', { name: new RegExp(`^${name}: median`) });
  }
  async choosePreset(preset: string): Promise<void> {
    await this.configuration.getByRole('button', { name: 'Presets', exact: true }).click();
    await this.#page.getByRole('menuitem', { name: preset, exact: true }).click();
  }
  /** In a row's menu on the list, or in the page's own. */
  async chooseVerb(name: string, verb: 'Clone' | 'Move up' | 'Move down' | 'Delete'): Promise<void> {
    const item = this.#page.getByRole('menuitem', { name: verb, exact: true });
    if (!(await item.isVisible()))
      await this.#page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
    await item.click();
  }
  async saveChanges(): Promise<void> {
    await this.save.click();
    await expect(this.discard).toBeHidden();
  }
}
