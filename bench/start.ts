/**
 * `npm run bench -- start`: how long it takes until one can begin, in the Chromium of this machine. It measures what is built
 * (`npm run build`). Words narrow it to rows.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { ensureChromium } from '../scripts/chromium.ts';
import { ROOT } from '../scripts/lib/tool.ts';
import { median } from './event-loop.ts';
import { makeLive } from './live-workspace.ts';

const TIMES = 7;
const MANY_CASES = 10_000;

/** One start. */
interface Start {
  readonly ms: number;
  /** JavaScript that was loaded by then; of a page only. */
  readonly scriptBytes?: number;
}

/** As `--json` prints it. */
interface Measured {
  readonly id: string;
  readonly title: string;
  readonly medianMs: number;
  readonly bestMs: number;
  readonly scriptBytes: number | undefined;
}

interface StartRow {
  readonly title: string;
  /** How many Cases there are; `null`: the sample workspace. */
  readonly cases: number | null;
  readonly measure: (dataDir: string) => Promise<readonly Start[]>;
}

const ROWS: Readonly<Record<string, StartRow>> = {
  server: { title: 'the server, until it answers', cases: null, measure: serverStarts },
  cold: { title: 'the page, from navigation to the first rows', cases: null, measure: coldPages },
  warm: { title: 'the same, loaded before', cases: null, measure: warmPages },
  'cold-many': { title: `the page at ${MANY_CASES.toLocaleString('en')} Cases`, cases: MANY_CASES, measure: coldPages },
};

/** Measures the rows that `words` name, all where they name none; throws a RangeError at a word that names none. */
export async function benchStart(words: readonly string[], isJson: boolean): Promise<void> {
  const unknown = words.find((word) => !(word in ROWS));
  if (unknown !== undefined)
    throw new RangeError(`start has no row called ${unknown}; it has ${Object.keys(ROWS).join(', ')}`);
  const rows: Measured[] = [];
  for (const [id, { title, cases, measure }] of Object.entries(ROWS)) {
    if (words.length > 0 && !words.includes(id)) continue;
    const starts = await inFolder(cases, measure);
    const [scriptBytes] = starts.flatMap((start) => start.scriptBytes ?? []);
    const took = starts.map(({ ms }) => ms);
    rows.push({ id, title, medianMs: Math.round(median(took)), bestMs: Math.round(Math.min(...took)), scriptBytes });
  }
  if (isJson) process.stdout.write(`${JSON.stringify({ rows }, null, 2)}\n`);
  else {
    console.table(
      rows.map(({ id, title, medianMs, bestMs, scriptBytes }) => ({
        id,
        what: title,
        'ms (median)': medianMs,
        'ms (best)': bestMs,
        'JavaScript kB': scriptBytes === undefined ? '' : Math.round(scriptBytes / 1_000),
      })),
    );
  }
}

async function inFolder<T>(cases: number | null, use: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'trigger-lab-bench-'));
  try {
    if (cases !== null) await makeLive(dataDir, cases);
    return await use(dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Server {
  readonly address: string;
  readonly end: () => Promise<void>;
}

async function startServer(dataDir: string): Promise<Server> {
  const args = [join(ROOT, 'out/main/cli.js'), 'serve', '--no-open', '--data-dir', dataDir];
  const server: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  if (server.stdout === null) throw new Error('the server has no output');
  const line = await Promise.race([
    once(createInterface(server.stdout), 'line').then(([first]) => String(first)),
    ended.then(([code]) => Promise.reject(new Error(`the server ended with ${code}; is it built?`))),
  ]);
  const end = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  return { address: line.replace('Trigger Lab at ', ''), end };
}

/** The first one makes the sample, and may fill a cache of Node's: it does not count. */
async function serverStarts(dataDir: string): Promise<readonly Start[]> {
  const starts: Start[] = [];
  for (let time = 0; time <= TIMES; time += 1) {
    const startedAt = performance.now();
    const server = await startServer(dataDir);
    starts.push({ ms: performance.now() - startedAt });
    await server.end();
  }
  return starts.slice(1);
}

/** Each in a profile of its own. */
function coldPages(dataDir: string): Promise<readonly Start[]> {
  return withPages(dataDir, async (browser, address) => {
    const starts: Start[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const context = await browser.newContext();
      starts.push(await firstRows(context, address));
      await context.close();
    }
    return starts;
  });
}

/** Chromium keeps what it made of a script once it has seen it twice. */
const SEEN_BEFORE = 3;

function warmPages(dataDir: string): Promise<readonly Start[]> {
  return withPages(dataDir, async (browser, address) => {
    const context = await browser.newContext();
    const starts: Start[] = [];
    for (let time = 0; time < SEEN_BEFORE + TIMES; time += 1) starts.push(await firstRows(context, address));
    return starts.slice(SEEN_BEFORE);
  });
}

async function withPages<T>(dataDir: string, use: (browser: Browser, address: string) => Promise<T>): Promise<T> {
  const server = await startServer(dataDir);
  try {
    const { chromium: found } = await ensureChromium();
    const browser = await chromium.launch({
      executablePath: found.path,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    try {
      return await use(browser, server.address);
    } finally {
      await browser.close();
    }
  } finally {
    await server.end();
  }
}

/** In the page, whose types are not this program's: looks for rows, and says in `drawn` when the frame with them was drawn. */
const WATCH = `
  const watch = new MutationObserver(() => {
    if (document.querySelector('main table tbody a') === null) return;
    watch.disconnect();
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
    const scriptBytes = scripts.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
    requestAnimationFrame(() => setTimeout(() => { window.drawn = { ms: performance.now(), scriptBytes }; }));
  });
  watch.observe(document, { childList: true, subtree: true });
`;

/** From navigation until the frame in which the list of Cases has rows was drawn. */
async function firstRows(context: BrowserContext, address: string): Promise<Start> {
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(`${address}#/cases`);
  const drawn = await page.waitForFunction(() => (globalThis as { drawn?: Start }).drawn);
  const start = (await drawn.jsonValue()) as Start;
  await page.close();
  return start;
}
