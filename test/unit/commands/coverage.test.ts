import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CoverageReport } from '../../../src/shared/coverage.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { trigger } from '../../support/trigger.ts';

const SCENARIO = `
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/x } }
actionTypes: { post: { externalApi: erp, responseExpected: false } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - launch: { case: C1 }
  - expect: { action: C1/post, status: Closed }
`;

async function cover(files: Readonly<Record<string, string>>, ...options: string[]) {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const names = Object.keys(files).map((name) => join(folder, name));
  const { status, out, err } = await trigger('coverage', ...names, ...options);
  return { status, out, err: err.replaceAll(`${folder}/`, '') };
}

it('reports as text or as JSON, and reads its own JSON', async () => {
  const text = await cover({ 'a.yaml': SCENARIO });
  expect(text.status).toBe(0);
  expect(text.out).toContain('1 of 38 rows of the state table are covered (2.6 %).');
  const json = await cover({ 'a.yaml': SCENARIO }, '--reporter', 'json');
  const again = await cover({ 'result.json': json.out }, '--reporter', 'json');
  expect(again.out).toBe(json.out);
  const { rows } = JSON.parse(json.out) as CoverageReport;
  expect(rows.filter(({ covered }) => covered).map(({ id }) => id)).toEqual([
    'calling: accepted [no response expected]',
  ]);
});

it('fails below --min, where an expectation does not hold, and where a file is invalid', async () => {
  expect(await cover({ 'a.yaml': SCENARIO }, '--min', '2.6')).toMatchObject({ status: 0, err: '' });
  expect(await cover({ 'a.yaml': SCENARIO }, '--min', '50%')).toMatchObject({
    status: 1,
    err: 'trigger-lab: 2.6 % of the rows are covered, expected at least 50 %\n',
  });
  expect(await cover({ 'a.yaml': SCENARIO.replace('Closed', 'To Do') })).toMatchObject({
    status: 1,
    err: 'a.yaml: a: 1 expectation did not hold\n',
  });
  const invalid = await cover({ 'a.yaml': 'steps: [{ launch: { case: C9 } }]', 'b.json': '{ "rows": [] }' });
  expect(invalid.status).toBe(2);
  expect(invalid.err).toMatch(/^a\.yaml:1:.*C9.*\nb\.json:1:/s);
  expect(invalid.out).toBe('');
  const { status, err } = await cover({ 'a.yaml': SCENARIO }, '--min', 'most');
  expect({ status, err }).toEqual({
    status: 3,
    err: expect.stringContaining('--min most: expected a percentage from 0 to 100'),
  });
});

it('--generate writes a scenario for each row that is missing, and nothing over a file that is there', async () => {
  const folder = join(await temporaryFolder(), 'new');
  const all = await cover({ 'a.yaml': SCENARIO }, '--reporter', 'json');
  const { rows, ...rest } = JSON.parse(all.out) as CoverageReport;
  const missing = new Set(['manual: complete', 'calling: failed [n < M]']);
  const nearly = {
    ...rest,
    rows: rows.map((row) => ({ ...row, covered: true, by: missing.has(row.id) ? [] : ['b.yaml'] })),
  };
  const files = { 'result.json': JSON.stringify(nearly) };
  const generated = await cover(files, '--generate', folder);
  expect(generated.status).toBe(0);
  expect(generated.out).toContain('36 of 38 rows of the state table are covered');
  expect(generated.err.replaceAll(folder, 'new')).toBe(
    'wrote new/calling-failed-retries-left.yaml\nwrote new/manual-complete.yaml\n',
  );
  const again = await cover(files, '--generate', folder);
  expect(again.status).toBe(3);
  expect(again.err).toContain('calling-failed-retries-left.yaml is there already');
  const { out } = await trigger('coverage', join(folder, 'manual-complete.yaml'), '--reporter', 'json');
  expect((JSON.parse(out) as CoverageReport).rows.find(({ id }) => id === 'manual: complete')?.covered).toBe(true);
});
