/** What the built-in scenarios and lessons are worth as tests: they take every row of the state table, and notice wrong rules. */
import { expect, it } from 'vitest';
import { coverageReport, exercisedBy } from '../../src/coverage/coverage.ts';
import type { Exercised } from '../../src/coverage/coverage-tally.ts';
import { tryScenario } from '../../src/main/bare-stage/play.ts';
import { mutate } from '../../src/main/mutation/mutate.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import { libraryFiles } from '../support/library-files.ts';

/** The sample workspace expects nothing. */
const LIBRARY = libraryFiles().flatMap(({ id, text }) => {
  const loaded = loadScenario(text, `${id}.yaml`);
  if (!loaded.ok) throw new Error(`${id} is invalid`);
  const { title, scenario } = loaded;
  return scenario.steps.some((step) => 'expect' in step) ? [{ file: id, title, scenario }] : [];
});

it('they take every row, end in every way and show every rule', async () => {
  const played: (Exercised & { file: string })[] = [];
  for (const { file, scenario } of LIBRARY) {
    const { world, noticed } = await tryScenario(scenario);
    expect(noticed, file).toBeNull();
    played.push({ file, ...exercisedBy(scenario, world) });
  }
  const { rows, endings } = coverageReport(played);
  expect(rows.filter(({ covered }) => !covered).map(({ id }) => id)).toEqual([]);
  expect(endings.filter(({ covered }) => !covered).map(({ ending }) => ending)).toEqual([]);
});

it('they notice every wrong rule, and nineteen out of twenty settings that are moved', {
  timeout: 60_000,
}, async () => {
  const rules = await mutate(LIBRARY, { settings: false, rules: true });
  expect(rules.mutants.filter(({ noticedBy }) => noticedBy.length === 0)).toEqual([]);
  const settings = await mutate(LIBRARY, { settings: true, rules: false });
  expect(settings.percent).toBeGreaterThanOrEqual(95);
});
