import { expect, it } from 'vitest';
import { exercisedBy } from '../../../src/coverage/coverage.ts';
import { rowId } from '../../../src/coverage/rows.ts';
import { TRANSITIONS } from '../../../src/engine/action/lifecycle.ts';
import { tryScenario } from '../../../src/main/bare-stage/play.ts';
import { generate } from '../../../src/main/generation/generate.ts';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { rowMutants } from '../../../src/mutation/row-mutants.ts';

it('finds a scenario for every row; each passes, takes its row, and notices that the row leads elsewhere', {
  timeout: 60_000,
}, async () => {
  const rows = TRANSITIONS.map(rowId);
  const generated = await generate(rows);
  expect(generated.map(({ row }) => row)).toEqual(rows);
  expect(new Set(generated.map(({ fileName }) => fileName)).size).toBe(rows.length);
  for (const { row, fileName, text } of generated) {
    const loaded = loadScenario(text, fileName);
    if (!loaded.ok) throw new Error(`${fileName} is invalid`);
    const { world, noticed } = await tryScenario(loaded.scenario);
    expect(noticed, row).toBeNull();
    expect(exercisedBy(loaded.scenario, world).rows, row).toContain(row);
    for (const { id, change } of rowMutants()) {
      if (!id.startsWith(`row ${row}, leads to`)) continue;
      expect((await tryScenario(loaded.scenario, { change })).noticed, id).not.toBeNull();
    }
  }
});

it('a scenario is as small as it can be, and says what holds before its row is taken and after', async () => {
  const [generated] = await generate(['retry pending: maximum saved [n ≥ M]']);
  expect(generated?.fileName).toBe('retry-pending-maximum-saved-no-retries-left.yaml');
  expect(generated?.text).toMatch(/^title: "retry pending: maximum saved \[no retries left\]"$/m);
  const loaded = loadScenario(generated?.text ?? '', 'a.yaml');
  expect(loaded.ok && loaded.scenario.steps.map((step) => Object.keys(step)[0])).toEqual([
    'launch',
    'expect',
    'expect',
    'set',
    'expect',
    'expect',
  ]);
  expect(loaded.ok && loaded.scenario.externalApis.ledger?.otherwise).toEqual({ fail: 'refused' });
  expect(loaded.ok && loaded.scenario.actionTypes['post-entry']).toMatchObject({ responseExpected: true });
});
