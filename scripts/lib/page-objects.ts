/** docs/playwright.md: its table of page objects, from the first line of each one's file. All else in it is written by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tool.ts';

const BEGIN = '<!-- Written by `npm run docs`, from src/kit/pages. -->\n';
const END = '\n## ';

export function playwrightPage(): string {
  const page = read('docs/playwright.md');
  const begin = page.indexOf(BEGIN) + BEGIN.length;
  const end = page.indexOf(END, begin);
  if (begin < BEGIN.length || end === -1) throw new Error('docs/playwright.md has no place for the page objects');
  return `${page.slice(0, begin)}\n${table()}\n${page.slice(end)}`;
}

function table(): string {
  const pages = read('src/kit/pages.ts');
  const files = new Map(
    [...pages.matchAll(/^import \{ (\w+) \} from '\.\/(.+)';$/gm)].map(([, name, file]) => [name, file]),
  );
  const rows = [...pages.matchAll(/^ {2}readonly (\w+): (\w+);$/gm)].map(([, fixture, name]) => {
    const about = /^\/\*\* (.+) \*\/\n/.exec(read(`src/kit/${files.get(name)}`))?.[1];
    if (about === undefined)
      throw new Error(`src/kit/${files.get(name)} does not begin with a line that says what it is`);
    return `| \`${fixture}\` | ${about} |`;
  });
  return ['| fixture | what it is |', '|---|---|', ...rows].join('\n');
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
