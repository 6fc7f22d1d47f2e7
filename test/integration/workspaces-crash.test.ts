/** The process may end at any operation on the disk: every workspace is whole, and is the old or the new one. */
import { expect, test } from 'vitest';
import type { Simulator } from '../../src/main/simulator.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { Crash, CrashingFiles, type CrashPoint } from '../support/crashing-files.ts';
import { doSomething, simulatorOn } from '../support/workspaces-on.ts';

const POINTS: readonly CrashPoint[] = ['before', 'half', 'after'];

/** What is done, in order. */
const ACTS: readonly ((simulator: Simulator) => Promise<unknown>)[] = [
  (simulator) => doSomething(simulator, 1),
  ({ opener }) => opener.openEmpty({ keepsCurrent: true }),
  ({ switcher }) => switcher.duplicate('first'),
  ({ switcher }) => switcher.rename('first', 'Renamed'),
  ({ switcher }) => switcher.open('first'),
  (simulator) => doSomething(simulator, 2),
  ({ switcher }) => switcher.rename('first', 'Renamed again'),
  async ({ switcher }) => {
    const empty = (await switcher.list()).find(({ name }) => name === 'Empty workspace');
    await switcher.remove(empty?.id ?? '');
  },
  async ({ switcher }) => {
    const copy = (await switcher.list()).find(({ name }) => name === 'First copy');
    await switcher.open(copy?.id ?? '');
  },
  ({ switcher }) => switcher.remove('first'),
  ({ opener }) => opener.back(),
];

type Contents = Record<string, string>;

/** Every workspace by its name, with what is in it; opens each. */
async function contentsOf(simulator: Simulator): Promise<Contents> {
  const contents: Contents = {};
  for (const { id, name, problem } of await simulator.switcher.list()) {
    expect(problem).toBeNull();
    expect(await simulator.switcher.open(id)).toEqual({ ok: true });
    // Of an act that was not acknowledged half a line may be there.
    for (const sentence of simulator.workspace.recovered)
      expect(sentence).toMatch(/^The last line of .* is incomplete/);
    expect(simulator.workspace.title).toBe(name);
    contents[name] = JSON.stringify(worldToJson(simulator.workspace.world));
  }
  return contents;
}

async function reopened(files: MemoryFiles): Promise<Contents> {
  const simulator = await simulatorOn(files);
  try {
    return await contentsOf(simulator);
  } finally {
    await simulator.close();
  }
}

/** What there is after each of the acts, of an unbroken run. */
async function expectedContents(): Promise<Contents[]> {
  const expected: Contents[] = [];
  for (let count = 0; count <= ACTS.length; count += 1) {
    const files = new MemoryFiles();
    const simulator = await simulatorOn(files);
    for (const act of ACTS.slice(0, count)) await act(simulator);
    await simulator.close();
    expected.push(await reopened(files));
  }
  return expected;
}

const expected = await expectedContents();

test.each(POINTS)('a crash %s any operation leaves whole workspaces, before or after the act', async (point) => {
  for (let crashAt = 0; ; crashAt += 1) {
    const files = new MemoryFiles();
    const crashing = new CrashingFiles(files, crashAt, point);
    let doneCount = -1;
    const isCrash = (error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    };
    try {
      const simulator = await simulatorOn(crashing);
      doneCount = 0;
      try {
        for (const act of ACTS) {
          await act(simulator);
          doneCount += 1;
        }
      } finally {
        await simulator.close().catch(isCrash);
      }
    } catch (error) {
      isCrash(error);
    }
    const found = await reopened(files);
    if (doneCount >= 0) expect([expected[doneCount], expected[doneCount + 1]]).toContainEqual(found);
    if (!crashing.hasCrashed) break;
  }
});

test('the acts lead to what they should', () => {
  expect(expected.map((contents) => Object.keys(contents).sort())).toEqual([
    ['First'],
    ['First'],
    ['Empty workspace', 'First'],
    ['Empty workspace', 'First', 'First copy'],
    ['Empty workspace', 'First copy', 'Renamed'],
    ['Empty workspace', 'First copy', 'Renamed'],
    ['Empty workspace', 'First copy', 'Renamed'],
    ['Empty workspace', 'First copy', 'Renamed again'],
    ['First copy', 'Renamed again'],
    ['First copy', 'Renamed again'],
    ['First copy'],
    ['First copy'],
  ]);
});
