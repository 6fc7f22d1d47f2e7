/** Texts of files where a terminal or a spreadsheet would obey them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { formatProblem } from '../../../src/main/scenario/problem.ts';
import { reportList } from '../../../src/main/scenario/report-list.ts';
import { csvOf } from '../../../src/renderer/src/chart/chart-data.ts';
import { name } from '../../../src/shared/field-kinds.ts';
import { csvCell, plainText } from '../../../src/shared/plain-text.ts';

const EVIL = '\u001b[2J\u0007\u009b31m\u202etxt.exe\r\nx';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('a terminal', () => {
  it('is shown what it would obey as an escape, and all else as it is', () => {
    expect(plainText('Übung “5 €” 日本 🎉')).toBe('Übung “5 €” 日本 🎉');
    expect(plainText('\u001b[31m\n\u202e')).toBe('\\u001b[31m\\n\\u202e');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !OBEYED.test(plainText(text))));
  });

  it('gets no escapes from a title or a failure in the list', () => {
    const failures = [{ step: 1, path: EVIL, subject: EVIL, expected: 1, actual: 2 }];
    const result = { file: EVIL, title: EVIL, passed: false, failures, warnings: [], virtualDurationMs: 0, wallMs: 0 };
    expect(reportList([result])).not.toMatch(OBEYED);
  });

  it('gets no escapes from a problem, which stays one line', () => {
    const loaded = loadScenario('"\\e[31m\\u202E": 1\n', 'f\u001b.yaml');
    const lines = loaded.ok ? [] : loaded.problems.map(formatProblem);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(OBEYED);
    expect(lines[0]).not.toContain('\n');
  });
});

describe('a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('takes the text %j for no formula', (text) => {
    expect(csvCell(text)).toMatch(/^"?'/);
    const columns = [{ header: text, unit: 'text' as const }];
    const written = csvCell(text);
    expect(csvOf({ columns, rows: [[text]] })).toBe(`${written}\r\n${written}\r\n`);
  });

  it('gets numbers as numbers, negative ones too, and texts with quotes quoted', () => {
    expect([csvCell(-1.5), csvCell(null), csvCell('retry.max=1, "x"')]).toEqual(['-1.5', '', '"retry.max=1, ""x"""']);
  });
});

it('a name that would be lost is refused; others that every object has are names', () => {
  expect(name.safeParse('__proto__').error?.issues[0]?.message).toBe('expected another name than "__proto__"');
  for (const each of ['constructor', 'prototype', 'toString', 'hasOwnProperty']) expect(name.parse(each)).toBe(each);
});
