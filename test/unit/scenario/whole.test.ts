import { expect, it } from 'vitest';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { wholeText } from '../../../src/main/scenario/whole.ts';

const PEOPLE = 'users: { dana: {}, lee: {} }\n';
const FILE = `
title: Told
include: [people.yaml]
params: { owner: dana, wait: 1m }
examples:
  - { wait: 2m }
  - { owner: lee }
cases: { C1: { owner: $owner } }
steps: [{ advance: $wait }]
`;
const readFile = (file: string) =>
  file === 'a/people.yaml' ? PEOPLE : { problem: `is not there: expected ${file} to be a file` };

it('stands alone, of its examples the first', () => {
  const vars = new Map([['owner', 'lee']]);
  const whole = wholeText(FILE, 'a/told.yaml', { vars, readFile });
  // With nothing beside it.
  const alone = read(whole.ok ? whole.text : '', 'workspace.yaml', {});
  const { scenario, title } = read(FILE, 'a/told.yaml', { vars, readFile });
  expect(alone).toMatchObject({ title: 'Told [wait=2m]', scenario: { ...scenario, title } });
  expect(alone.scenario.cases.C1?.owner).toBe('lee');
});

it('is the very text where nothing is to be put together', () => {
  const text = '# Dana alone\nusers: { dana: {} }\n';
  expect(wholeText(text, 'a.yaml', {})).toEqual({ ok: true, text });
});

it('says what is wrong, where it is written', () => {
  const whole = wholeText(FILE.replace('people', 'peopel'), 'a/told.yaml', { readFile });
  expect(whole).toMatchObject({ ok: false, problems: [{ file: 'a/told.yaml', line: 3 }] });
});

function read(...[text, fileName, options]: Parameters<typeof loadScenario>) {
  const loaded = loadScenario(text, fileName, options);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded;
}
