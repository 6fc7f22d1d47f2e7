/** `test` of the kit: a server per worker, a fresh workspace per test, the page at it, and the screens as page objects. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  test as base,
  type ElectronApplication,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestInfo,
  type TestType,
} from '@playwright/test';
import type { ScenarioFileText } from '../shared/file-parts.ts';
import type { ScenarioSource } from '../shared/kit-protocol.ts';
import { Desktop } from './desktop.ts';
import { findDesktop, type Host } from './host.ts';
import { Lab } from './lab.ts';
import { LabServer } from './lab-server.ts';
import { expect } from './matchers.ts';
import { type Pages, pages } from './pages.ts';

export interface LabOptions {
  /**
   * What the workspace is before the first step: the path of a scenario file, relative to the test file; the text of one (it has more than
   * one line); a value like one; or `null`, the sample workspace. Of a file with `examples` the first. None of its steps is taken.
   */
  readonly scenario: string | ScenarioFileText | null;
  /** Values of the scenario's parameters (`params`), which replace their defaults. A name that is no parameter is an error. */
  readonly vars: Readonly<Record<string, string | number | boolean | null>>;
  /** The screen that `page` shows when the test begins; `null` leaves it blank, or where the desktop app opens. */
  readonly startAt: string | null;
  /**
   * `desktop` runs the test in the desktop app where Electron's binary is there, in a browser where it is not; an annotation of the test says
   * which it was.
   */
  readonly host: Host;
  /** The path of Electron's binary; `null` takes the one that npm has fetched. */
  readonly electronPath: string | null;
}

export interface LabFixtures extends Pages {
  /** The desktop app, for what Playwright can do with it beside its window; `null` where the test runs in a browser. */
  readonly electronApp: ElectronApplication | null;
  /** The workspace beside the page. */
  readonly lab: Lab;
}

export interface LabWorkerFixtures {
  readonly labServer: LabServer;
}

// In full, by the package that its user has: the types of the kit are looked up there.
export type LabTest = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & LabOptions & LabFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & LabWorkerFixtures
>;

/** Where the entries are that are built. */
export interface Entries {
  readonly server: URL;
  readonly desktop: URL;
}

interface DesktopFixture {
  readonly desktop: Desktop | null;
}

export const createTest = (entries: Entries): LabTest =>
  base.extend<LabOptions & LabFixtures & DesktopFixture, LabWorkerFixtures>({
    scenario: [null, { option: true }],
    vars: [{}, { option: true }],
    startAt: ['/cases', { option: true }],
    host: ['browser', { option: true }],
    electronPath: [null, { option: true }],

    labServer: [
      async ({ browserName: _ }, use) => {
        const server = new LabServer(entries.server);
        await use(server);
        await server.close();
      },
      { scope: 'worker' },
    ],

    desktop: async ({ host, electronPath, labServer, scenario, vars }, use, info) => {
      if (host === 'browser') return use(null);
      const { electron, sentence } = findDesktop(electronPath);
      info.annotations.push({ type: 'host', description: sentence });
      if (electron === null) return use(null);
      const source = await sourceOf(scenario, vars, info);
      const desktop = await Desktop.start({
        binary: electron,
        entry: fileURLToPath(entries.desktop),
        scenario: source === null ? null : await labServer.whole(source),
      });
      await use(desktop);
      await desktop.close();
      expect(desktop.complaints, 'what Trigger Lab wrote on standard error').toBe('');
    },

    electronApp: async ({ desktop }, use) => use(desktop?.app ?? null),

    lab: async ({ desktop, labServer, scenario, vars }, use, info) => {
      if (desktop !== null) return use(desktop.lab);
      await use(new Lab(await labServer.open(await sourceOf(scenario, vars, info))));
      expect(labServer.said, 'what Trigger Lab wrote on standard error').toBe('');
    },

    // Playwright starts its own browser all the same: what `context` is made of cannot depend on an option.
    context: async ({ context, desktop }, use) => use(desktop?.context ?? context),

    page: async ({ page, lab, startAt }, use) => {
      if (startAt !== null) {
        await page.goto(lab.at(startAt));
        await page.getByRole('navigation', { name: 'Main', exact: true }).waitFor();
      }
      await use(page);
    },

    ...pages,
  });

async function sourceOf(
  scenario: LabOptions['scenario'],
  vars: LabOptions['vars'],
  { file: testFile }: TestInfo,
): Promise<ScenarioSource | null> {
  if (scenario === null) return null;
  if (typeof scenario !== 'string') return { text: JSON.stringify(scenario, null, 2), file: `${testFile}.json`, vars };
  if (scenario.includes('\n')) return { text: scenario, file: `${testFile}.yaml`, vars };
  const file = resolve(dirname(testFile), scenario);
  return { text: await readFile(file, 'utf8'), file, vars };
}
