/** A data folder of version 3 in front of a person: every screen shows what was in it. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { STATUS_AFTER_SIGTERM } from '../support/system.ts';
import { expect, test } from './support/app.ts';
import { Server } from './support/server.ts';

const FIXTURE = resolve(import.meta.dirname, '../fixtures/workspace-3/data');

test('a workspace of version 3 is on every screen, and goes on', async ({ page, frame }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'trigger-lab-e2e-'));
  await cp(FIXTURE, dataDir, { recursive: true });
  const server = await Server.start({ dataDir });
  const visit = (screen: string) => page.goto(`${server.address.origin}/#${screen}`);
  const main = page.getByRole('main');
  try {
    await page.goto(`${server.address.href}#/cases`);
    await expect(frame.now).toContainText('09:02:31');
    await expect(main.getByRole('link', { name: 'INV-1018', exact: true }).first()).toBeVisible();
    await visit('/cases/INV-1018');
    await expect(main.getByText('Closed – Not Done Successfully', { exact: true })).toBeVisible();
    await visit('/cases/INV-1018/actions/post-entry');
    await expect(main.getByText('INV-1018/post-entry/2').first()).toBeVisible();
    for (const screen of ['/queues', '/external-apis', '/external-apis/ledger', '/builder', '/settings']) {
      await visit(screen);
      await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await visit('/scenarios');
    await expect(main.getByText('5 of 21 steps taken')).toBeVisible();
    await visit('/lab');
    await expect(main.getByText('Two or five retries').first()).toBeVisible();
    // Nothing had to be recovered, everything is saved.
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.getByRole('button', { name: 'Until idle' }).click();
    await expect(frame.now).not.toContainText('09:02:31');
    expect(await server.end('SIGTERM')).toBe(STATUS_AFTER_SIGTERM);
    expect(await server.errors).toBe('');
  } finally {
    await server.end('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  }
});

test('where nothing can be kept it is open to be looked at, and what would change it is refused', async ({ page }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'trigger-lab-e2e-'));
  await cp(FIXTURE, dataDir, { recursive: true });
  // A file where the lock's folder should be: the folder cannot be locked, not by root either.
  await writeFile(join(dataDir, 'workspace.lock'), '');
  const server = await Server.start({ dataDir });
  const refusal = /You can look at it and export it, but not change it/;
  try {
    await page.goto(`${server.address.href}#/cases/INV-1018`);
    await expect(page.getByRole('alert').filter({ hasText: refusal })).toHaveCount(1);
    await page.getByRole('button', { name: 'Next event' }).click();
    await expect(page.getByRole('alert').filter({ hasText: refusal })).toHaveCount(2);
    await expect(page.getByText('09:02:31').first()).toBeVisible();
    expect(await server.end('SIGTERM')).toBe(STATUS_AFTER_SIGTERM);
  } finally {
    await server.end('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  }
});
