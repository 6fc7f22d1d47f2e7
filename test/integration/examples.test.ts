/** Files with examples, and files that come together, opened in the window: which example is played, and what is included. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openWorkspace } from '../../src/main/commands/open-workspace.ts';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { loadAside } from '../../src/main/scenario/load-aside.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { serving } from '../support/api.ts';
import { simulating } from '../support/simulating.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PEOPLE = 'users: { dana: {} }\n';
const CASES = 'fail,max\ndns,1\nhang,2\n';
const OWN = `
title: Retried
params: { fail: refused, max: 5 }
settings: { retry: { max: $max } }
externalApis: { erp: { url: https://erp.example.test/x, otherwise: { fail: $fail } } }
actionTypes: { post: { externalApi: erp } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - launch: { case: C1 }
`;
const LISTED = `${PEOPLE}examples: [{ max: 0 }, { max: 3 }, { fail: dns, max: 4 }]${OWN}`;
const TITLES = ['Retried [max=0]', 'Retried [max=3]', 'Retried [fail=dns, max=4]'];
const INCLUDING = `include: [./people.yaml]\nexamples: ./cases.csv${OWN}`;
const TOGETHER = [
  { fileName: 'people.yaml', text: PEOPLE },
  { fileName: 'retried.yaml', text: INCLUDING },
  { fileName: 'cases.csv', text: CASES },
];

const openIn = (simulator: Simulator) => {
  const { title, examples, position } = simulator.player.state() ?? {};
  return { title, number: examples?.number, position, max: simulator.workspace.world.settings.retry.max };
};

describe('examples', () => {
  it('the first is opened, and says of how many; another takes its place, before its first step', async () => {
    const { simulator, ask } = await serving(LISTED);
    expect(simulator.player.state()?.examples).toEqual({ number: 1, titles: TITLES });
    await ask('/scenarios/run', {});
    const kept = (await simulator.switcher.list()).map(({ id }) => id);
    expect((await ask('/scenarios/example', { number: 3 })).status).toBe(200);
    expect(openIn(simulator)).toEqual({ title: TITLES[2], number: 3, position: 0, max: 4 });
    expect((await simulator.switcher.list()).map(({ id }) => id)).toEqual(kept);
    // What was there is a backup, to which one can return.
    await simulator.opener.back();
    expect(openIn(simulator)).toEqual({ title: TITLES[0], number: 1, position: 1, max: 0 });
  });

  it('any can be opened at once', async () => {
    const { simulator, ask } = await serving('title: Plain');
    const file = { fileName: 'retried.yaml', text: LISTED };
    expect((await ask('/scenarios/open-text', { ...file, example: 2 })).status).toBe(200);
    expect(openIn(simulator)).toEqual({ title: TITLES[1], number: 2, position: 0, max: 3 });
    const { status, body } = await ask('/scenarios/open-text', { ...file, example: 4 });
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('found 3 examples, not example 4') },
    });
  });

  it('one that is not there, or of a file that has none, is refused', async () => {
    const { ask } = await serving(LISTED);
    expect(await ask('/scenarios/example', { number: 4 })).toMatchObject({
      status: 409,
      body: { data: { message: 'There is no example 4: expected a number from 1 to 3.' } },
    });
    await ask('/scenarios/open-text', { fileName: 'plain.yaml', text: `${PEOPLE}steps: [{ advance: 1m }]` });
    expect(await ask('/scenarios/example', { number: 1 })).toMatchObject({
      status: 409,
      body: { data: { message: 'The scenario that is open has no examples.' } },
    });
  });

  it('are known after a restart, with all that the file names, also where it came from the disk', async () => {
    const folder = await temporaryFolder();
    for (const { fileName, text } of TOGETHER) await writeFile(join(folder, fileName), text);
    const file = join(folder, 'retried.yaml');
    const scenario = await loadAside(INCLUDING, file, { workerUrl: null, includes: true });
    if (!scenario.ok) throw new Error(scenario.problems[0]?.message);
    const dataDir = join(await temporaryFolder(), 'data');
    const options = {
      dataDir,
      callbackBase: null,
      labWorkerUrl: new URL('file:///nowhere'),
      onNotice: () => undefined,
    };
    const opened = await openWorkspace({ ...options, scenario });
    expect(openIn(opened)).toMatchObject({ number: 1, max: 1 });
    await opened.close();

    const again = await createSimulator({ dataDir, callbackBase: null, transport: 'direct' });
    onTestFinished(() => again.close());
    expect(openIn(again)).toMatchObject({ number: 1, max: 1 });
    // The files need not be there any more.
    await writeFile(join(folder, 'people.yaml'), 'nonsense');
    expect(await again.opener.openExample(2)).toEqual({ ok: true });
    expect(openIn(again)).toMatchObject({ title: 'Retried [fail=hang, max=2]', number: 2, max: 2 });
  });
});

describe('files that come together', () => {
  const openFiles = async (files: readonly { readonly fileName: string; readonly text: string }[]) => {
    const simulator = await simulating({});
    onTestFinished(() => simulator.close());
    const opened = await simulator.opener.openFiles(files);
    const problems = opened.ok ? [] : opened.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    return { simulator, problems };
  };

  it('are the scenario and what it includes, in whatever order; its examples too', async () => {
    const { simulator, problems } = await openFiles(TOGETHER);
    expect(problems).toEqual([]);
    expect(openIn(simulator)).toEqual({ title: 'Retried [fail=dns, max=1]', number: 1, position: 0, max: 1 });
    expect(await simulator.opener.openExample(2)).toEqual({ ok: true });
    expect(openIn(simulator)).toMatchObject({ number: 2, max: 2 });
  });

  it('are found by name, whatever folder the scenario names', async () => {
    const text = INCLUDING.replace('./people.yaml', '../shared/people.yaml');
    const { simulator, problems } = await openFiles(TOGETHER.with(1, { fileName: 'retried.yaml', text }));
    expect(problems).toEqual([]);
    expect([...simulator.workspace.world.users.keys()]).toEqual(['dana']);
  });

  it('where one is missing, say which, and what to do', async () => {
    const [people, retried] = TOGETHER as [(typeof TOGETHER)[0], (typeof TOGETHER)[0]];
    const { problems } = await openFiles([people, retried]);
    expect(problems).toEqual([
      'retried.yaml:2: "./cases.csv" is not here: choose it together with this file, or open this file from the disk, by trigger-lab serve --scenario FILE',
    ]);
    expect((await openFiles([retried])).problems[0]).toMatch(
      /^retried\.yaml:1: "\.\/people\.yaml" is not here: choose it/,
    );
  });

  it('with two scenarios, or none, are refused; a wrong one that is included says so itself', async () => {
    const [people, retried, cases] = TOGETHER as [(typeof TOGETHER)[0], (typeof TOGETHER)[0], (typeof TOGETHER)[0]];
    const expected = 'expected one scenario among the files, and what it includes';
    expect((await openFiles([retried, { fileName: 'b.yaml', text: LISTED }])).problems).toEqual([
      `retried.yaml:1: found retried.yaml and b.yaml, ${expected}`,
    ]);
    expect((await openFiles([people, cases])).problems).toEqual([`people.yaml:1: found none, ${expected}`]);
    const broken = { fileName: 'people.yaml', text: 'users: { dana: { availble: true } }\n  : [' };
    expect((await openFiles([broken, retried, cases])).problems[0]).toMatch(/^people\.yaml:/);
  });
});
