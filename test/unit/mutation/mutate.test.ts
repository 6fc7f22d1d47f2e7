import { expect, it } from 'vitest';
import { exercisedBy } from '../../../src/coverage/coverage.ts';
import { rowId } from '../../../src/coverage/rows.ts';
import { rowsTaken } from '../../../src/coverage/rows-taken.ts';
import { TRANSITIONS, transition } from '../../../src/engine/action/lifecycle.ts';
import { happenings, tryScenario } from '../../../src/main/bare-stage/play.ts';
import { type MutationReport, mutate } from '../../../src/main/mutation/mutate.ts';
import { mutationText } from '../../../src/main/mutation/report-text.ts';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { factMutants } from '../../../src/mutation/fact-mutants.ts';
import { rowMutants } from '../../../src/mutation/row-mutants.ts';
import { worldFromJson } from '../../../src/shared/world-json.ts';
import { libraryFiles } from '../../support/library-files.ts';
import { play } from '../../support/playing.ts';

const examined = (text: string) => {
  const loaded = loadScenario(text, 'a.yaml');
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  return { file: 'a.yaml', title: loaded.title, scenario: loaded.scenario };
};

const GIVEN = `
settings: { retry: { max: 2, first: 1m } }
queues: [AP]
users: { dana: {}, omar: { queues: [AP] } }
externalApis: { erp: { url: https://erp.example.test/x, calls: [{ fail: refused }], otherwise: {} } }
actionTypes: { post: { title: Post, externalApi: erp, responseWithin: 10m, allocation: { queue: AP, user: omar } } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - launch: { case: C1 }
`;
const TIMEOUT = examined(`${GIVEN}
  - expect: { action: C1/post, errorBar: { nextRetryAt: +1m }, retries: 0/2 }
  - advance: 10m59s
  - expect: { action: C1/post, status: Waiting, owner: dana }
  - advance: 1s
  - expect: { action: C1/post, status: To Do, reason: Timeout, queue: AP, assignee: omar, retries: 1/2 }
`);

const mutantOf = ({ mutants }: MutationReport, id: string) => mutants.find((mutant) => mutant.id === id);

it('the bare stage comes to the same as the simulator, restarts included', async () => {
  for (const { id, text } of libraryFiles(['scenarios'])) {
    if (!/^(12|15|18)/.test(id)) continue;
    const { world } = await tryScenario(examined(text).scenario);
    const simulated = worldFromJson(JSON.parse((await play(text)).world));
    expect(happenings(world), id).toBe(happenings(simulated));
  }
});

it('the rows that are read off a timeline are those that the engine took', async () => {
  for (const { id, text } of libraryFiles()) {
    const { scenario } = examined(text);
    const asked = new Set<string>();
    const { world } = await tryScenario(scenario, {
      change: () => ({
        transition: (...where) => {
          const row = transition(...where);
          if (row !== undefined) asked.add(rowId(row));
          return row;
        },
      }),
    });
    const taken = [...world.actions.keys()].flatMap((ref) => rowsTaken(world.timelines.get(ref) ?? []));
    const read = exercisedBy(scenario, world).rows;
    expect(new Set(taken.map(rowId)), id).toEqual(new Set(read));
    // Finishing what nobody had taken takes it first; a lower maximum than a closed Action shows changes nothing on it.
    expect(
      read.filter((row) => !asked.has(row)),
      id,
    ).toEqual([]);
    expect(
      [...asked].filter((row) => !read.includes(row) && !row.startsWith('closed: maximum saved')),
      id,
    ).toEqual([]);
  }
});

it('every row of the table is made wrong, and every wrong rule has a name of its own', () => {
  const mutants = [...rowMutants(), ...factMutants()];
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  const rows = new Set(mutants.flatMap((mutant) => mutant.rows ?? []));
  expect([...rows].sort()).toEqual(TRANSITIONS.map(rowId).sort());
  expect(mutants.length).toBeGreaterThan(200);
});

it('says which rules a scenario notices', async () => {
  const report = await mutate([TIMEOUT], { settings: false, rules: true });
  const noticed = (id: string) => mutantOf(report, id)?.noticedBy;
  expect(noticed('row awaiting response: response timeout, ignored')).toEqual(['a.yaml']);
  expect(noticed('row awaiting response: response timeout, without ‘allocate’')).toEqual(['a.yaml']);
  expect(noticed('row awaiting response: response timeout, reason Updated by Integration')).toEqual(['a.yaml']);
  expect(noticed('row calling: failed [n < M], guard flipped')).toEqual(['a.yaml']);
  expect(noticed('retry a second late')).toEqual(['a.yaml']);
  expect(noticed('response deadline a second early')).toEqual(['a.yaml']);
  expect(noticed('automatic retry not counted')).toEqual(['a.yaml']);
  // It never comes to that.
  expect(noticed('row calling: failed [n ≥ M], ignored')).toEqual([]);
  expect(noticed('row calling: failed [n < M], if n ≤ M')).toEqual([]);
  expect(noticed('pause does nothing')).toEqual([]);
});

it('what goes on for ever under a wrong rule is noticed', async () => {
  const scenario = examined(`${GIVEN}  - advance: 1m\n  - expect: { action: C1/post, calls: 2 }\n`);
  const report = await mutate([scenario], { settings: false, rules: true });
  expect(mutantOf(report, 'row retry pending: retry due, without ‘start a call’')?.noticedBy).toEqual(['a.yaml']);
});

it('moves every setting that a file gives, and tells apart what decides nothing', async () => {
  const { mutants, equivalent, percent } = await mutate([TIMEOUT], { settings: true, rules: false });
  expect(mutants.map(({ what, noticedBy }) => `${what}${noticedBy.length > 0 ? '' : ' survives'}`)).toEqual([
    'settings.retry.max: 2 → 3',
    'externalApis.erp.calls.0.fail: "refused" → "dns" survives',
    'actionTypes.post.responseWithin: "10m" → "15m"',
    'actionTypes.post.allocation.user: "omar" → "dana"',
    'cases.C1.owner: "dana" → "omar"',
  ]);
  expect(percent).toBe(80);
  expect(equivalent.map(({ what, why }) => `${what}: ${why}`)).toEqual([
    'externalApis.erp.url: "https://erp.example.test/x" → "https://erp.example.test/x/changed": only a text that is passed on',
    'actionTypes.post.title: "Post" → "Post (changed)": only a text that is passed on',
  ]);
});

it('moves a setting the other way where nothing happens otherwise, and counts it all the same where neither way makes a difference', async () => {
  const steps = `
  - advance: 1m
  - expect: { action: C1/post, phase: awaiting response }
  - respond: { action: C1/post, outcome: success }
  - expect: { action: C1/post, status: Closed }`;
  const report = await mutate([examined(GIVEN + steps)], { settings: true, rules: false });
  expect(mutantOf(report, 'a.yaml: actionTypes.post.responseWithin')).toEqual({
    id: 'a.yaml: actionTypes.post.responseWithin',
    what: 'actionTypes.post.responseWithin: "10m" → "15m"',
    noticedBy: [],
    needsOtherSteps: true,
  });
  const later = await mutate([examined(GIVEN + steps.replace('1m', '7m'))], { settings: true, rules: false });
  expect(mutantOf(later, 'a.yaml: actionTypes.post.responseWithin')).toMatchObject({
    what: 'actionTypes.post.responseWithin: "10m" → "5m"',
    noticedBy: ['a.yaml'],
  });
  expect(mutationText(report)).toContain('Not noticed, and what happens in these steps is the same:');
});

it('a title or an address is a setting, a key of that name in data is not', async () => {
  const scenario = examined(
    `${GIVEN.replace('owner: dana,', 'owner: dana, data: { url: Post },')}  - expect: { clock: { now: +0s } }`,
  );
  const { mutants, equivalent } = await mutate([scenario], { settings: true, rules: false });
  expect(mutants.map(({ id }) => id)).toContain('a.yaml: cases.C1.data.url');
  expect(equivalent.map(({ id }) => id)).toEqual(['a.yaml: externalApis.erp.url', 'a.yaml: actionTypes.post.title']);
});

it('a step that runs more timers than it is given is noticed, however right it is', async () => {
  const { scenario } = examined(`${GIVEN}  - advance: 30m\n`);
  expect((await tryScenario(scenario)).noticed).toBeNull();
  expect((await tryScenario(scenario, { stepBudget: 2 })).noticed).toMatch(/2/);
});
