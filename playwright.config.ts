import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.ts';
import { findDesktop, type Host } from './src/kit/host.ts';

const chromium = findChromium();
const asRoot = process.getuid?.() === 0;

const hasDesktop = findDesktop(null).electron !== null;

const ELECTRON_ONLY = '**/electron.spec.ts';
const STAND_IN_ONLY = '**/desktop-stand-in-security.spec.ts';
/** Walks of what the built desktop app adds: in Electron where it is, over its stand-in everywhere. */
const BUILT = '**/desktop.spec.ts';
const STAND_IN = resolve(import.meta.dirname, 'test/support/electron-stand-in/electron-stand-in');
/** Tests of what the app does, wherever its window is: none with addresses, a second page, downloads or pages of other sizes. */
const ON_EITHER_HOST = [
  'electron',
  'kit',
  'clock',
  'lifecycle',
  'people',
  'builder',
  'external-api-editor',
  'held-up',
  'help',
  'selection',
].map((name) => `**/${name}.spec.ts`);

export default defineConfig<{ readonly host: Host; readonly electronPath: string }>({
  testDir: 'test/e2e',
  // Not that of the tests, whose paths lead to the sources of the kit: tests use what is built.
  tsconfig: 'tsconfig.base.json',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A test waits for a good part of its time: three keep two cores busy.
  workers: 3,
  // A busy CI machine gets a second try; what fails twice is wrong. Locally nothing is hidden.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    // What a test does is recorded where it failed before: recording makes every test take a third longer.
    trace: process.env.CI === undefined ? 'retain-on-failure' : 'on-first-retry',
    screenshot: 'only-on-failure',
    // Video needs a download of its own, which Debian's Chromium does not come with.
    video: 'off',
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      // Playwright's own Chromium needs no path; it knows where it put it.
      ...(chromium === null || chromium.source === 'playwright' ? {} : { executablePath: chromium.path }),
      args: [
        // The sandbox does not start as root.
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
        // Where there is no graphics card, imitating one costs more than drawing without.
        '--disable-gpu',
      ],
    },
  },
  projects: [
    { name: 'browser', testIgnore: [ELECTRON_ONLY, BUILT, STAND_IN_ONLY] },
    // Where there is no Electron, these would only be those of `browser` once more.
    { name: 'desktop', testMatch: hasDesktop ? [...ON_EITHER_HOST, BUILT] : ELECTRON_ONLY, use: { host: 'desktop' } },
    { name: 'stand-in', testMatch: [BUILT, STAND_IN_ONLY], use: { electronPath: STAND_IN } },
    {
      name: 'kit over the stand-in',
      testMatch: '**/kit.spec.ts',
      // The stand-in is a shell script.
      grep: process.platform === 'win32' ? /^$/ : /@core/,
      use: { host: 'desktop', electronPath: STAND_IN },
    },
  ],
});
