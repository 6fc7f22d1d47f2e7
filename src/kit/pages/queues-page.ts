/** `#/queues`: who has what, what waits unassigned, who is there. */
import type { Locator, Page } from '@playwright/test';

export class QueuesPage {
  readonly #page: Page;
  readonly region: Locator;
  readonly queues: Locator;
  readonly people: Locator;
  /** What waits for a person. */
  readonly work: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Queues', exact: true }).first();
    this.queues = page.getByRole('table', { name: 'Queues', exact: true });
    this.people = page.getByRole('table', { name: 'People', exact: true });
    this.work = page.getByRole('table', { name: 'Actions', exact: true });
  }

  queue(name: string): Locator {
    return this.queues.getByRole('row', { name, exact: true });
  }
  /** Who is there and what they have. */
  person(name: string): Locator {
    return this.people.getByRole('row', { name, exact: true });
  }
  availability(name: string): Locator {
    return this.people.getByRole('switch', { name: `${name} is available`, exact: true });
  }
  action(reference: string): Locator {
    return this.work.getByRole('row', { name: reference, exact: true });
  }

  /** Takes an Action from the list; as everybody one says for whom. */
  async take(reference: string, as?: string): Promise<void> {
    await this.action(reference).getByRole('button', { name: 'Take', exact: true }).click();
    if (as !== undefined) await this.#page.getByRole('menuitem', { name: as, exact: true }).click();
  }
}
