/** The real app on a folder of its own, and a browser to look at it: what the README's pictures are taken of. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { OPENAPI_PATH } from '../../src/shared/host.ts';
import { ensureChromium } from '../chromium.ts';
import { ROOT } from './tool.ts';

/** One call of the contract over plain HTTP. */
export type Ask = (path: string, body: unknown) => Promise<unknown>;

interface Window {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

export interface PicturedApp {
  readonly ask: Ask;
  /** Opens an address, such as `#/cases`, in a window of its own. */
  readonly open: (address: string, window: Window) => Promise<Page>;
}

/** Starts the built app with the sample workspace, lets `use` look at it, and leaves nothing behind. */
export async function withPicturedApp(use: (app: PicturedApp) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'trigger-lab-pictures-'));
  const cli = join(ROOT, 'out/main/cli.js');
  const server = spawn(process.execPath, [cli, 'serve', '--no-open', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  try {
    const line = await Promise.race([
      new Promise<string>((resolve) => createInterface(server.stdout).once('line', resolve)),
      ended.then((code) => Promise.reject(new Error(`the server ended with ${code}`))),
    ]);
    const url = line.replace('Trigger Lab at ', '');
    const { chromium: found } = await ensureChromium();
    const browser = await chromium.launch({
      executablePath: found.path,
      args: ['--no-sandbox', '--disable-background-networking'],
    });
    try {
      const open = async (address: string, { width, height, scheme }: Window) => {
        // The page's policy lets nobody ask it how something looks.
        const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height }, bypassCSP: true });
        await page.goto(`${url}${address}`);
        return page;
      };
      await use({ ask: askAt(url), open });
    } finally {
      await browser.close();
    }
  } finally {
    server.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function askAt(url: string): Ask {
  const { origin, searchParams } = new URL(url);
  const headers = { authorization: `Bearer ${searchParams.get('token')}`, 'content-type': 'application/json' };
  return async (path, body) => {
    const answer = await fetch(`${origin}${OPENAPI_PATH}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}
