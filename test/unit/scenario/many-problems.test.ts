/** A file that is wrong all over is told in a hundred problems, looked for in time that grows with the file. */
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/main/scenario/load.ts';

const rows = (head: string, row: (index: number) => string) => (count: number) =>
  `${head}\n${Array.from({ length: count }, (_, index) => row(index)).join('\n')}\n`;

const LAUNCHES = `externalApis: { e: { url: "http://x.test/" } }
users: { dana: {} }
actionTypes: { t: { externalApi: e } }
cases: { C1: { owner: dana } }
steps:`;

const WRONG: [what: string, text: (count: number) => string][] = [
  ['unknown steps', rows('steps:', (index) => `  - advence: ${index}m`)],
  ['unknown keys', rows('actionTypes:\n  t:', (index) => `    unknown${index}: 1`)],
  ['unknown keys in expectations', rows('steps:', () => '  - expect: { action: C1/t, staus: x }')],
  ['unknown Cases', rows('steps:', (index) => `  - launch: { case: C${index} }`)],
  ['unknown aliases', rows(LAUNCHES, (index) => `  - retry: { action: b${index} }`)],
  ['an alias given again and again', rows(LAUNCHES, () => '  - launch: { case: C1, actionType: t, as: a }')],
  ['queues that stand twice', rows('queues:', () => '  - AP')],
  ['keys that stand twice', rows('users:', () => '  dana: {}')],
  ['broken syntax', rows('', (index) => `a${index}: [}`)],
];

describe('a file full of', () => {
  it.each(WRONG)('%s', (_, text) => {
    const loaded = loadScenario(text(3_000), 'f.yaml');
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems).toHaveLength(100);
    expect(problems.at(-1)?.message).toBe('and more problems like these: only the first 99 found are listed');
    expect(JSON.stringify(problems).length).toBeLessThan(50_000);
  });

  it.each(WRONG)('%s: fewer than a hundred are all told', (_, text) => {
    const loaded = loadScenario(text(20), 'f.yaml');
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems.length).toBeGreaterThan(18);
    expect(problems.at(-1)?.message).not.toMatch(/and more problems/);
  });
});

describe('what is likely meant is named', () => {
  const message = (outcome: string) => {
    const loaded = loadScenario(`externalApis: { e: { url: "http://x.test/", otherwise: ${outcome} } }`, 'f.yaml');
    return loaded.ok ? '' : loaded.problems[0]?.message;
  };

  it('status: 503 for fail: 503', () => {
    expect(message('{ fail: 503 }')).toContain(
      'found 503, expected status: 503 for an HTTP status; fail takes refused',
    );
    expect(message('{ fail: "404" }')).toContain('expected status: 404');
  });

  it('fail: refused for status: refused', () => {
    expect(message('{ status: refused }')).toContain('expected fail: refused for a call that cannot connect');
  });
});
