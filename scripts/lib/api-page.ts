/** `docs/api.md`: written by hand, but for its table of addresses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from '../../src/main/hosts/loopback/described-api.ts';
import { ROOT } from './tool.ts';

const METHODS = ['get', 'post', 'put', 'delete'] as const;

/** The page with the table as the contract has it now. */
export async function apiPage(): Promise<string> {
  const page = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');
  const table = `<!-- addresses -->\n${(await rows()).join('\n')}\n<!-- /addresses -->`;
  return page.replace(/<!-- addresses -->.*<!-- \/addresses -->/s, () => table);
}

async function rows(): Promise<string[]> {
  const { paths = {}, tags = [] } = await describeApi('http://127.0.0.1', '0');
  const operations = Object.entries(paths)
    .filter(([path]) => !path.startsWith('/callbacks'))
    .flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item?.[method];
        return operation === undefined ? [] : [{ method, path, tag: operation.tags?.[0], summary: operation.summary }];
      }),
    );
  // In the order in which the description lists the parts.
  const ordered = tags.flatMap(({ name }) => operations.filter(({ tag }) => tag === name));
  return [
    '| address | what it does |',
    '|---|---|',
    ...ordered.map(({ method, path, summary }) => `| \`${method.toUpperCase()} ${path}\` | ${summary} |`),
  ];
}
