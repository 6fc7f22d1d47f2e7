/** What the app refuses before it looks for Electron or serves anything. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const LAUNCH = fileURLToPath(new URL('../../src/main/launch.ts', import.meta.url));

it.each([
  [['--data-dir'], '--data-dir: expected a folder'],
  [['--browser', '--data-dir', '--no-open'], '--data-dir: expected a folder'],
  [['--scenario='], '--scenario: expected a file'],
])('%j is wrong usage, in a sentence', async (args, sentence) => {
  const started = promisify(execFile)(process.execPath, [LAUNCH, ...args]);
  await expect(started).rejects.toMatchObject({
    code: 3,
    stderr: `trigger-lab: ${sentence}\nSee trigger-lab --help.\n`,
  });
});
