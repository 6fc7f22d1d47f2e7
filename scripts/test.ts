/**
 * `npm test`: all that proves the project. Runs every tier, streams what each prints, and ends with
 * `N passed, N failed, N skipped` over all of them; exits by it.
 *
 * A check (lint, types, …) counts as one test. A tier that breaks before it has a result counts as one failed.
 * `npm test -- unit e2e` runs the named tiers only.
 */
import { ensureElectron } from './electron.ts';
import { type Counts, NOTHING, playwrightCounts, vitestCounts } from './lib/counts.ts';
import { withReport } from './lib/report-file.ts';
import { hasFiles, runTool } from './lib/tool.ts';

interface Tier {
  readonly name: string;
  /** Names of tiers without which this one says nothing: where one of them failed, this one counts as failed, unrun. */
  readonly needs?: readonly string[];
  readonly run: () => Promise<Counts>;
}

const TIERS: readonly Tier[] = [
  check('lint', 'biome', ['check', '--error-on-warnings']),
  check('imports', 'depcruise', ['src']),
  check('unused', 'knip', []),
  check('types', 'npm', ['run', '--silent', 'typecheck']),
  check('generated files', 'node', ['scripts/generate.ts', '--check']),
  check('build', 'electron-vite', ['build', '--logLevel', 'warn']),
  { ...check('bundles', 'node', ['scripts/bundle-check.ts']), needs: ['build'] },
  vitest('unit'),
  vitest('component', '.test.tsx'),
  vitest('contract'),
  { ...vitest('integration'), needs: ['build'] },
  vitest('traces'),
  { ...playwright('e2e'), needs: ['build'] },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !TIERS.some((tier) => tier.name === name));
if (unknown.length > 0) {
  console.error(`No tier ${unknown.join(', ')}. There are: ${TIERS.map((tier) => tier.name).join(', ')}.`);
  process.exit(3);
}

// Its tests, and those of what is packaged with it, are skipped or take a stand-in where there is none.
if (asked.length === 0) console.log(await ensureElectron());

const results = new Map<string, Counts>();
const seconds = new Map<string, number>();
for (const tier of TIERS) {
  if (asked.length > 0 && !asked.includes(tier.name)) continue;
  console.log(`\n── ${tier.name} ${'─'.repeat(Math.max(0, 70 - tier.name.length))}`);
  const missing = tier.needs?.find((name) => (results.get(name)?.failed ?? 0) > 0);
  if (missing === undefined) {
    const startedAt = performance.now();
    results.set(tier.name, await tier.run());
    seconds.set(tier.name, Math.round((performance.now() - startedAt) / 1000));
  } else {
    console.log(`Not run: ${missing} failed.`);
    results.set(tier.name, { ...NOTHING, failed: 1 });
  }
}

console.log('');
const total = { ...NOTHING };
for (const [name, { passed, failed, skipped }] of results) {
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds.get(name) ?? 0} s)`,
  );
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

function check(name: string, program: string, args: readonly string[]): Tier {
  return {
    name,
    run: async () => {
      const { code } = await runTool(program, args);
      return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
    },
  };
}

function vitest(name: string, ending = '.test.ts'): Tier {
  return {
    name,
    run: async () => {
      if (!hasFiles(`test/${name}`, ending)) return none(name);
      return withReport(async (file) => {
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
        const { code } = await runTool('vitest', ['run', '--project', name, ...reporters]);
        return { code, count: vitestCounts };
      });
    },
  };
}

function playwright(name: string): Tier {
  return {
    name,
    run: async () => {
      if (!hasFiles('test/e2e', '.spec.ts')) return none(name);
      return withReport(async (file) => {
        const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
        const { code } = await runTool('node', ['scripts/e2e.ts', '--reporter=list,json'], { env });
        return { code, count: playwrightCounts };
      });
    },
  };
}

function none(name: string): Counts {
  console.log(`No tests in test/${name} yet.`);
  return NOTHING;
}
