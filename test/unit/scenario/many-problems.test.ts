/** A file that is wrong all over is told in a hundred problems, looked for in time that grows with the file. */
import { describe, expect, it } from 'vitest';
import { LONGEST_TEXT, loadScenario } from '../../../src/main/scenario/load.ts';

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
  ['Cases without owners', rows('cases:', (index) => `  C${index}: {}`)],
  [
    'Cases that are defined twice',
    (count) => {
      const cases = Array.from({ length: count }, (_, index) => `  c-${index + 1}: { owner: dana }\n`).join('');
      return `users: { dana: {} }\ncaseTypes: { c: { owner: dana } }\ncases:\n${cases}steps:\n${'  - launch: { caseType: c }\n'.repeat(count)}`;
    },
  ],
  ['aliases that lead nowhere', rows('cases:', (index) => `  C${index}: *nothing`)],
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

describe('what is told of long words', () => {
  const LONG = 'x'.repeat(50_000);

  it.each([
    [
      'keys',
      `cases: { C1: { data: { ? "${LONG}" : { ${rows('', (index) => `a${index}: .inf,`)(200).replaceAll('\n', ' ')} } } } }`,
    ],
    [
      'paths',
      `cases: { C1: { data: ${'{ ? "k" : '.repeat(90).replaceAll('k', 'k'.repeat(190))}[${'.inf,'.repeat(200)}]${' }'.repeat(90)} } }`,
    ],
    ['tags', rows('cases:', (index) => `  C${index}: !${LONG.slice(0, 6_000)} {}`)(200)],
    ['aliases', rows('cases:', (index) => `  C${index}: *${LONG.slice(0, 6_000)}`)(200)],
  ])('is short: %s', (_, text) => {
    const loaded = loadScenario(text, 'f.yaml');
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems).toHaveLength(100);
    for (const problem of problems) {
      expect(problem.path.length).toBeLessThanOrEqual(2_000);
      expect(problem.message.length).toBeLessThanOrEqual(4_000);
      expect(problem.expected?.length ?? 0).toBeLessThanOrEqual(4_000);
    }
  });
});

it('a text that is too long is refused in a sentence, unread', () => {
  expect(loadScenario(' '.repeat(LONGEST_TEXT + 1), 'f.yaml')).toMatchObject({
    problems: [{ line: 1, path: '$', message: 'found a text of 10.1 million characters, expected at most 10 million' }],
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
