/** What scripts, and the Coverage screen, are told of what scenarios exercise and of what happened in the workspace. */
import { describe, expect, it } from 'vitest';
import { Coverage } from '../../src/main/coverage/coverage.ts';
import { Library } from '../../src/main/scenario/library.ts';
import { scenarioCoverage, workspaceCoverage } from '../../src/shared/coverage.ts';
import { serving } from '../support/api.ts';
import { libraryFiles } from '../support/library-files.ts';
import { simulating } from '../support/simulating.ts';

const SCENARIO = `
title: Retried in vain
settings: { retry: { max: 1, first: 1m } }
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/x, otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - launch: { case: C1 }
  - advance: 10m
`;
const SAMPLE = 'sample-workspace';
const ESCALATED = 'calling: failed [n ≥ M]';

describe('scenarios', () => {
  it('are those of the library, and the one that is open, which stays as it is', async () => {
    const { ask, simulator } = await serving(SCENARIO);
    const asked = async () => {
      const { status, body } = await ask('/coverage/scenarios');
      expect(status).toBe(200);
      return scenarioCoverage.parse(body);
    };
    const { rows, percent, scenarios, unplayed } = await asked();
    expect({ percent, unplayed }).toEqual({ percent: 100, unplayed: null });
    const ids = libraryFiles().map(({ id }) => id);
    expect(scenarios.flatMap(({ id }) => id ?? []).sort()).toEqual(ids.filter((id) => id !== SAMPLE).sort());
    const files = new Set(scenarios.map(({ file }) => file));
    expect(rows.flatMap(({ by }) => by).filter((file) => !files.has(file))).toEqual([]);

    expect(scenarios.at(-1)).toEqual({ file: 'open', id: null, title: 'Retried in vain' });
    expect(rows.filter(({ by }) => by.includes('open')).map(({ id }) => id)).toEqual([
      'calling: failed [n < M]',
      ESCALATED,
      'retry pending: retry due',
    ]);
    expect(simulator.workspace.world.actions.size).toBe(0);
    expect(simulator.player.state()?.position).toBe(0);

    // All examples of a file count.
    const examples = SCENARIO.replace('max: 1', 'max: $max')
      .replace('steps:', 'params: { max: 1 }\nexamples: [{ max: 1 }, { max: 0 }, { max: 9 }]\nsteps:')
      .replace('10m', '7m');
    await ask('/scenarios/open-text', { fileName: 'examples.yaml', text: examples });
    const ofExamples = await asked();
    expect(ofExamples.rows.find(({ id }) => id === ESCALATED)?.by).toContain('open');
    expect(ofExamples.scenarios.filter(({ file }) => file === 'open')).toHaveLength(1);
    // The last one leaves it waiting for its next retry.
    await ask('/scenarios/example', { number: 3 });
    expect((await asked()).rows.find(({ id }) => id === ESCALATED)?.by).toContain('open');

    // One of the library counts once.
    await simulator.opener.openLibrary(ids.find((id) => id !== SAMPLE) ?? '');
    expect((await asked()).scenarios).toEqual(scenarios.slice(0, -1));
  });

  it('are played in a thread of their own, to the same end', { timeout: 30_000 }, async () => {
    const { workspace } = await simulating({});
    const here = new Coverage(workspace, { library: new Library() });
    const scenarioWorkerUrl = new URL('../../src/main/scenario-worker.ts', import.meta.url);
    const aside = new Coverage(workspace, { library: new Library(), scenarioWorkerUrl });
    expect(await aside.scenarios()).toEqual(await here.scenarios());
    aside.close();
  });
});

describe('the workspace', () => {
  it('says what has happened in it, to which Action, and forgets it where one goes back', async () => {
    const { ask } = await serving(SCENARIO);
    const seen = async () => workspaceCoverage.parse((await ask('/coverage/workspace')).body);
    const nothing = await seen();
    expect(nothing.percent).toBe(0);
    expect(nothing.rules.filter(({ covered }) => covered)).toEqual([{ rule: 'R51', covered: true, by: ['C1'] }]);

    await ask('/scenarios/run', {});
    const { rows, endings, rules, percent } = await seen();
    expect(rows.find(({ id }) => id === ESCALATED)).toMatchObject({ covered: true, by: ['C1/post'], to: 'closed' });
    expect(endings.filter(({ covered }) => covered)).toEqual([
      { ending: 'Not Done Successfully (Updated by Enate)', covered: true, by: ['C1/post'] },
    ]);
    expect(rules.find(({ rule }) => rule === 'R14')?.by).toEqual(['C1', 'C1/post']);
    expect(rules.find(({ rule }) => rule === 'R25')?.covered).toBe(false);
    expect(percent).toBe(7.8);

    const { startSeq } = (await ask('/history?limit=1')).body as { readonly startSeq: number };
    await ask('/history/go-to', { seq: startSeq });
    expect((await seen()).percent).toBe(0);
  });

  it('names no more than the first twenty of those it happened to', async () => {
    const { ask } = await serving(`
users: { dana: {} }
actionTypes: { check: { manual: true } }
caseTypes: { job: { owner: dana, process: [check] } }
steps:
  - launch: { caseType: job, count: 30 }
`);
    await ask('/scenarios/run', {});
    await ask('/act', { type: 'take', action: 'job-1/check', by: 'dana' });
    const { rows, rules } = workspaceCoverage.parse((await ask('/coverage/workspace')).body);
    expect(rows.filter(({ covered }) => covered)).toEqual([
      expect.objectContaining({ id: 'manual: take', by: ['job-1/check'] }),
    ]);
    expect(rules.find(({ rule }) => rule === 'R51')?.by).toHaveLength(20);
  });
});
