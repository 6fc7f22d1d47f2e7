/** docs/teaching.md: every rule about Actions is shown by something that can be played, and what it names is there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadScenario } from '../../src/main/scenario/load.ts';
import { libraryFiles } from '../support/library-files.ts';
import { RULES } from '../support/rule-numbers.ts';

const TEXT = readFileSync(join(import.meta.dirname, '../../docs/teaching.md'), 'utf8');
/** The cells of a section's table, without its head. */
const tableOf = (heading: string) =>
  (TEXT.split(/^## /m).find((section) => section.startsWith(heading)) ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|--'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const titlesIn = (folder: string) =>
  libraryFiles([folder]).map(({ text }) => String((parse(text) as { title: string }).title));
const LESSONS = titlesIn('lessons');
const TITLES = [...LESSONS, ...titlesIn('scenarios')];
/** The timeline is about no behaviour of its own. */
const SHOWN_BY_ALL = ['R51'];

describe('what people find surprising', () => {
  const rows = tableOf('What people find surprising');

  it('names a rule, and a lesson or scenario that there is', () => {
    expect(rows.length).toBeGreaterThan(40);
    for (const [what = '', rules = '', where = ''] of rows) {
      expect(rules, what).toMatch(/^R\d+(, R\d+)*$/);
      const named = [...where.matchAll(/\*([^*]+)\*/g)].map(([, title = '']) => title);
      expect(named.length, what).toBeGreaterThan(0);
      for (const title of named) expect(TITLES).toContain(title);
    }
  });

  it('leaves out no rule about Actions and Cases, R1 to R50', () => {
    const shown = new Set(rows.flatMap(([, rules = '']) => rules.split(', ')));
    expect(RULES.filter((rule) => !shown.has(rule))).toEqual(SHOWN_BY_ALL);
    expect([...shown].filter((rule) => !RULES.includes(rule))).toEqual([]);
  });
});

it('lists the lessons in their order', () => {
  const [beginning = ''] = TEXT.split(/^## /m);
  const listed = [...beginning.matchAll(/^\| \d \| ([^|]+) \|/gm)].map(([, title = '']) => title.trim());
  expect(listed).toEqual(LESSONS);
});

it('its example is a lesson that can be played', () => {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(TEXT) ?? [];
  const loaded = loadScenario(example, 'example.yaml');
  expect(loaded.ok ? loaded.scenario.tags : loaded.problems).toEqual(['lesson', 'retries']);
});
