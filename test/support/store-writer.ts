/** A program that writes to a store until it is killed, and says on standard output which entries are acknowledged. */
import { writeSync } from 'node:fs';
import { createDiskStore } from '../../src/main/store/create-store.ts';
import { ACTS, act, newWorkspace, runtimeOf, workspaceOf } from './stored-workspace.ts';

const store = createDiskStore(process.argv[2] ?? '');
await store.open();
const workspace = newWorkspace();
await store.save(workspace);
const runtime = runtimeOf(workspace, store);
for (let turn = 0; ; turn += 1) {
  if (turn < ACTS.length) await act(runtime, turn, turn + 1);
  else await runtime.advanceBy(1_000);
  writeSync(1, `${runtime.seq}\n`);
  if (turn % 50 === 49) await store.save(workspaceOf(runtime, workspace));
}
