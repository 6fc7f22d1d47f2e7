import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findDesktop } from '../../../src/kit/host.ts';

let dir: string;
let binary: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'trigger-lab-host-'));
  binary = join(dir, 'electron');
  writeFileSync(binary, '');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const displays = (display: string) => {
  vi.stubEnv('DISPLAY', display);
  vi.stubEnv('WAYLAND_DISPLAY', '');
};

it('starts the binary that is named, whether or not there is a display', () => {
  displays('');
  expect(findDesktop(binary)).toEqual({ electron: binary, sentence: `desktop, in ${binary}` });
});

it('refuses a name of nothing, rather than to test something else', () => {
  expect(() => findDesktop(join(dir, 'electorn'))).toThrow(`electronPath: there is no file ${join(dir, 'electorn')}.`);
});

it.runIf(process.platform === 'linux')('takes what was fetched, where there is a display', () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dir);
  displays(':0');
  expect(findDesktop(null)).toEqual({ electron: binary, sentence: 'desktop, in Electron' });
  displays('');
  expect(findDesktop(null)).toEqual({
    electron: null,
    sentence: 'browser: there is no display for an Electron window here',
  });
  rmSync(binary);
  expect(findDesktop(null)).toEqual({
    electron: null,
    sentence: 'browser: Electron’s binary has not been fetched here',
  });
});
