/** How the browser learns the address: by a file of this user's own, never by a command line that everybody can read. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../src/main/commands/open-browser.ts';

const ADDRESS = 'http://127.0.0.1:4173/?token=s3cret-token';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trigger-lab-browser-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

/** Opens in a "browser" that notes what it was started with; resolves to that. */
async function open() {
  const program = join(dir, 'browser.mjs');
  const noted = join(dir, 'noted.json');
  await writeFile(
    program,
    `import { renameSync, writeFileSync } from 'node:fs';
     writeFileSync('${noted}.new', JSON.stringify(process.argv)); renameSync('${noted}.new', '${noted}');`,
  );
  const { forget } = await openBrowser(ADDRESS, [process.execPath, program]);
  const args = await vi.waitFor(async () => JSON.parse(await readFile(noted, 'utf8')) as string[], 5_000);
  return { args, forget, file: fileURLToPath(args.at(-1) ?? '') };
}

it('starts the browser with no token on its command line, but with a file that leads to the address', async () => {
  const { args, file, forget } = await open();
  expect(args.join(' ')).not.toContain('s3cret');
  expect(await readFile(file, 'utf8')).toContain(`<meta http-equiv="refresh" content="0; url=${ADDRESS}">`);
  await forget();
});

it.skipIf(process.platform === 'win32')('lets nobody else read that file or its folder', async () => {
  const { file, forget } = await open();
  const modes = await Promise.all([stat(file), stat(dirname(file))]);
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['600', '700']);
  await forget();
});

it('removes it once it was used, and does not mind being told twice', async () => {
  const { file, forget } = await open();
  await forget();
  await expect(stat(dirname(file))).rejects.toThrow('ENOENT');
  await forget();
});

it('does nothing where there is no browser, and does not fail where it cannot be started', async () => {
  await (await openBrowser(ADDRESS, [])).forget();
  await (await openBrowser(ADDRESS, [join(dir, 'no-such-program')])).forget();
});
