/**
 * Documents and journals that say something else than they did, and are sealed as if they had always said it: nothing but their schemas
 * and the rules stand between them and the workspace. They are read, refused or moved aside in sentences, never with an error of the
 * program's own. A document whose names lead nowhere is beyond that (decision 11: a seal is no lock). `ATTACK_RUNS` says how many of each, `ATTACK_SEED` which.
 */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Workspace } from '../../src/main/runtime/ports.ts';
import { chained } from '../../src/main/store/checksum.ts';
import { entryLine, splitSum } from '../../src/main/store/journal-log.ts';
import { LowdbStore } from '../../src/main/store/lowdb-store.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { StoreRefusal } from '../../src/main/store/refusal.ts';
import { seal } from '../../src/main/store/seal.ts';
import { filesWith, textsOf } from '../support/copied-files.ts';
import { ACTS, act, newWorkspace, runtimeOf, workspaceOf } from '../support/stored-workspace.ts';

const PARAMETERS = {
  numRuns: Number(process.env.ATTACK_RUNS ?? 500),
  seed: Number(process.env.ATTACK_SEED ?? 20_261_128),
};
const TIMEOUT_MS = 60_000 + PARAMETERS.numRuns * 200;

let texts: Map<string, string>;
beforeAll(async () => {
  const files = new MemoryFiles();
  const store = new LowdbStore(files);
  await store.open();
  const workspace = newWorkspace();
  await store.save(workspace);
  const runtime = runtimeOf(workspace, store);
  await act(runtime, 0, 7);
  await store.save(workspaceOf(runtime, workspace));
  await act(runtime, 7, ACTS.length);
  await store.close();
  texts = await textsOf(files);
});

/** What may come instead of a value: of another kind, out of its range, or nothing at all. */
const instead = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    0.5,
    1e21,
    2 ** 53,
    253_402_300_799_999,
    253_402_300_800_000,
    '',
    'x',
    'C1',
    'C1/post-invoice',
    'dana',
    '__proto__',
    'constructor',
    [],
    {},
    [null],
    [[]],
    { type: 'advanced' },
    { type: 'wentTo', seq: 1 },
    { type: 'launchCase', case: 'C1' },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
/** Where, as thousandths on the way down, and what. */
const change = fc.record({ way: fc.array(fc.nat(999), { minLength: 1, maxLength: 8 }), put: instead });
type Change = { way: readonly number[]; put: unknown };

function changed(json: unknown, { way: [first = 0, ...rest], put }: Change): unknown {
  if (typeof json !== 'object' || json === null) return put;
  const keys = Object.keys(json);
  const key = keys[Math.floor((first * keys.length) / 1_000)];
  if (key === undefined) return put;
  const copy: Record<string, unknown> = Array.isArray(json) ? ([...json] as never) : { ...json };
  const value = rest.length === 0 ? put : changed(copy[key], { way: rest, put });
  if (value === undefined && !Array.isArray(copy)) delete copy[key];
  else copy[key] = value === undefined ? null : value;
  return copy;
}

/** What is found; `null` where there is nothing, or something that is refused. */
async function opened(store: LowdbStore): Promise<Workspace | null> {
  try {
    return (await store.open()).workspace;
  } catch (error) {
    // Of a later version.
    if (error instanceof StoreRefusal) return null;
    throw error;
  }
}

/** Opens it, acts on what was found, saves it, and opens it again. */
async function goOn(files: MemoryFiles): Promise<void> {
  const store = new LowdbStore(files);
  const workspace = await opened(store);
  if (workspace !== null) {
    const runtime = runtimeOf(workspace, store);
    await runtime.settle();
    await runtime.submit({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { callTimeout: 1_000 } },
    });
    await runtime.advanceBy(60_000);
    await store.save(workspaceOf(runtime, workspace));
    const { seq } = runtime;
    await store.close();
    const again = new LowdbStore(files);
    const { workspace: found, recovered } = await again.open();
    expect([found?.seq, recovered]).toEqual([seq, []]);
    await again.close();
  }
  await store.close();
}

it(
  'a document is read or moved aside, and its backup goes on',
  async () => {
    const { document } = JSON.parse(texts.get('workspace.json') ?? '');
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
        const other = changes.reduce<unknown>(changed, document);
        const store = new LowdbStore(
          await filesWith([...texts, ['workspace.json', seal(4, JSON.stringify(other) ?? 'null')]]),
        );
        await opened(store);
        await store.close();
      }),
      PARAMETERS,
    );
  },
  TIMEOUT_MS,
);

it(
  'a journal is replayed up to where it makes sense',
  async () => {
    const [first = '', ...lines] = (texts.get('journal.ndjson') ?? '').trimEnd().split('\n');
    const sum = Number.parseInt(JSON.parse(first).journal.sum, 16);
    const entries = lines.map((line): unknown => JSON.parse(splitSum(line)?.text ?? ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(lines.length - 1), change), { minLength: 1, maxLength: 3 }),
        async (changes) => {
          const others = [...entries];
          for (const [index, each] of changes) others[index] = changed(others[index], each);
          let present = sum;
          const written = others.map((entry) => {
            const text = JSON.stringify(entry) ?? 'null';
            present = chained(present, text);
            return text.endsWith('}') ? entryLine(text, present) : `${text}\n`;
          });
          await goOn(await filesWith([...texts, ['journal.ndjson', `${first}\n${written.join('')}`]]));
        },
      ),
      PARAMETERS,
    );
  },
  TIMEOUT_MS,
);
