/** The window's profile, which only the next start can remove. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eraseProfileLater, prepareProfile } from '../../../../src/main/hosts/electron/profile.ts';
import { isOwnFile, WINDOW, WINDOW_ERASED } from '../../../../src/main/store/own-files.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

test('is made where it is not there, and kept from start to start', async () => {
  const profile = join(await temporaryFolder(), 'data', WINDOW);
  prepareProfile(profile, false);
  writeFileSync(join(profile, 'Preferences'), '{}');
  prepareProfile(profile, false);
  expect(existsSync(join(profile, 'Preferences'))).toBe(true);
});

test('is removed once by the next start after it was erased', async () => {
  const folder = await temporaryFolder();
  const profile = join(folder, WINDOW);
  prepareProfile(profile, false);
  writeFileSync(join(profile, 'Preferences'), '{}');
  eraseProfileLater(profile);
  expect(existsSync(join(profile, 'Preferences'))).toBe(true);
  // Erasing by command, before that start, removes the mark too.
  expect(isOwnFile(WINDOW_ERASED) && existsSync(join(folder, WINDOW_ERASED))).toBe(true);

  // A second start, while the app still runs in it.
  prepareProfile(profile, true);
  expect(existsSync(join(profile, 'Preferences'))).toBe(true);

  prepareProfile(profile, false);
  expect(existsSync(profile)).toBe(true);
  expect(existsSync(join(profile, 'Preferences'))).toBe(false);
  writeFileSync(join(profile, 'Preferences'), '{}');
  prepareProfile(profile, false);
  expect(existsSync(join(profile, 'Preferences'))).toBe(true);
});
