/** Trigger Lab's Playwright kit: what `import … from 'trigger-lab/playwright'` gives. */
import { createTest, type LabTest } from './fixtures.ts';

export type { LabClient } from './client.ts';
export type { LabFixtures, LabOptions, LabTest, LabWorkerFixtures } from './fixtures.ts';
// biome-ignore lint/performance/noBarrelFile: the kit has one entry.
export { type ExpectationText, Lab, type Response } from './lab.ts';
export { type AttentionFields, type ErrorBarFields, expect, type StatusFields, type ToldFields } from './matchers.ts';
export type { LabAction, LabCase, LabUser } from './subjects.ts';

// Each is a program of its own.
const beside = (entry: string) => new URL(entry, import.meta.url);

/** Playwright's `test` with a fresh workspace (`lab`) for each test, and `page` already at it. */
export const test: LabTest = createTest({ server: beside('kit-server.js'), desktop: beside('electron.js') });
