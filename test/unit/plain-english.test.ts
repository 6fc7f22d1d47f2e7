/** One thing, one spelling (ui.md, *Words*), in all that a person reads: screens, command line, docs, comments. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** CONTRIBUTING.md names what to avoid. */
const FILES = globSync(['*.md', 'package.json', 'docs/**/*.md', 'resources/**/*.{json,yaml}', 'src/**/*.{ts,tsx}'], {
  cwd: ROOT,
  exclude: ['CONTRIBUTING.md'],
});
const TEXTS = FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const);

test.each([
  ['External API', /external APIs?\b/],
  ['live Action', /living Action/],
])('%s is spelled one way', (_, other) => {
  expect(TEXTS.filter(([, text]) => other.test(text)).map(([file]) => file)).toEqual([]);
});

it('reads all of them', () => {
  expect(FILES.length).toBeGreaterThan(500);
});
