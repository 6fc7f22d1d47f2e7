/** `test` of the kit: a server per worker, a fresh workspace per test, the page at it, and the screens as page objects. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  test as base,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestInfo,
  type TestType,
} from '@playwright/test';
import type { ScenarioFileText } from '../shared/file-parts.ts';
import type { ScenarioSource } from '../shared/kit-protocol.ts';
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
  /** The screen that `page` shows when the test begins; `null` leaves it blank. */
  readonly startAt: string | null;
}

export interface LabFixtures extends Pages {
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

/** `serverUrl`: of the server that is built. */
export const createTest = (serverUrl: URL): LabTest =>
  base.extend<LabOptions & LabFixtures, LabWorkerFixtures>({
    scenario: [null, { option: true }],
    vars: [{}, { option: true }],
    startAt: ['/cases', { option: true }],

    labServer: [
      async ({ browserName: _ }, use) => {
        const server = new LabServer(serverUrl);
        await use(server);
        await server.close();
      },
      { scope: 'worker' },
    ],

    lab: async ({ labServer, scenario, vars }, use, info) => {
      const lab = new Lab(await labServer.open(scenario === null ? null : await sourceOf(scenario, vars, info)));
      await use(lab);
      expect(labServer.said, 'what Trigger Lab wrote on standard error').toBe('');
    },

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
  scenario: string | ScenarioFileText,
  vars: LabOptions['vars'],
  { file: testFile }: TestInfo,
): Promise<ScenarioSource> {
  if (typeof scenario !== 'string') return { text: JSON.stringify(scenario, null, 2), file: `${testFile}.json`, vars };
  if (scenario.includes('\n')) return { text: scenario, file: `${testFile}.yaml`, vars };
  const file = resolve(dirname(testFile), scenario);
  return { text: await readFile(file, 'utf8'), file, vars };
}
