/** docs/security.md says the truth: every file and test it names is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const doc = read('docs/security.md').replaceAll(/\s+/g, ' ');

it('every file that it names is there', () => {
  const files = [...doc.matchAll(/`((?:src|test|scripts)\/[^`]+)`/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(90);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

it('every test that it names is in its file', () => {
  const tests = [...doc.matchAll(/`(test\/[^`]+)` \*([^*]+)\*/g)];
  expect(tests.length).toBeGreaterThan(45);
  const missing = tests.filter(([, file = '', title = '']) => !titlesIn(file).includes(title));
  expect(missing.map(([, file, title]) => `${file}: ${title}`)).toEqual([]);
});

/** Every row of a table of guards ends with a test; the first table says who is meant. */
it('no guard goes without a file and a test', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`src/'));
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter((row) => !/`(src|scripts)\/[^`]+` \| `test\/[^`]+` \*[^*]+\* \|$/.test(row))).toEqual([]);
  expect([...doc.matchAll(/\| (\d+) \|/g)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
});

/** The two others are about what it is built from, and into. */
it('Electron’s checklist is held against the app as it is built', () => {
  const rows = [...doc.matchAll(/\| (\d+) \| [^|]+ \| `[^`]+` \| `(test\/[^`]+)`/g)];
  const otherwise = rows.filter(([, , file = '']) => !file.startsWith('test/e2e/desktop-stand-in'));
  expect(rows).toHaveLength(20);
  expect(otherwise.map(([, number, file]) => `${number} ${file}`)).toEqual([
    '16 test/unit/security-doc.test.ts',
    '19 test/integration/desktop-package.test.ts',
  ]);
});

it('nothing in the app opens what is outside of it', () => {
  const sources = globSync('src/**/*.{ts,tsx}', { cwd: ROOT });
  expect(sources.length).toBeGreaterThan(300);
  // The audience's window is a page of the app's own.
  const withoutAudience = (file: string) => read(file).replace(/window\.open\(`#\$\{paths\.audience\}`/, '');
  expect(sources.filter((file) => /openExternal|openPath|\bwindow\.open\(/.test(withoutAudience(file)))).toEqual([]);
});

it('the version of Electron is exact', () => {
  const { devDependencies, dependencies } = JSON.parse(read('package.json'));
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  for (const version of Object.values({ ...devDependencies, ...dependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

/** As they stand in the source, in whichever quotes. */
function titlesIn(file: string): string[] {
  return [...read(file).matchAll(/'((?:[^'\\\n]|\\.)+)'|"([^"\n]+)"/g)].map(
    ([, single, double]) => single ?? double ?? '',
  );
}
