/**
 * `npm run attack`: the long versions of the attacks that `npm test` makes in short. Kills, flipped bits, hostile bytes, then a soak.
 * `--kills N`, `--flips N` (of each kind of file), `--inputs N` (of each kind), `--minutes N` (0: no soak) and `--seed N` change
 * them. A line an attack; exits by whether all held.
 */
import { parseArgs } from 'node:util';
import { runTool } from './lib/tool.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    flips: { type: 'string', default: '20000' },
    inputs: { type: 'string', default: '350000' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});

for (const [option, value] of Object.entries(values)) {
  if (/^\d{1,9}$/.test(value)) continue;
  process.stderr.write(`--${option} ${value}: expected a whole number\n`);
  process.exit(3);
}

const { kills, flips, inputs, minutes, seed } = values;
const LONGEST_MS = 24 * 60 * 60_000;
const vitest = (file: string, env: Record<string, string>) =>
  runTool('vitest', ['run', '--project', 'integration', `--testTimeout=${LONGEST_MS}`, `test/integration/${file}`], {
    env: { ...env, ATTACK_SEED: seed },
  });

const ATTACKS: readonly [what: string, run: () => Promise<{ readonly code: number }>][] = [
  [`${kills} kills`, () => vitest('store-crash.test.ts', { ATTACK_KILLS: kills })],
  [`${flips} flipped bits of each kind of file`, () => vitest('attack-store.test.ts', { ATTACK_FLIPS: flips })],
  [`${inputs} hostile inputs of each kind`, () => vitest('attack-', { ATTACK_RUNS: inputs, ATTACK_FLIPS: '0' })],
  [`a soak of ${minutes} minutes`, () => runTool('node', ['bench/bench.ts', 'soak', '--minutes', minutes])],
];

const lines: string[] = [];
for (const [what, run] of minutes === '0' ? ATTACKS.slice(0, -1) : ATTACKS) {
  const { code } = await run();
  lines.push(`${code === 0 ? '✓' : '✗'} ${what} (seed ${seed})`);
  if (code !== 0) process.exitCode = 1;
}
console.log(`\n${lines.join('\n')}`);
