/**
 * `npm run pictures`: the README's pictures, taken of the real app on the sample workspace. Needs the build. Run it when a
 * screen changed, look at what it made, commit it.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { OPENAPI_PATH } from '../src/shared/host.ts';
import { ensureChromium } from './chromium.ts';
import { ROOT } from './lib/tool.ts';

interface Picture {
  readonly file: string;
  readonly address: string;
  readonly scheme: 'light' | 'dark';
  readonly height: number;
  /** What must be there before it is taken; a region of the Case or Action without it. */
  readonly awaits?: string;
  /** Brings the workspace where it is to be seen; the part of the address that it decides. */
  readonly prepare?: (ask: Ask) => Promise<string>;
}

/** One call of the contract over plain HTTP. */
type Ask = (path: string, body: unknown) => Promise<unknown>;

const openFlaky = async (ask: Ask) => {
  await ask('/scenarios/open', { id: '16-flaky-api-forty-cases' });
  // Without the bar that leads back.
  await ask('/workspaces/stay', {});
};

/** Plays a study of the flaky API, and leads to its run. */
const study = (what: object) => async (ask: Ask) => {
  await openFlaky(ask);
  const asked = { actionTypeName: 'post-entry', trialCount: 40_000, seed: 1, windowMs: 1_200_000 };
  return ((await ask('/lab/runs', { ...asked, ...what })) as { id: string }).id;
};
const retries = (name: string, max: number) => ({ name, changes: [{ path: 'retry.max', value: max }] });

const PICTURES: readonly Picture[] = [
  { file: 'case.png', address: '#/cases/INV-1002', scheme: 'light', height: 800 },
  {
    file: 'action.png',
    address: '#/cases/INV-1001/actions/post-invoice',
    scheme: 'light',
    height: 800,
    awaits: '[role="tab"]',
  },
  {
    file: 'action-dark.png',
    address: '#/cases/INV-1001/actions/post-invoice',
    scheme: 'dark',
    height: 800,
    awaits: '[role="tab"]',
  },
  { file: 'builder.png', address: '#/builder/post-invoice', scheme: 'light', height: 960, awaits: '.recharts-surface' },
  {
    file: 'compare.png',
    address: '#/builder/compare?a=post-invoice&b=%2Fsystem-wide',
    scheme: 'light',
    height: 960,
    awaits: '.recharts-surface',
  },
  {
    file: 'external-api.png',
    address: '#/external-apis/ledger',
    scheme: 'light',
    height: 960,
    awaits: 'section[aria-label="Configuration"]',
  },
  {
    file: 'dashboard.png',
    address: '#/dashboard',
    scheme: 'light',
    height: 960,
    awaits: '.recharts-surface',
    prepare: async (ask) => {
      await openFlaky(ask);
      await ask('/act', { type: 'launchCases', caseType: 'invoice', count: 40, every: '20s' });
      await ask('/clock/advance', { by: '2h' });
      return '';
    },
  },
  {
    file: 'lab.png',
    address: '#/lab/runs/',
    scheme: 'light',
    height: 1000,
    awaits: 'text=finished',
    prepare: study({ variants: [retries('three retries', 3), retries('one retry', 1), retries('eight retries', 8)] }),
  },
  {
    file: 'lab-sweep.png',
    address: '#/lab/runs/',
    scheme: 'light',
    height: 1000,
    awaits: 'text=finished',
    prepare: study({ vary: ['retry.max=0..6', 'retry.first=15s,30s,1m,2m,4m,8m'] }),
  },
];

const dataDir = mkdtempSync(join(tmpdir(), 'trigger-lab-pictures-'));
const cli = join(ROOT, 'out/main/cli.js');
const server = spawn(process.execPath, [cli, 'serve', '--no-open', '--data-dir', dataDir], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [line] = await Promise.race([
    new Promise<[string]>((resolve) => createInterface(server.stdout).once('line', (first) => resolve([first]))),
    new Promise<never>((_, reject) =>
      server.once('exit', (code) => reject(new Error(`the server ended with ${code}`))),
    ),
  ]);
  const url = line.replace('Trigger Lab at ', '');
  const { chromium: found } = await ensureChromium();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const folder = join(ROOT, 'docs/images');
  mkdirSync(folder, { recursive: true });
  const { origin, searchParams } = new URL(url);
  const ask: Ask = async (path, body) => {
    const headers = { authorization: `Bearer ${searchParams.get('token')}`, 'content-type': 'application/json' };
    const answer = await fetch(`${origin}${OPENAPI_PATH}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  for (const { file, address, scheme, height, awaits, prepare } of PICTURES) {
    const place = prepare === undefined ? '' : await prepare(ask);
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 1280, height } });
    await page.goto(`${url}${address}${place}`);
    const subject = awaits === undefined ? page.getByRole('region', { name: /^(Case|Action) / }) : page.locator(awaits);
    await subject.first().waitFor();
    await page.screenshot({ path: join(folder, file), animations: 'disabled' });
    await page.close();
    console.log(`docs/images/${file}`);
  }
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(dataDir, { recursive: true, force: true });
}
