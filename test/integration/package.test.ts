/** The package in an empty project: what is in it, and that all of it works there. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import { ensureChromium } from '../../scripts/chromium.ts';
import { installPackage, runIn } from '../support/packed.ts';
import { slashed } from '../support/system.ts';

const SCENARIO = `title: The response arrives
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/, otherwise: { respond: { after: 10m, outcome: success } } } }
actionTypes: { post: { externalApi: erp } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - launch: { case: C1 }
  - advance: { until: idle }
  - expect: { case: C1, status: Closed }
`;

/** What a consumer writes: it compiles where everything is checked, and prints what it found. */
const CONSUMER = `import { type Lab, openLab, type ParseResult, type Problem, parseScenario, type RunReport, runScenario, type ScenarioText } from 'trigger-lab';
import schema from 'trigger-lab/schema' with { type: 'json' };

const scenario: ScenarioText = {
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/', otherwise: { fail: 'refused' } } },
  actionTypes: { post: { externalApi: 'erp' } },
  cases: { C1: { owner: 'dana', process: ['post'] } },
  steps: [{ launch: { case: 'C1' } }, { advance: '3m' }, { expect: { action: 'C1/post', retries: '2/5' } }],
};
// @ts-expect-error: a step has a verb that there is.
export const wrong: ScenarioText = { steps: [{ advence: '5m' }] };
const report: RunReport = await runScenario(scenario, { seed: 7, signal: new AbortController().signal });
const parsed: ParseResult = parseScenario('stesp: []', { file: 'a.yaml' });
const problems: readonly Problem[] = parsed.ok ? [] : parsed.problems;
const lab: Lab = await openLab(scenario);
const heard: string[] = [];
lab.subscribe(({ subject, kind }) => heard.push(\`\${subject} \${kind}\`));
await lab.launch({ case: 'C1' });
const retries: string = lab.action('C1/post').retries;
if (retries !== '0/5' || heard.length === 0) throw new Error(retries);
await lab.next();
const { now: since } = lab.clock();
await lab.close();
console.log(JSON.stringify({ since, passed: report.passed, seed: report.scenarios[0]?.seed, line: problems[0]?.line, title: schema.title }));
`;

const COMPILER_OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  module: 'nodenext',
  target: 'es2022',
  lib: ['es2023', 'dom'],
  types: [],
};

let folder = '';
const inPackage = (path = '') => join(folder, 'node_modules/trigger-lab', path);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trigger-lab-package-'));
  await installPackage(folder);
  await writeFile(join(folder, 'a.yaml'), SCENARIO);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('brings no Node, no Electron, and less than 60 MB', () => {
    const files = filesBelow(join(folder, 'node_modules'));
    expect(files.filter((file) => /^(node-[^/]+|electron|typescript|vitest|react)$/.test(file))).toEqual([]);
    expect(existsSync(join(folder, 'node_modules/.bin/node'))).toBe(false);
    const sizes = files.map((file) => statSync(join(folder, 'node_modules', file)));
    // Windows does not say how many blocks a file takes.
    const taken = sizes.reduce((sum, { blocks, size }) => sum + (blocks === undefined ? size : blocks * 512), 0);
    expect(taken).toBeLessThan(60_000_000);
  });

  it('has what runs and what can be read, and nothing else', () => {
    const files = filesBelow(inPackage());
    expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(
      new Set([
        ...['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'],
        ...['docs', 'out', 'resources'],
      ]),
    );
    expect(files.filter((file) => /\.map$|\.test\.|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });

  it('has every document that one of its documents links to', () => {
    const missing = filesBelow(inPackage())
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => linksOf(file).filter((path) => !existsSync(inPackage(path))));
    expect(missing).toEqual([]);
    expect(linksOf('README.md').length).toBeGreaterThan(10);
  });
});

/** All that lies in a folder, by its path from there. */
const filesBelow = (root: string) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map(slashed);

/** The files that a document links to, from the package's root. */
function linksOf(file: string): string[] {
  const prose = readFileSync(inPackage(file), 'utf8').replace(/```.*?```|`[^`\n]*`/gs, '');
  return [...prose.matchAll(/\]\(([^)#\s]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(file), target));
}

/** What a project has beside the package to use its kit: from this checkout, for they are large. */
const TOOLS = ['@playwright/test', 'vitest'];

describe('a project that imports it', () => {
  beforeAll(async () => {
    await mkdir(join(folder, 'node_modules/@playwright'));
    for (const tool of TOOLS)
      await symlink(resolve('node_modules', tool), join(folder, 'node_modules', tool), 'junction');
    await cp('examples', join(folder, 'examples'), { recursive: true });
  });

  it('compiles with every check there is, and runs; so does each example of docs/library.md', async () => {
    const guide = readFileSync(inPackage('docs/library.md'), 'utf8');
    const examples = [...guide.matchAll(/^```ts\n(import .*?)^```/gms)].map(([, code = '']) => code);
    expect(examples.length).toBeGreaterThan(1);
    const sources = [CONSUMER, ...examples];
    const names = sources.map((_, index) => `consumer-${index}`);
    await Promise.all(names.map((name, index) => writeFile(join(folder, `${name}.mts`), sources[index] as string)));
    const options = { ...COMPILER_OPTIONS, rootDir: '.', outDir: 'built' };
    const config = { compilerOptions: options, files: names.map((name) => `${name}.mts`) };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    expect(await runIn(folder, 'tsc', ['-p', '.'])).toEqual({ status: 0, out: '', err: '' });
    const [ran, ...others] = await Promise.all(
      names.map((name) => runIn(folder, process.execPath, [`built/${name}.mjs`])),
    );
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(ran?.out ?? '')).toEqual({
      passed: true,
      seed: 7,
      line: 1,
      title: 'Trigger Lab scenario',
      since: '+1m',
    });
    for (const other of others) expect(other).toEqual({ status: 0, out: '', err: '' });
  });

  it('finds every export, by import and by require', async () => {
    const names = Object.keys(project.exports).map((path) => path.replace(/^\./, project.name));
    const load = `const { createRequire } = await import('node:module');
const require = createRequire(import.meta.url);
for (const name of ${JSON.stringify(names)}) {
  const isJson = import.meta.resolve(name).endsWith('.json');
  const imported = await import(name, isJson ? { with: { type: 'json' } } : {});
  console.log(name, Object.keys(imported).length > 0 && Object.keys(require(name)).length > 0);
}`;
    await writeFile(join(folder, 'imports.mjs'), load);
    const { out, err } = await runIn(folder, process.execPath, ['imports.mjs']);
    expect({ out, err }).toEqual({ out: names.map((name) => `${name} true\n`).join(''), err: '' });
  });
});

describe('the examples, copied and run as they say', () => {
  it('types of the kit are whole', async () => {
    const options = { ...COMPILER_OPTIONS, skipLibCheck: true, noEmit: true };
    const files = ['examples/playwright/retry.spec.ts', 'examples/vitest/escalation.test.ts'];
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files }));
    expect(await runIn(folder, 'tsc', ['-p', '.'])).toEqual({ status: 0, out: '', err: '' });
  });

  // Twice in a row: what a run leaves behind must not be in the way of the next.
  it.concurrent('examples/playwright', async () => {
    const { chromium } = await ensureChromium();
    const launchOptions = {
      ...(chromium.source === 'playwright' ? {} : { executablePath: chromium.path }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    };
    const here = join(folder, 'examples/playwright');
    const config = `import theirs from './playwright.config.ts';
export default { ...theirs, workers: 2, use: { ...theirs.use, launchOptions: ${JSON.stringify(launchOptions)} } };`;
    await writeFile(join(here, 'here.config.ts'), config);
    for (const _ of ['once', 'again']) {
      const ran = await runIn(here, 'playwright', ['test', '--config', 'here.config.ts', '--reporter', 'line']);
      expect(ran).toMatchObject({ status: 0, out: expect.stringContaining('2 passed') });
    }
  });

  it.concurrent('examples/vitest', async () => {
    for (const _ of ['once', 'again']) {
      const ran = await runIn(join(folder, 'examples/vitest'), 'vitest', ['run']);
      expect(ran).toMatchObject({ status: 0, out: expect.stringContaining('4 passed') });
    }
  });
});

describe('every command runs', () => {
  const run = (...args: string[]) => runIn(folder, process.execPath, [inPackage(project.bin['trigger-lab']), ...args]);

  it('by the name that npm gives it', async () => {
    const ended = await runIn(folder, 'trigger-lab', ['run', 'a.yaml']);
    expect(ended).toMatchObject({ status: 0, err: '' });
    expect(ended.out).toContain('1 passed');
  });

  it.concurrent.each([
    [['run', 'a.yaml', '--transport', 'direct', '--reporter', 'json'], /"passed": true/],
    [['validate', 'a.yaml'], /valid/],
    [['verdict', 'a.yaml'], /Calls at/],
    [['lab', 'a.yaml', '--trials', '100', '--workers', '1', '--window', '1d'], /100 trials/],
    [['coverage', 'a.yaml'], /%/],
    [['schema'], /json-schema/],
    [['--version'], new RegExp(project.version)],
  ])('%j', async (args, printed) => {
    const { status, out } = await run(...args);
    expect({ status, out }).toEqual({ status: 0, out: expect.stringMatching(printed) });
  });

  it.concurrent('each says how it is used', async () => {
    const { out } = await run('--help');
    const commands = [...out.slice(out.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm)].map(
      ([, command = '']) => command,
    );
    expect(commands).toEqual(
      expect.arrayContaining(['run', 'validate', 'verdict', 'lab', 'schema', 'serve', 'restore']),
    );
    for (const command of commands.filter((each) => each !== 'help')) {
      expect(await run(command, '--help')).toMatchObject({
        status: 0,
        out: expect.stringContaining(`trigger-lab ${command}`),
      });
    }
  });

  it.concurrent('serve, whose workspace is then listed, backed up and restored', async () => {
    const dataDir = ['--data-dir', join(folder, 'served')];
    await served('serve', '--no-open', ...dataDir);
    expect((await run('workspaces', ...dataDir)).out).toContain('Sample workspace');
    expect((await run('backups', ...dataDir)).out).toContain('Sample workspace');
    expect(await run('restore', '1', ...dataDir)).toMatchObject({ status: 0 });
  });

  it.concurrent('the app, in a browser where there is no Electron; a signal ends it', async () => {
    await served('--browser', '--no-open', '--data-dir', join(folder, 'app'));
  });
});

/** Starts what serves the app, looks at its page once, and ends it. */
async function served(...args: readonly string[]): Promise<void> {
  const server = spawn(process.execPath, [inPackage(project.bin['trigger-lab']), ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('close', resolve));
  let printed = '';
  let page = '';
  for await (const chunk of server.stdout) {
    printed += chunk;
    const [address] = /http:\S+/.exec(printed) ?? [];
    if (address === undefined || page !== '') continue;
    page = await (await fetch(address)).text();
    server.kill('SIGTERM');
  }
  await ended;
  expect(page).toContain('<title>Trigger Lab</title>');
}
