/** `#/inbox/dana`: one person's side of it; what everybody has is in `frame.inbox`. */
import type { Locator, Page } from '@playwright/test';

export class InboxPage {
  readonly #page: Page;
  readonly inbox: Locator;
  /** Cases that need attention. */
  readonly cases: Locator;
  /** Assigned Actions. */
  readonly actions: Locator;
  readonly notifications: Locator;

  constructor(page: Page) {
    this.#page = page;
    const side = page.getByRole('region', { name: /^Inbox of / });
    this.inbox = side.getByRole('region', { name: 'Inbox', exact: true });
    this.cases = this.inbox.getByRole('list', { name: /^Cases that need attention, / }).getByRole('listitem');
    this.actions = this.inbox.getByRole('list', { name: /^Assigned Actions, / }).getByRole('listitem');
    this.notifications = side.getByRole('region', { name: 'Notifications', exact: true });
  }

  region(user: string): Locator {
    return this.#page.getByRole('region', { name: `Inbox of ${user}`, exact: true });
  }
  case(reference: string): Locator {
    return this.cases.filter({ has: this.#page.getByRole('link', { name: reference, exact: true }) });
  }
  /** By the title of the Action. */
  action(title: string): Locator {
    return this.actions.filter({ has: this.#page.getByRole('link', { name: title, exact: true }) });
  }
}
