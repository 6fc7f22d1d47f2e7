/** A client in TypeScript that a generator makes from `/openapi.json`: it compiles under `strict`, and works. */
import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateSource } from 'oazapfts';
import { expect, it } from 'vitest';
import { describeApi } from '../../src/main/hosts/loopback/described-api.ts';
import { serving } from '../support/api.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

const SCENARIO = `
title: Down, then up
users: { dana: {} }
externalApis:
  erp: { url: https://erp.example.test/x, calls: [{ fail: refused }], otherwise: accept }
actionTypes: { post: { externalApi: erp } }
cases: { C1: { owner: dana, process: [post] } }
`;

/** What somebody writes against it. The compiler must know the types of what is read, and refuse what the API would. */
const USE = `
import * as api from './client.ts';

export async function use(baseUrl: string, token: string) {
  api.defaults.baseUrl = baseUrl;
  api.defaults.headers = { Authorization: \`Bearer \${token}\` };
  await api.act({ command: { type: 'launchCase', case: 'C1' } });
  // @ts-expect-error There is no such command.
  void (() => api.act({ command: { type: 'dance' } }));
  const action = await api.getAction({ ref: 'C1/post' });
  if (action.status !== 200) throw new Error(action.data.message);
  const status: 'Draft' | 'To Do' | 'In Progress' | 'Waiting' | 'Resolved' | 'Closed' = action.data.status;
  const nextRetryAt: string | null | undefined = action.data.errorBar?.nextRetryAt;
  await api.clockAdvance({ body: { by: '90s' } });
  const checked = await api.expect({ expectation: { action: 'C1/post', phase: 'awaiting response', retries: '2/5' } });
  const timeline = await api.getActionTimeline({ ref: 'C1/post', limit: 3 });
  const none = await api.getCase({ ref: 'C2' });
  return {
    status,
    nextRetryAt,
    checked: checked.status === 200 && checked.data,
    kinds: timeline.status === 200 ? timeline.data.entries.map(({ kind }) => kind) : [],
    none: none.status === 404 && none.data.message,
  };
}
`;

it('a client that is generated from the description compiles, and works', { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder();
  const at = (name: string) => join(folder, name);
  await writeFile(at('openapi.json'), JSON.stringify(await describeApi('http://127.0.0.1:1', '1.2.3')));
  await writeFile(at('client.ts'), await generateSource(at('openapi.json'), { argumentStyle: 'object' }));
  await writeFile(at('use.ts'), USE);
  const compilerOptions = {
    ...{ target: 'ES2024', module: 'ESNext', moduleResolution: 'bundler', lib: ['ES2024', 'DOM'], types: [] },
    ...{ strict: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, erasableSyntaxOnly: true },
    ...{ allowImportingTsExtensions: true, rewriteRelativeImportExtensions: true, outDir: 'out' },
  };
  await writeFile(at('tsconfig.json'), JSON.stringify({ compilerOptions, include: ['use.ts'] }));
  await writeFile(at('package.json'), '{ "type": "module" }');
  await symlink(join(ROOT, 'node_modules'), at('node_modules'), 'junction');
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout, { cause: error });
  }

  const { use } = (await import(pathToFileURL(at('out/use.js')).href)) as {
    use: (baseUrl: string, token: string) => Promise<unknown>;
  };
  const { origin, token } = await serving(SCENARIO);
  expect(await use(`${origin}/api`, token)).toEqual({
    status: 'Waiting',
    nextRetryAt: '+1m',
    checked: { passed: false, mismatches: [{ path: 'retries', expected: '2/5', actual: '1/5' }] },
    kinds: ['created', 'status change', 'call'],
    none: 'There is no Case C2.',
  });
});
