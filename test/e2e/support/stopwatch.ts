/** Measures in the page itself: from the moment of an input to the frame that shows its effect, and long tasks. */
import type { Browser, Locator, Page } from '@playwright/test';

declare global {
  interface Window {
    /** Put there by `Stopwatch`. */
    stopwatch: { longTasks: number[]; click: Promise<number> | null };
  }
}

export class Stopwatch {
  readonly #page: Page;

  /** Starts to record long tasks: those that keep the page busy for more than 50 ms. */
  static async start(page: Page): Promise<Stopwatch> {
    await page.evaluate(() => {
      const longTasks: number[] = [];
      window.stopwatch = { longTasks, click: null };
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration));
      }).observe({ type: 'longtask' });
    });
    return new Stopwatch(page);
  }

  private constructor(page: Page) {
    this.#page = page;
  }

  /**
   * Clicks and resolves to the milliseconds from the click, as the browser dates it, to the frame in which `effect` (an
   * expression that becomes true in the page) is on screen.
   */
  async click(target: Locator, effect: string): Promise<number> {
    await this.#page.evaluate((expression) => {
      const isThere = new Function(`return Boolean(${expression})`) as () => boolean;
      if (isThere()) throw new Error(`true before the click: ${expression}`);
      window.stopwatch.click = new Promise((resolve) => {
        const onClick = (event: Event) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - event.timeStamp);
          // Before a frame is drawn; a message is handled after it.
          const look = () => {
            if (isThere()) port2.postMessage(null);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        document.addEventListener('click', onClick, { capture: true, once: true });
      });
    }, effect);
    await target.click();
    return this.#page.evaluate(() => window.stopwatch.click ?? Number.NaN);
  }

  /** Durations of the long tasks since the start, or since the last call. */
  longTasks(): Promise<number[]> {
    return this.#page.evaluate(() => window.stopwatch.longTasks.splice(0));
  }
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in microseconds, whatever else the machine was busy with. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Runs `job`; how many milliseconds of the processor each task of the page took meanwhile, longest first. */
export async function tasksDuring(browser: Browser, page: Page, job: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await job();
  const trace: { traceEvents: readonly TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString('utf8'));
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const pages = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  return trace.traceEvents
    .filter((event) => event.name.endsWith('RunTask') && pages.has(threadOf(event)))
    .map(({ tdur = 0 }) => Math.round(tdur / 1000))
    .sort((left, right) => right - left);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
