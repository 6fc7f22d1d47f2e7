import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryFiles } from '../support/library-files.ts';
import { play } from '../support/playing.ts';

/**
 * What every built-in scenario leads to, one line per entry of a timeline. After a change that is meant, write them anew
 * and read the difference: `UPDATE_GOLDEN=1 npm run test:traces`.
 */
const GOLDEN = join(import.meta.dirname, 'golden');
const updates = Boolean(process.env.UPDATE_GOLDEN);
const library = libraryFiles();

describe('the trace of', () => {
  it.each(library)('$id is as it was, and all its expectations hold', async ({ id, text }) => {
    const { trace, failures } = await play(text);
    expect(failures).toEqual([]);
    const file = join(GOLDEN, `${id}.ndjson`);
    if (updates) {
      await mkdir(GOLDEN, { recursive: true });
      await writeFile(file, trace);
    }
    expect(trace).toBe(await readFile(file, 'utf8'));
  });

  it('nothing else is kept', async () => {
    expect((await readdir(GOLDEN)).sort()).toEqual(library.map(({ id }) => `${id}.ndjson`).sort());
  });
});
