import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { MutationReport } from '../../../src/main/mutation/mutate.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { trigger } from '../../support/trigger.ts';

const SCENARIO = `
users: { dana: {}, omar: {} }
externalApis: { erp: { url: https://erp.example.test/x } }
actionTypes: { post: { title: Post, externalApi: erp, responseExpected: false, due: 1h } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - launch: { case: C1 }
  - expect: { action: C1/post, status: Closed }
`;

async function mutated(text: string, ...options: string[]) {
  const file = join(await temporaryFolder(), 'a.yaml');
  await writeFile(file, text);
  const { status, out, err } = await trigger('mutate', file, ...options);
  return { status, out: out.replaceAll(file, 'a.yaml'), err: err.replaceAll(file, 'a.yaml') };
}

it('says what nobody noticed first, and what decides nothing last', async () => {
  const { status, out } = await mutated(SCENARIO, '--settings');
  expect(status).toBe(0);
  expect(out).toBe(`1 of 3 changes are noticed (33.3 %).

Not noticed:
  a.yaml: cases.C1.owner: "dana" → "omar"

Not noticed, and what happens in these steps is the same:
  a.yaml: actionTypes.post.due: "1h" → "1h30m"

Not counted, 2 changes: only a text that is passed on
`);
});

it('changes rules, settings, or both', async () => {
  const count = async (...options: string[]) => {
    const { out } = await mutated(SCENARIO, '--reporter', 'json', ...options);
    return (JSON.parse(out) as MutationReport).mutants.length;
  };
  const [settings, rules, both] = [await count('--settings'), await count('--rules'), await count()];
  expect(settings).toBe(3);
  expect(both).toBe(settings + rules);
  expect(await count('--settings', '--rules')).toBe(both);
});

it('fails below --min, and where a scenario does not pass as it is', async () => {
  expect(await mutated(SCENARIO, '--settings', '--min', '33')).toMatchObject({ status: 0, err: '' });
  expect(await mutated(SCENARIO, '--settings', '--min', '34')).toMatchObject({
    status: 1,
    err: 'trigger-lab: 33.3 % of the changes are noticed, expected at least 34 %\n',
  });
  const failing = await mutated(SCENARIO.replace('Closed', 'To Do'), '--settings');
  expect(failing).toMatchObject({ status: 1, err: 'a.yaml: a: does not pass as it is (step 2); it is left out\n' });
  expect((await mutated('steps: [{ launch: { case: C9 } }]')).status).toBe(2);
});
