/** The attacks with hostile inputs: so many that they come in batches, a process each, as many at a time as there are cores. */
import { availableParallelism } from 'node:os';
import { runTool } from './tool.ts';

/** What each file of test/integration sends: so many kinds, and the share of all inputs that each kind gets; dear ones come less often. */
const SENDERS: Readonly<Record<string, { readonly kinds: number; readonly share: number }>> = {
  'attack-sealed': { kinds: 2, share: 0.04 },
  'attack-api': { kinds: 1, share: 0.04 },
  'attack-command-line': { kinds: 1, share: 0.1 },
  'attack-loopback': { kinds: 3, share: 0.1 },
  'attack-inputs': { kinds: 4, share: 0.12 },
};

/** Inputs of each kind in one process, at the most: what a process has seen stays in its memory. */
const MOST = 10_000;
/** Fewer do not meet every kind of answer. */
const LEAST = 200;
/** Seeds of two attacks do not meet where neither has as many batches of a file. */
const SEED_STEP = 1_000;

interface Batch {
  readonly file: string;
  /** Inputs of each kind. */
  readonly count: number;
  readonly seed: number;
}

/** The batches that send `inputs` of all kinds together, or a few more; their seeds follow from `seed`. */
export function batchesOf(inputs: number, seed: number): Batch[] {
  return Object.entries(SENDERS).flatMap(([file, { share }]) => {
    const each = Math.max(LEAST, Math.ceil(inputs * share));
    const batchCount = Math.ceil(each / MOST);
    return Array.from({ length: batchCount }, (_, index) => ({
      file,
      count: Math.ceil(each / batchCount),
      seed: seed * SEED_STEP + index,
    }));
  });
}

/** Sends them all; says after each batch how far it is, and of one that fails all that it printed. True where all held. */
export async function sendHostileInputs(inputs: number, seed: number, limitMs: number): Promise<boolean> {
  const batches = batchesOf(inputs, seed);
  const total = batches.reduce((sum, { file, count }) => sum + count * (SENDERS[file]?.kinds ?? 0), 0);
  const left = batches.values();
  let sent = 0;
  let hold = true;
  const send = async () => {
    for (const { file, count, seed: batchSeed } of left) {
      const runs = String(count);
      const { code, output } = await runTool(
        'vitest',
        ['run', '--project', 'integration', `--testTimeout=${limitMs}`, `test/integration/${file}.test.ts`],
        {
          output: 'collect',
          env: { ATTACK_SEED: String(batchSeed), ATTACK_RUNS: runs, ATTACK_COMMANDS: runs, ATTACK_REQUESTS: runs },
        },
      );
      sent += count * (SENDERS[file]?.kinds ?? 0);
      hold &&= code === 0;
      console.log(`${code === 0 ? '✓' : '✗'} ${file}, seed ${batchSeed}: ${sent} of ${total} inputs sent`);
      if (code !== 0) console.log(output);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, send));
  return hold;
}
