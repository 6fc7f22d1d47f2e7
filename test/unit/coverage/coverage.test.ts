import { expect, it } from 'vitest';
import { coverageReport, exercisedBy, exercisedIn } from '../../../src/coverage/coverage.ts';
import { coverageText } from '../../../src/coverage/coverage-text.ts';
import { ROW_ENDINGS, rowId } from '../../../src/coverage/rows.ts';
import { TRANSITIONS } from '../../../src/engine/action/lifecycle.ts';
import { openStage } from '../../../src/main/open-stage.ts';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { runScenario } from '../../../src/main/scenario/run.ts';

const GIVEN = `
settings: { retry: { max: 1, first: 1m, factor: 1 } }
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/x, calls: [{ fail: refused }], otherwise: {} } }
actionTypes: { post: { externalApi: erp, responseWithin: 10m } }
cases: { C1: { owner: dana, process: [post] } }
`;

async function exercised(steps: string) {
  const loaded = loadScenario(`${GIVEN}steps:\n${steps}`, 'scenario.yaml');
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  const stage = await openStage(loaded.scenario);
  try {
    const { refusedBy } = await runScenario(stage.target, loaded.scenario);
    return exercisedBy(loaded.scenario, stage.target.world, refusedBy);
  } finally {
    await stage.close();
  }
}

it('every row has a name of its own, and is told from the others of its phase and event by where it leads', () => {
  expect(new Set(TRANSITIONS.map(rowId)).size).toBe(TRANSITIONS.length);
  const leading = TRANSITIONS.map(({ from, event, to }) => `${from}, ${event}, ${to}`);
  expect(new Set(leading).size).toBe(TRANSITIONS.length);
});

it('a life exercises the rows that it takes, the ending that it has, and the rules behind both', async () => {
  const { rows, endings, rules, settings } = await exercised(`
  - launch: { case: C1 }
  - advance: 20m
  - case: { case: C1, do: cancel }
`);
  expect(rows).toEqual([
    'calling: accepted [response expected]',
    'calling: failed [n < M]',
    'retry pending: retry due',
    'awaiting response: response timeout',
    'manual: Case cancelled',
  ]);
  expect(endings).toEqual(['To Do (Timeout)', 'Cancelled (Updated by resource)']);
  expect(rules).toEqual(expect.arrayContaining(['R1', 'R6', 'R11', 'R32', 'R49', 'R51']));
  expect(rules).not.toContain('R25');
  expect(settings).toEqual([
    'settings.retry.max',
    'settings.retry.factor',
    'externalApi.url',
    'externalApi.calls',
    'externalApi.otherwise',
    'actionType.externalApi',
    'actionType.responseWithin',
    'caseType.owner',
    'caseType.process',
  ]);
});

it('what a step is refused by is exercised, and so is a setting that a step saves', async () => {
  const before = await exercised('  - launch: { case: C1 }\n');
  expect(before.rules).not.toContain('R13');
  expect(before.settings).not.toContain('settings.callTimeout');
  const after = await exercised(`
  - launch: { case: C1 }
  - set: { externalApi: erp, otherwise: { acceptAfter: 20s } }
  - advance: 1m
  - retry: { action: C1/post }
    refused: true
  - set: { callTimeout: 5s }
`);
  expect(after.rules).toContain('R13');
  expect(after.settings).toContain('settings.callTimeout');
});

it('says what is missing first, and by which files the rest is covered', () => {
  const report = coverageReport([
    { file: 'a/one.yaml', rows: ['manual: take'], endings: [ROW_ENDINGS[0] ?? ''] },
    { file: 'a/two.yaml', rows: ['manual: take', 'manual: complete'], rules: ['R1'] },
    { file: 'a/two.yaml', rows: ['manual: take'] },
  ]);
  expect(report.rows.find(({ id }) => id === 'manual: take')).toEqual({
    id: 'manual: take',
    from: 'manual',
    event: 'take',
    guard: null,
    to: 'manual',
    covered: true,
    by: ['a/one.yaml', 'a/two.yaml'],
  });
  expect(report.percent).toBe(5.2);
  const lines = coverageText(report);
  expect(lines[0]).toBe('2 of 38 rows of the state table are covered (5.2 %).');
  expect(lines.indexOf('  calling: failed [n < M] → retry pending')).toBeLessThan(lines.indexOf('Covered:'));
  expect(lines).toContain('  manual: take → manual    one.yaml, two.yaml');
  expect(lines.find((line) => line.includes('rules are covered'))).toMatch(/^1 of 54 rules are covered; missing: S1, /);
});

it('a report can be taken apart and added up with others', () => {
  const report = coverageReport([
    { file: 'one.yaml', rows: ['manual: take'], settings: ['settings.callTimeout'] },
    { file: 'two.yaml', rows: ['manual: complete'], rules: ['R1'] },
  ]);
  expect(coverageReport(exercisedIn(report))).toEqual(report);
});
