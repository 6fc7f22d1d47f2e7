/** The documents name files that are there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const DOCS = ['CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: ROOT })];
const pathsIn = (file: string) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/`((?:src|test|scripts|bench|docs)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  );

test.each(DOCS)('%s', (file) => {
  expect(pathsIn(file).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('there are some', () => {
  expect(pathsIn('docs/how-do-i.md').length).toBeGreaterThan(20);
});
