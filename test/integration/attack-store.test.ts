/**
 * What is done to the files of a workspace from outside: torn, flipped, exchanged, taken away. Nothing may be lost without a word, and
 * nothing at all where there is a copy. `ATTACK_FLIPS` says how many bits of each file are flipped, one at a time.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../../src/main/runtime/ports.ts';
import { LowdbStore } from '../../src/main/store/lowdb-store.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { hash64 } from '../../src/shared/hash.ts';
import { ACTS, act, asPlain, newWorkspace, runtimeOf, workspaceOf } from '../support/stored-workspace.ts';

const FLIPS = Number(process.env.ATTACK_FLIPS ?? 200);
const SEED = Number(process.env.ATTACK_SEED ?? 1);

/** Every file of a workspace that was saved half-way and journalled since, as its process left it. */
type Folder = ReadonlyMap<string, Buffer>;

let folder: Folder;
/** The workspace at its end, and as it was after each of its entries. */
let whole: unknown;

async function lived(title?: string): Promise<{ folder: Folder; whole: unknown }> {
  const files = new MemoryFiles();
  const store = new LowdbStore(files);
  await store.open();
  const workspace = newWorkspace(title);
  await store.save(workspace);
  const runtime = runtimeOf(workspace, store);
  for (const end of [3, 6, 9]) {
    await act(runtime, end - 3, end);
    await store.save(workspaceOf(runtime, workspace));
  }
  await act(runtime, 9, ACTS.length);
  await store.flush();
  await files.settle();
  const content = new Map<string, Buffer>();
  for (const place of ['', 'parts', 'backups', 'backups/parts']) {
    for (const name of await files.list(place)) {
      const path = place === '' ? name : `${place}/${name}`;
      content.set(path, Buffer.from((await files.read(path)) ?? ''));
    }
  }
  return { folder: content, whole: asPlain(workspaceOf(runtime, workspace)) };
}

/** Opens what is left after `harm` was done to a file; `null` deletes it. */
async function openedAfter(name: string, harm: (content: Buffer) => Buffer | null): Promise<Opened> {
  const files = new MemoryFiles();
  for (const [path, content] of folder) {
    const left = path === name ? harm(content) : content;
    // What a reader of the file makes of it: a byte that is no UTF-8 any more is another character.
    if (left !== null) await files.writeAtomically(path, left.toString('utf8'));
  }
  const store = new LowdbStore(files);
  const opened = await store.open();
  await store.close();
  return opened;
}

const flipped = (content: Buffer, bit: number) => {
  const changed = Buffer.from(content);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
};
const namesLike = (pattern: RegExp) => [...folder.keys()].filter((name) => pattern.test(name));
const draw = (name: string, number: number, below: number) => (hash64(SEED, name, String(number)).low >>> 0) % below;

beforeAll(async () => {
  ({ folder, whole } = await lived());
});

it('a folder that nobody touched opens as it was left, without a word', async () => {
  const { workspace, recovered } = await openedAfter('', (content) => content);
  expect([asPlain(workspace!), recovered]).toEqual([whole, []]);
});

it('a journal cut at any byte of its last three entries: all before the cut is there, and that something is missing is said', async () => {
  const journal = folder.get('journal.ndjson')!;
  const lines = journal.toString().trimEnd().split('\n');
  const total = (whole as { seq: number }).seq;
  const begin = journal.length - Buffer.byteLength(`${lines.slice(-3).join('\n')}\n`);
  for (let length = begin; length < journal.length; length += 1) {
    const { workspace, recovered } = await openedAfter('journal.ndjson', (content) => content.subarray(0, length));
    const kept = journal.subarray(begin, length).toString().split('\n');
    // A last line that lacks nothing but its line end is whole.
    const isWholeLine = lines.includes(kept.at(-1) ?? '') && kept.at(-1) !== '';
    const present = total - 3 + (kept.length - 1) + (isWholeLine ? 1 : 0);
    expect(workspace?.seq, `cut at byte ${length}`).toBe(present);
    if (present < total) expect(recovered.join('\n'), `cut at byte ${length}`).not.toBe('');
  }
});

describe.each([
  ['the document', /^workspace\.json$/, 'all is there'],
  ['the parts', /^parts\//, 'all is there'],
  ['the copies of the parts', /^backups\/parts\//, 'all is there'],
  ['the documents among the backups', /^backups\/workspace/, 'all is there'],
  ['the journals among the backups', /^backups\/journal/, 'all is there'],
  ['the journal', /^journal/, 'or it is said'],
])('bits of %s that are flipped', (what, pattern, promise) => {
  it(`change nothing unnoticed: ${promise}`, async () => {
    const names = namesLike(pattern);
    expect(names.length).toBeGreaterThan(0);
    for (let number = 0; number < FLIPS; number += 1) {
      const name = names[draw(`${what} file`, number, names.length)]!;
      const bit = draw(what, number, 8 * folder.get(name)!.length);
      const at = `${name}, bit ${bit}`;
      const { workspace, recovered } = await openedAfter(name, (content) => flipped(content, bit));
      const isSame = workspace !== null && JSON.stringify(asPlain(workspace)) === JSON.stringify(whole);
      if (promise === 'all is there') expect(isSame, at).toBe(true);
      else if (!isSame) expect(recovered.join('\n'), at).not.toBe('');
    }
  });
});

describe('a journal', () => {
  const lines = (content: Buffer) => content.toString().trimEnd().split('\n');
  const text = (all: readonly string[]) => Buffer.from(`${all.join('\n')}\n`);

  it.each<[string, (content: Buffer) => Buffer | null]>([
    ['that is missing', () => null],
    ['that is empty', () => Buffer.alloc(0)],
    ['of which only the first line is left', (content) => text(lines(content).slice(0, 1))],
    ['that was cut at the end of a line', (content) => text(lines(content).slice(0, -2))],
    ['with a line twice', (content) => text(lines(content).toSpliced(3, 0, lines(content)[2]!))],
    [
      'with two lines exchanged',
      (content) => text(lines(content).with(2, lines(content)[3]!).with(3, lines(content)[2]!)),
    ],
    ['without one of its lines', (content) => text(lines(content).toSpliced(4, 1))],
    ['of an earlier save', () => folder.get('backups/journal-2.ndjson')!],
    ['that is none', () => Buffer.from('{"seq":1}\n')],
  ])('%s: what is missing is said, and all that was saved is there', async (_, harm) => {
    const { workspace, recovered } = await openedAfter('journal.ndjson', harm);
    expect(recovered.join('\n')).not.toBe('');
    const saved = JSON.parse(folder.get('workspace.json')!.toString()).document.seq;
    expect(workspace!.seq).toBeGreaterThanOrEqual(saved);
  });

  it('of another workspace is not taken for its own', async () => {
    const other = await lived('Another');
    const { workspace, recovered } = await openedAfter('journal.ndjson', () => other.folder.get('journal.ndjson')!);
    expect(workspace!.title).toBe('Everything at once');
    expect(recovered.join('\n')).toContain('a different history');
  });
});

it.each([['workspace.json'], ['parts'], ['backups/workspace-4.json']])('%s taken away costs nothing', async (name) => {
  const gone = name === 'parts' ? namesLike(/^parts\//)[0]! : name;
  const { workspace } = await openedAfter(gone, () => null);
  expect(asPlain(workspace!)).toEqual(whole);
});

describe('a document', () => {
  it('of another workspace is not taken for its own', async () => {
    const other = await lived('Another');
    const { workspace, recovered } = await openedAfter('workspace.json', () => other.folder.get('workspace.json')!);
    expect(asPlain(workspace!)).toEqual(whole);
    expect(recovered.join('\n')).toContain('workspace.json could not be read');
  });

  it.each([1, 2, 3])('of save %i of four goes on to where all was', async (saveNumber) => {
    const earlier = folder.get(`backups/workspace-${saveNumber}.json`)!;
    expect(asPlain((await openedAfter('workspace.json', () => earlier)).workspace!)).toEqual(whole);
  });
});
