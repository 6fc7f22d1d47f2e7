import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ensureElectron } from '../../../scripts/electron.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Electron's program has another name on other systems. */
const itOnLinux = it.runIf(process.platform === 'linux');

itOnLinux('says which Electron the desktop tests use', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'electron'), '');
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  expect(await ensureElectron()).toContain(`Electron: found (${folder}`);
});

itOnLinux('fetches none where nothing can show its window, and says what would', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', await temporaryFolder());
  vi.stubEnv('DISPLAY', '');
  vi.stubEnv('WAYLAND_DISPLAY', '');
  expect(await ensureElectron()).toBe(
    'Electron: not fetched, since there is no display; `xvfb-run npm test` gives it one.',
  );
});
