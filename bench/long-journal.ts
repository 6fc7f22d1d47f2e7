/**
 * A journal larger than any string (512 MiB): written by the store's own writer, then opened by another process whose heap is small. Says
 * how long that takes and how much memory; fails where anything of it is lost. `node bench/long-journal.ts [MIB]`, 600 by default.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiskStore } from '../src/main/store/create-store.ts';
import { newWorkspace } from '../test/support/stored-workspace.ts';

const MIB = 2 ** 20;
/** What is kept of it in memory at once, in entries. */
const FLUSHED = 100_000;
const HEAP_MIB = 192;

async function write(folder: string, bytes: number): Promise<number> {
  const store = createDiskStore(folder);
  await store.open();
  const workspace = newWorkspace();
  await store.save(workspace);
  let seq = 0;
  const journal = join(folder, 'journal.ndjson');
  while ((await stat(journal)).size < bytes) {
    // The clock plays; now and then somebody does something.
    for (let count = 0; count < FLUSHED; count += 1) {
      seq += 1;
      const isAct = seq % 10_000 === 0;
      const change = { available: seq % 20_000 === 0 };
      const input = isAct ? ({ type: 'saveUser', name: 'omar', change } as const) : ({ type: 'advanced' } as const);
      store.record({ seq, at: workspace.now + seq, input });
    }
    await store.flush();
  }
  await store.close();
  return seq;
}

async function open(folder: string): Promise<void> {
  const begun = performance.now();
  const store = createDiskStore(folder);
  const { workspace, recovered } = await store.open();
  const seconds = (performance.now() - begun) / 1_000;
  await store.close();
  const memory = process.resourceUsage().maxRSS / 1024;
  const acts = workspace?.history.length;
  process.stdout.write(JSON.stringify({ seq: workspace?.seq, acts, recovered, seconds, memory }));
}

const [what = '600', folder = ''] = process.argv.slice(2);
if (what === 'open') await open(folder);
else {
  const place = await mkdtemp(join(tmpdir(), 'trigger-lab-journal-'));
  try {
    const seq = await write(place, Number(what) * MIB);
    const { size } = await stat(join(place, 'journal.ndjson'));
    const args = [`--max-old-space-size=${HEAP_MIB}`, import.meta.filename, 'open', place];
    const found = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    const isWhole = found.seq === seq && found.acts === Math.floor(seq / 10_000) && found.recovered.length === 0;
    console.log(
      `journal of ${Math.round(size / MIB)} MiB, ${seq.toLocaleString('en')} entries: opened in ${found.seconds.toFixed(1)} s, ${Math.round(found.memory)} MB at most`,
    );
    if (!isWhole) console.log(`NOT WHOLE: ${JSON.stringify(found)}`);
    process.exitCode = isWhole ? 0 : 1;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
