/**
 * `npm run attack`: the long versions of the attacks that `npm test` makes in short. Kills, disks that fail, flipped bits, hostile bytes,
 * a journal larger than any string, then a soak. `--kills N`, `--disks N`, `--flips N` (of each kind of file), `--inputs N` (all kinds
 * together), `--journal MIB`, `--minutes N` (0: no soak) and `--seed N` change them. A line an attack; exits by whether all held.
 */
import { parseArgs } from 'node:util';
import { sendHostileInputs } from './lib/hostile-inputs.ts';
import { runTool } from './lib/tool.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    disks: { type: 'string', default: '20000' },
    flips: { type: 'string', default: '20000' },
    inputs: { type: 'string', default: '1000000' },
    journal: { type: 'string', default: '600' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});

for (const [option, value] of Object.entries(values)) {
  if (/^\d{1,9}$/.test(value)) continue;
  process.stderr.write(`--${option} ${value}: expected a whole number\n`);
  process.exit(3);
}

const { kills, disks, flips, inputs, journal, minutes, seed } = values;
const LONGEST_MS = 24 * 60 * 60_000;
const vitest = (files: readonly string[], env: Record<string, string>) =>
  runTool(
    'vitest',
    [
      'run',
      '--project',
      'integration',
      `--testTimeout=${LONGEST_MS}`,
      ...files.map((file) => `test/integration/${file}.test.ts`),
    ],
    { env: { ...env, ATTACK_SEED: seed } },
  );

const ATTACKS: readonly [what: string, run: () => Promise<{ readonly code: number }>][] = [
  [`${kills} kills`, () => vitest(['attack-kills', 'store-crash'], { ATTACK_KILLS: kills })],
  [`${disks} disks that fail, twice`, () => vitest(['attack-disk'], { ATTACK_DISKS: disks })],
  [
    `${flips} flipped bits of each kind of file`,
    () => vitest(['attack-store', 'attack-places'], { ATTACK_FLIPS: flips }),
  ],
  [
    `${inputs} hostile inputs`,
    async () => ({ code: (await sendHostileInputs(Number(inputs), Number(seed), LONGEST_MS)) ? 0 : 1 }),
  ],
  [`a journal of ${journal} MiB`, () => runTool('node', ['bench/long-journal.ts', journal])],
  [`a soak of ${minutes} minutes`, () => runTool('node', ['bench/bench.ts', 'soak', '--minutes', minutes])],
];

const lines: string[] = [];
for (const [what, run] of minutes === '0' ? ATTACKS.slice(0, -1) : ATTACKS) {
  const { code } = await run();
  lines.push(`${code === 0 ? '✓' : '✗'} ${what} (seed ${seed})`);
  if (code !== 0) process.exitCode = 1;
}
console.log(`\n${lines.join('\n')}`);
