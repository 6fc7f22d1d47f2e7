/**
 * Finds a Chromium for the browser tests, or gets one. `node scripts/chromium.ts` says in one line which it did.
 *
 * Order: the variable TRIGGER_LAB_CHROMIUM, the system's, Playwright's own; else Playwright's download; else, as root on
 * Debian, the distribution's package.
 */
import { existsSync } from 'node:fs';
import { chromium as playwrightChromium } from '@playwright/test';
import { type Chromium, ChromiumMissing, findChromiumHere } from './lib/chromium-here.ts';
import { runTool } from './lib/tool.ts';

export { ChromiumMissing };

/** Which of them there is depends on the release. */
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];

// A download that stands still must not hold up the tests for ever.
const DOWNLOAD_LIMIT_MS = 5 * 60_000;
const APT_LIMIT_MS = 10 * 60_000;

/** What is there already; null when nothing is. Throws when TRIGGER_LAB_CHROMIUM names something that cannot be run. */
export function findChromium(): Chromium | null {
  const here = findChromiumHere();
  if (here !== null) return here;
  const own = playwrightChromium.executablePath();
  return own !== '' && existsSync(own) ? { path: own, source: 'playwright' } : null;
}

/** Finds or gets one, and says which in one sentence. */
export async function ensureChromium(): Promise<{ chromium: Chromium; sentence: string }> {
  const there = findChromium();
  if (there !== null) return { chromium: there, sentence: describeFound(there) };

  const reasons: string[] = [];
  const downloaded = await run('playwright', ['install', 'chromium'], DOWNLOAD_LIMIT_MS);
  const own = findChromium();
  if (own !== null) return { chromium: own, sentence: `Chromium: downloaded by Playwright (${own.path}).` };
  reasons.push(`Playwright's download failed (${downloaded})`);

  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const updated = await run('apt-get', ['update'], APT_LIMIT_MS);
    const failed: string[] = [];
    for (const name of DEBIAN_PACKAGES) {
      const args = ['install', '-y', '--no-install-recommends', name, 'fonts-noto-core'];
      const installed = await run('apt-get', args, APT_LIMIT_MS, { DEBIAN_FRONTEND: 'noninteractive' });
      const system = findChromium();
      if (system !== null) return { chromium: system, sentence: `Chromium: installed from Debian (${system.path}).` };
      failed.push(`${name}: ${installed}`);
    }
    reasons.push(`Debian's packages could not be installed (update: ${updated}; ${failed.join('; ')})`);
  } else {
    reasons.push("Debian's packages need root");
  }
  throw new ChromiumMissing(
    `No Chromium: ${reasons.join('; ')}. Install one, or name one in the environment variable TRIGGER_LAB_CHROMIUM.`,
  );
}

function describeFound({ path, source }: Chromium): string {
  const whose = { environment: "TRIGGER_LAB_CHROMIUM's", system: "the system's", playwright: "Playwright's own" }[
    source
  ];
  return `Chromium: found ${whose} (${path}).`;
}

/** Runs a program quietly and returns how it ended, in a few words. */
async function run(
  program: string,
  args: string[],
  limitMs: number,
  env: Record<string, string> = {},
): Promise<string> {
  const { code } = await runTool(program, args, { output: 'collect', limitMs, env });
  return `exit ${code}`;
}

if (import.meta.main) {
  try {
    console.log((await ensureChromium()).sentence);
  } catch (error) {
    if (!(error instanceof ChromiumMissing)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
