import { describe, expect, it } from 'vitest';
import { report } from '../../../src/main/scenario/report.ts';
import type { ScenarioResult } from '../../../src/main/scenario/result.ts';
import { escapeXml } from '../../../src/shared/junit-xml.ts';

const passed: ScenarioResult = {
  file: 'a.yaml',
  title: 'All well',
  passed: true,
  failures: [],
  warnings: [{ step: 2, line: 9, kind: 'refusals', message: 'retry was refused' }],
  seed: 1,
  transport: 'http',
  virtualDurationMs: 1_860_000,
  wallMs: 12.4,
};

const failed: ScenarioResult = {
  file: 'b.yaml',
  title: 'Dana & "Omar" <disagree>',
  passed: false,
  failures: [
    { step: 3, line: 17, path: 'status', expected: 'Closed', actual: 'Waiting' },
    { step: 5, path: 'data.poNumber', expected: null, actual: { a: '<b>' } },
  ],
  warnings: [],
  seed: 4,
  transport: 'direct',
  virtualDurationMs: 0,
  wallMs: 3,
};

const invalid: ScenarioResult = {
  file: 'c.yaml',
  title: 'c',
  passed: false,
  failures: [],
  warnings: [],
  virtualDurationMs: 0,
  wallMs: 0,
  problems: [{ file: 'c.yaml', line: 1, column: 2, path: 'titel', message: 'unknown key "titel"' }],
};

describe('list', () => {
  it('has a line per scenario, and what failed below it', () => {
    expect(report('list', [passed, failed, invalid])).toBe(`✓ All well (a.yaml, 31 min in 12 ms)
    warning, step 2 (a.yaml:9): retry was refused
✗ Dana & "Omar" <disagree> (b.yaml, 0 s in 3 ms)
    step 3 (b.yaml:17): status
      expected "Closed"
      actual   "Waiting"
    step 5: data.poNumber
      expected null
      actual   {"a":"<b>"}
✗ c.yaml: invalid
    c.yaml:1:2: titel: unknown key "titel"

1 passed, 2 failed, 3 in all, 1 warning (15 ms)
`);
  });

  it('does not speak of failures where there are none', () => {
    expect(report('list', [passed])).toContain('\n1 passed, 1 in all, 1 warning (12 ms)\n');
  });
});

describe('json', () => {
  it('has the form that scenario-format.md promises', () => {
    expect(JSON.parse(report('json', [passed, failed]))).toEqual({
      scenarios: [
        {
          file: 'a.yaml',
          title: 'All well',
          passed: true,
          failures: [],
          warnings: [{ step: 2, line: 9, kind: 'refusals', message: 'retry was refused' }],
          seed: 1,
          transport: 'http',
          virtualDuration: 1_860_000,
          wallMs: 12.4,
        },
        {
          file: 'b.yaml',
          title: 'Dana & "Omar" <disagree>',
          passed: false,
          failures: [
            { step: 3, line: 17, path: 'status', expected: 'Closed', actual: 'Waiting' },
            { step: 5, path: 'data.poNumber', expected: null, actual: { a: '<b>' } },
          ],
          warnings: [],
          seed: 4,
          transport: 'direct',
          virtualDuration: 0,
          wallMs: 3,
        },
      ],
    });
  });

  it('says what is wrong with a file that cannot be played', () => {
    expect(JSON.parse(report('json', [invalid])).scenarios[0].problems).toEqual([
      'c.yaml:1:2: titel: unknown key "titel"',
    ]);
  });
});

describe('junit', () => {
  it('has a suite per file, a failure for expectations and an error for a file', () => {
    expect(report('junit', [passed, failed, invalid])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="trigger-lab" tests="3" failures="1" errors="1" skipped="0" time="0.015">
  <testsuite name="a.yaml" tests="1" failures="0" errors="0" skipped="0" time="0.012">
    <testcase classname="a.yaml" name="All well" file="a.yaml" time="0.012"/>
  </testsuite>
  <testsuite name="b.yaml" tests="1" failures="1" errors="0" skipped="0" time="0.003">
    <testcase classname="b.yaml" name="Dana &amp; &quot;Omar&quot; &lt;disagree&gt;" file="b.yaml" time="0.003">
      <failure message="step 3 (line 17): status: expected &quot;Closed&quot;, actual &quot;Waiting&quot;" type="expectation">step 3 (line 17): status: expected &quot;Closed&quot;, actual &quot;Waiting&quot;
step 5: data.poNumber: expected null, actual {&quot;a&quot;:&quot;&lt;b&gt;&quot;}</failure>
    </testcase>
  </testsuite>
  <testsuite name="c.yaml" tests="1" failures="0" errors="1" skipped="0" time="0.000">
    <testcase classname="c.yaml" name="c" file="c.yaml" time="0.000">
      <error message="invalid scenario: unknown key &quot;titel&quot;" type="invalid">c.yaml:1:2: titel: unknown key &quot;titel&quot;</error>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it('has the examples of a file in one suite', () => {
    const examples = [passed, { ...failed, file: 'a.yaml' }].map((each, index) => ({
      ...each,
      title: `T [n=${index}]`,
    }));
    const xml = report('junit', [...examples, { ...passed, file: 'b.yaml' }]);
    expect(xml.match(/<testsuite .*>/g)).toEqual([
      '<testsuite name="a.yaml" tests="2" failures="1" errors="0" skipped="0" time="0.015">',
      '<testsuite name="b.yaml" tests="1" failures="0" errors="0" skipped="0" time="0.012">',
    ]);
    expect(xml.match(/<testcase .*? name="T \[n=\d\]"/g)).toHaveLength(2);
  });

  it('has nothing that XML cannot write', () => {
    expect(escapeXml('a\u0000\u001b\ud800b\ufffe\u{1f600}\t\n')).toBe('a���b�\u{1f600}\t\n');
    expect(report('junit', [{ ...passed, title: 'two\nlines' }])).toContain('name="two&#10;lines"');
  });
});

describe('github', () => {
  it('annotates each failure, problem and warning at its place; nothing ends an annotation early', () => {
    const odd = {
      ...failed,
      file: 'a,b:c.yaml',
      title: '100%\n::error::no',
      failures: [{ step: null, path: 'empty', expected: 'x', actual: '::' }],
    };
    expect(report('github', [passed, failed, invalid, odd])).toBe(
      [
        '::warning file=a.yaml,line=9,col=1,title=All well::retry was refused',
        '::error file=b.yaml,line=17,col=1,title=Dana & "Omar" <disagree>::step 3: status: expected "Closed", actual "Waiting"',
        '::error file=b.yaml,line=1,col=1,title=Dana & "Omar" <disagree>::step 5: data.poNumber: expected null, actual {"a":"<b>"}',
        '::error file=c.yaml,line=1,col=2,title=Invalid scenario::titel: unknown key "titel"',
        '::error file=a%2Cb%3Ac.yaml,line=1,col=1,title=100%25\\n%3A%3Aerror%3A%3Ano::empty: expected "x", actual "::"',
        '',
      ].join('\n'),
    );
  });
});

describe('html', () => {
  const entries = [{ since: '+1m', kind: 'call', who: 'System', text: 'Call 2 <b>' }];

  it('has what failed first and open, every timeline, and no markup of others', () => {
    const page = report('html', [{ ...passed, timelines: [{ action: 'C1/post', entries }] }, failed, invalid]);
    expect(page).toContain('<h1>2 of 3 failed</h1>');
    expect(page.indexOf('Dana &amp; &quot;Omar&quot; &lt;disagree&gt;')).toBeLessThan(page.indexOf('All well'));
    expect(page.match(/<details class="failed" open>/g)).toHaveLength(2);
    expect(page).toContain('<details class="passed">');
    expect(page).toContain('c.yaml:1:2: titel: unknown key &quot;titel&quot;');
    expect(page).toContain('<h2>C1/post</h2>');
    expect(page).toContain('Call 2 &lt;b&gt;');
    expect(page).toContain('<p class="finding warning">Warning (a.yaml:9): retry was refused</p>');
  });

  it('loads nothing and runs nothing', () => {
    const page = report('html', [passed, failed]);
    expect(page).not.toMatch(/<script|<link|<img|url\(|https?:/);
    expect(page).toContain("default-src 'none'");
  });
});
