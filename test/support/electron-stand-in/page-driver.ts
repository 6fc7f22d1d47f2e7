/** What is behind a window of the stand-in: a page of a real Chromium (chromium-page.ts), or nothing at all (test/support/fake-electron.ts). */
import type { RenderProcessGoneDetails, WebPreferences } from 'electron';

export interface PageOptions {
  readonly width: number;
  readonly height: number;
  readonly webPreferences: WebPreferences;
}

/** What a page tells its window. */
export interface PageEvents {
  /** Rendered for the first time after `load`, or another time after `reload`. */
  onLoaded(): void;
  onGone(details: RenderProcessGoneDetails): void;
  /** Closed, whoever closed it. */
  onClosed(): void;
  /** It asks not to be left; whether it is left all the same. */
  onWantsToStay(): boolean;
  /** It stays, though its window was to be closed. */
  onStayed(): void;
  /** By `window.open`. */
  onOpens(url: string): void;
  /** Whether it may be led there. */
  onNavigates(url: string): boolean;
}

export interface Page {
  load(url: string): Promise<void>;
  reload(): void;
  /** Asks it first whether it may be left, or not. */
  close(asksFirst: boolean): void;
  crash(): void;
  focus(): void;
  /** In the page's own world. */
  evaluate(code: string): Promise<unknown>;
  /** What the page says it is. */
  readonly origin: string;
  readonly url: string;
  /** By which a debugger knows it; null before it is there. */
  readonly targetId: string | null;
}

export type OpenPage = (options: PageOptions, events: PageEvents, contents: object) => Page;
