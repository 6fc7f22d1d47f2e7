/** What stands around every screen: navigation, clock, event strip, *View as*, notifications, inbox, questions and sentences in passing. */
import { expect, type Locator, type Page } from '@playwright/test';

export type ScreenName =
  | 'Cases'
  | 'Queues'
  | 'Dashboard'
  | 'Builder'
  | 'External APIs'
  | 'Scenarios'
  | 'Course'
  | 'Lab'
  | 'Settings';

type ClockButton =
  | 'Play'
  | 'Pause'
  | 'To the start'
  | 'Previous event'
  | 'Next event'
  | 'Next retry'
  | 'Until idle'
  | 'Go back';

export class Frame {
  readonly #page: Page;
  readonly navigation: Locator;
  readonly clock: Locator;
  readonly now: Locator;
  readonly playButton: Locator;
  readonly pauseButton: Locator;
  readonly speed: Locator;
  /** The ticks of the event strip. */
  readonly ticks: Locator;
  /** Which of the futures this is, where there are several. */
  readonly future: Locator;
  readonly viewAs: Locator;
  readonly bell: Locator;
  readonly notifications: Locator;
  readonly inboxButton: Locator;
  readonly inbox: Locator;
  /** The bar that offers to return to what was open before. */
  readonly wayBack: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.navigation = page.getByRole('navigation', { name: 'Main', exact: true });
    this.clock = page.getByRole('region', { name: 'Clock', exact: true });
    this.now = this.clock.getByRole('time');
    this.playButton = this.clockButton('Play');
    this.pauseButton = this.clockButton('Pause');
    this.speed = this.clock.getByRole('combobox', { name: 'Speed' });
    this.ticks = page.getByRole('list', { name: 'Events', exact: true }).getByRole('button');
    this.future = page.getByRole('combobox', { name: 'Future', exact: true });
    this.viewAs = page.getByRole('combobox', { name: 'View as' });
    this.bell = page.getByRole('button', { name: /^Notifications, \d+ unread$/ });
    this.notifications = page.getByRole('region', { name: 'Notifications', exact: true });
    this.inboxButton = page.getByRole('button', { name: /^Inbox, \d+ entr(y|ies)$/ });
    this.inbox = page.getByRole('region', { name: 'Inbox', exact: true });
    this.wayBack = page.getByRole('region', { name: 'Another workspace was opened', exact: true });
  }

  clockButton(name: ClockButton): Locator {
    return this.clock.getByRole('button', { name, exact: true });
  }

  async goTo(screen: ScreenName): Promise<void> {
    await this.navigation.getByRole('link', { name: screen, exact: true }).click();
  }

  async nextEvent(): Promise<void> {
    await this.clockButton('Next event').click();
  }
  async nextRetry(): Promise<void> {
    await this.clockButton('Next retry').click();
  }
  async untilIdle(): Promise<void> {
    await this.clockButton('Until idle').click();
  }
  async goBack(): Promise<void> {
    await this.clockButton('Go back').click();
  }

  /** Returns to the workspace that was open before. */
  async returnToWorkspace(): Promise<void> {
    await this.wayBack.getByRole('button', { name: /^Back to “/ }).click();
  }

  /** The workspace stands at the end of the event with this name. */
  async expectEvent(name: string | RegExp): Promise<void> {
    await expect(this.ticks.and(this.#page.locator('[aria-current="step"]'))).toHaveAccessibleName(name);
  }

  /** Virtual now is `+31m` after the default start. */
  async expectNow(iso: string): Promise<void> {
    await expect(this.now).toHaveAttribute('datetime', iso);
  }
  /** Nothing is scheduled any more, and virtual now is as late as it gets. */
  async expectIdle(): Promise<void> {
    await expect(this.clock.getByText(/^Nothing is scheduled/)).toBeVisible();
  }
  async instant(): Promise<number> {
    return Date.parse((await this.now.getAttribute('datetime')) ?? '');
  }

  /** Looks through the eyes of a user; `null` for everybody. */
  async lookAs(user: string | null): Promise<void> {
    await this.viewAs.selectOption(user ?? '');
  }

  async expectUnread(count: number): Promise<void> {
    await expect(this.bell).toHaveAccessibleName(`Notifications, ${count} unread`);
  }
  async expectInInbox(count: number): Promise<void> {
    await expect(this.inboxButton).toHaveAccessibleName(`Inbox, ${count} ${count === 1 ? 'entry' : 'entries'}`);
  }

  /** A sentence in passing: what was done (`status`) or refused (`alert`); the latest where it was said often. */
  said(role: 'status' | 'alert', sentence: string | RegExp): Locator {
    return this.#page.getByRole(role).filter({ hasText: sentence }).last();
  }

  /** The dialog that asks before something is lost or cannot be taken back. */
  dialog(name: string | RegExp): Locator {
    return this.#page.getByRole('dialog', { name });
  }
}
